package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No good spec has a problem. */
class GoodSpecTest {
    static List<Path> specs() {
        return SpecFiles.good();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void hasNoProblem(Path file) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd.check(file.getFileName().toString(), SpecFiles.bytes(file), diagnostics);
        assertEquals("", new HumanRenderer(false).render(diagnostics.inOrder()));
    }
}
