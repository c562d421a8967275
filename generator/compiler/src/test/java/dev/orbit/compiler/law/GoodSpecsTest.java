package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of the whole pipeline over every good spec, sizes made small. */
class GoodSpecsTest {
    private static final Path GOOD = Path.of("src/test/resources/specs/good");
    private static final int POINTS = 3;

    /** These show syntax; the checker has its reasons not to take them. */
    private static final Set<String> SYNTAX_ALONE = Set.of("Geometric.orbit", "PlainMoments.orbit");

    static List<Path> specs() throws IOException {
        try (Stream<Path> files = Files.walk(GOOD)) {
            return files.filter(file -> file.toString().endsWith(".orbit"))
                    .filter(file -> !SYNTAX_ALONE.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theGradientIsThatOfDualNumbers(Path spec) throws IOException {
        String text = Files.readString(spec);
        int missing = text.contains("known(") ? 15 : 0;

        GradientLaw.Seen seen =
                GradientLaw.of(spec.getFileName().toString(), text, 42).hold(POINTS, missing, 1e-12);

        assertEquals(POINTS, seen.finite(), "points at which loss and gradient are finite");
        assertTrue(seen.entries() > 0, "some entry of the gradient is not 0");
    }
}
