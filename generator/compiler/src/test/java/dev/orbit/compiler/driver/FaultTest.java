package dev.orbit.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.execute.TrialReport;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each kind of fault has its code, and names the spec. */
class FaultTest {
    private static final SourceFile SPEC = new SourceFile("m.orbit", "model M;\nparam a;\nloss a^2;\n");

    @Test
    void aBugIsInternal() {
        assertFault("ORB901", () -> List.of().iterator().next());
        assertFault("ORB901", () -> endless(0));
    }

    @Test
    void javaThatJavacRejectsIsSaidToBe() {
        assertFault(
                "ORB902", () -> MemoryCompiler.compile(List.of(new JavaSource("M", "final class M { int x = y; }"))));
    }

    @Test
    void aWrongGradientIsAnErrorWithWhatDisagrees() {
        CompileRequest request = new CompileRequest(SPEC, Choices.NONE, CompileRequest.Depth.CHECK);
        Model model = new Compiler().compile(request).model().orElseThrow();
        Diagnostics diagnostics = new Diagnostics();
        TrialReport wrong = new TrialReport(8, 8, 1.0, 0, List.of("2 is not 3"));
        Trials.report(model, new Trial(wrong, ""), diagnostics);
        Diagnostic only = diagnostics.inOrder().get(0);
        assertEquals("ORB903", only.code());
        assertTrue(only.isError() && only.message().contains("2 is not 3"), only::toString);
    }

    @Test
    void tooLittleMemoryIsToldAsThat() {
        assertFault("ORB904", () -> {
            long[] all = new long[Integer.MAX_VALUE];
            throw new IllegalStateException("there is room for " + all.length);
        });
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static void assertFault(String code, Executable bug) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(Fault.problem(SPEC, assertThrows(Throwable.class, bug)));
        Diagnostic only = diagnostics.inOrder().get(0);
        assertEquals(code, only.code());
        assertTrue(only.message().contains("m.orbit"), only::toString);
    }
}
