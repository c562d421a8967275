package dev.orbit.maven.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    @ParameterizedTest
    @CsvSource({
        "**/*.orbit, A.orbit, true",
        "**/*.orbit, a/b/A.orbit, true",
        "**/*.orbit, A.java, false",
        "*.orbit, a/A.orbit, false",
        "a/, a/b/A.orbit, true",
        "a/**, b/A.orbit, false",
        "a/?.orbit, a/A.orbit, true",
        "a/?.orbit, a/AB.orbit, false",
        "a+b/*.orbit, aab/A.orbit, false"
    })
    void patternsAreAnts(String pattern, String path, boolean fits) {
        assertEquals(fits, new Selection(List.of(pattern), List.of()).fits(path));
        assertEquals(
                !fits && Selection.ALL.fits(path),
                new Selection(Selection.ALL.includes(), List.of(pattern)).fits(path));
    }
}
