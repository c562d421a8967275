package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.LineRenderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bad spec reports what its own comments say, and nothing else. Those in the folder {@code syntax} are only read, so
 * that they may be small and many.
 */
class BadSpecTest {
    static List<Path> specs() {
        return SpecFiles.bad();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void reportsExactlyWhatItsCommentsSay(Path file) {
        byte[] bytes = SpecFiles.bytes(file);
        Diagnostics diagnostics = new Diagnostics();
        String name = file.getFileName().toString();
        if (file.getParent().endsWith("syntax")) {
            FrontEnd.parse(name, bytes, diagnostics);
        } else {
            FrontEnd.check(name, bytes, diagnostics);
        }
        // Any byte is a character of Latin 1, so that a spec which is no UTF-8 can say so.
        List<Expectation> expected = Expectation.of(new String(bytes, StandardCharsets.ISO_8859_1));
        assertFalse(expected.isEmpty(), "a bad spec says what is wrong with it");
        assertEquals("", difference(expected, diagnostics.inOrder()));
    }

    /** One line for each expectation without its diagnostic, and each diagnostic that nobody expects. */
    private static String difference(List<Expectation> expected, List<Diagnostic> reported) {
        List<Diagnostic> left = new ArrayList<>(reported);
        StringBuilder out = new StringBuilder();
        for (Expectation expectation : expected) {
            Optional<Diagnostic> found = left.stream().filter(expectation::fits).findFirst();
            found.ifPresentOrElse(left::remove, () -> out.append("missing: " + expectation + "\n"));
        }
        left.forEach(unexpected -> out.append("unexpected: " + new LineRenderer().render(List.of(unexpected))));
        return out.toString();
    }
}
