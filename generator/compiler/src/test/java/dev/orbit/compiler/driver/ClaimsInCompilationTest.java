package dev.orbit.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However far a compilation goes, a false claim ends it. */
class ClaimsInCompilationTest {
    private static final String MODEL = """
            model M;
            input x;
            param a;
            loss (a * x)^2;
            claim "nothing without a" at { a = 0; }: loss == 0;
            """;

    @ParameterizedTest
    @EnumSource
    void aFalseClaimFails(CompileRequest.Depth depth) {
        Compilation compilation = compile(MODEL + "claim \"nothing\": loss == 0;\n", depth);
        Diagnostic only = compilation.diagnostics().inOrder().get(0);
        assertEquals("ORB620", only.code());
        assertTrue(only.isError() && only.at().isPresent(), only::toString);
        assertTrue(only.message().contains("a = 1, x = 1") || only.message().contains("x = 1"), only::toString);
        assertFalse(compilation.product().isPresent());
        assertEquals(2, compilation.verdicts().size());
    }

    @Test
    void theAccountListsWhatIsProved() {
        Compilation compilation = compile(MODEL, CompileRequest.Depth.TRY);
        String account = Account.render(compilation.product().orElseThrow(), compilation.verdicts(), "M.java");
        assertTrue(account.contains("claims       proved: nothing without a\n"), account);
        assertTrue(account.contains("    proved, exactly\n"), account);
    }

    private static Compilation compile(String text, CompileRequest.Depth depth) {
        return new Compiler().compile(new CompileRequest(new SourceFile("m.orbit", text), Choices.NONE, depth));
    }
}
