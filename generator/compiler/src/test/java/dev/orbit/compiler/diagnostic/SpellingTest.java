package dev.orbit.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> WORDS =
            List.of("param", "penalty", "state", "step", "iterate", "alpha", "b", "x1");

    @Test
    void oneSlipIsFound() {
        for (String slip : List.of("paramm", "parm", "parma", "paran", "Param")) {
            assertEquals(Optional.of("param"), Spelling.nearest(slip, WORDS), slip);
        }
    }

    @Test
    void longWordsMayHaveTwo() {
        assertEquals(Optional.of("penalty"), Spelling.nearest("pennalti", WORDS));
        assertEquals(Optional.of("iterate"), Spelling.nearest("itterrate", WORDS));
    }

    @Test
    void whatIsFarIsNotGuessed() {
        for (String other : List.of("loss", "", "c", "axbxcx", "penal", "x")) {
            assertEquals(Optional.empty(), Spelling.nearest(other, List.of("penalty", "b", "param")), other);
        }
        assertEquals(Optional.empty(), Spelling.nearest("param", List.of("param")));
    }

    @Test
    void theNearestWinsAndThenTheFirst() {
        assertEquals(Optional.of("states"), Spelling.nearest("statess", List.of("state", "states")));
        assertEquals(Optional.of("ab1"), Spelling.nearest("ab", List.of("ab1", "ab2")));
        assertEquals(Optional.of("did you mean `step`?"), Spelling.didYouMean("stpe", WORDS));
    }
}
