package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Schema OPEN = Schema.of("Open", Steps.open())
            .columns(
                    Column.input("s"),
                    Column.input("u", 2).overSteps(),
                    Column.input("c").indexing(1, 3).overSteps(),
                    Column.target("y", 2, 2));
    private static final Schema FIXED =
            Schema.of("Fixed", Steps.fixed(3)).columns(Column.input("u", 2).overSteps(), Column.target("y"));
    private static final Schema SERIES =
            Schema.of("Series", Steps.open()).columns(Column.input("r").overSteps());
    private static final Schema EMPTY = Schema.of("Empty", Steps.open());

    private static ExamplesBuilder open(int s, int u, int c, int y) {
        int[] indices = new int[c];
        Arrays.fill(indices, 2);
        return Examples.of(OPEN)
                .column("s", new double[s])
                .column("u", new double[u])
                .column("c", indices)
                .column("y", new double[y]);
    }

    private static void assertRefused(String message, ExamplesBuilder builder) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void columnsAreSharedAndFound() {
        double[] u = new double[12];
        int[] c = {1, 2, 3, 3, 2, 1};
        Examples examples = Examples.of(OPEN)
                .column("s", 1, 2)
                .column("u", u)
                .column("c", c)
                .column("y", new double[8])
                .build();
        assertEquals(2, examples.count());
        assertEquals(3, examples.steps(1));
        assertEquals(3, examples.mostSteps());
        assertSame(OPEN, examples.schema());
        assertSame(u, examples.reals(1));
        assertSame(c, examples.indices(2));
        assertEquals(0, examples.reals(2).length);
        assertEquals(1, examples.offset(0, 1));
        assertEquals(6, examples.offset(1, 1));
        assertEquals(3, examples.offset(2, 1));
        assertEquals(4, examples.offset(3, 1));
    }

    @Test
    void examplesMayDifferInLength() {
        Examples examples = open(3, 12, 6, 12).steps(1, 0, 5).build();
        assertEquals(3, examples.count());
        assertEquals(5, examples.mostSteps());
        assertEquals(1, examples.steps(0));
        assertEquals(0, examples.steps(1));
        assertEquals(5, examples.steps(2));
        assertEquals(2, examples.offset(1, 1));
        assertEquals(2, examples.offset(1, 2));
        assertEquals(1, examples.offset(2, 2));
        assertEquals(8, examples.offset(3, 2));
    }

    @Test
    void theCountFollowsFromFixedSteps() {
        Examples examples = Examples.of(FIXED)
                .column("u", new double[12])
                .column("y", new double[2])
                .build();
        assertEquals(2, examples.count());
        assertEquals(3, examples.steps(0));
        assertEquals(6, examples.offset(0, 1));
    }

    @Test
    void dataPerStepAloneAreOneExample() {
        assertEquals(7, Examples.of(SERIES).column("r", new double[7]).build().steps(0));
        Examples two = Examples.of(SERIES).column("r", new double[8]).count(2).build();
        assertEquals(2, two.count());
        assertEquals(4, two.steps(1));
        Examples four = Examples.of(SERIES).column("r", new double[8]).steps(2).build();
        assertEquals(4, four.count());
        assertEquals(1, Examples.of(SERIES).column("r", new double[0]).build().count());
    }

    @Test
    void withoutDataTheStepsAreSaid() {
        Examples examples = Examples.of(EMPTY).steps(5).build();
        assertEquals(1, examples.count());
        assertEquals(5, examples.steps(0));
        assertEquals(3, Examples.of(EMPTY).steps(5, 6, 7).build().count());
        assertRefused("no data tell the number of steps of Empty: say it by steps(...)", Examples.of(EMPTY));
    }

    @Test
    void noExamplesAreData() {
        Examples examples = open(0, 0, 0, 0).build();
        assertEquals(0, examples.count());
        assertEquals(0, examples.mostSteps());
        assertEquals(
                0,
                Examples.of(SERIES).column("r", new double[0]).count(0).build().count());
    }

    @Test
    void targetsMayBeLeftOutForPrediction() {
        Examples examples =
                Examples.of(FIXED).column("u", new double[6]).withoutTargets().build();
        assertTrue(examples.has(0));
        assertFalse(examples.has(1));
        assertRefused("no values for y of Fixed", Examples.of(FIXED).column("u", new double[6]));
        assertRefused("no values for u of Fixed", Examples.of(FIXED).withoutTargets());
        assertRefused("no values for s, u, c, y of Open", Examples.of(OPEN));
    }

    @Test
    void wrongLengthsAreNamed() {
        assertRefused("y[2, 2] has 7 values; 2 examples need 8", open(2, 12, 6, 7));
        assertRefused("c has 5 values; 2 examples of 3 steps need 6", open(2, 12, 5, 8));
        assertRefused("u[2] has 11 values, which is no multiple of 4", open(2, 11, 6, 8));
        assertRefused(
                "u[2] has 10 values; 3 examples of 6 steps in all need 12",
                open(3, 10, 6, 12).steps(1, 2, 3));
        assertRefused(
                "there are 2 examples, but the number of steps was given for 3",
                open(3, 12, 6, 12).count(2).steps(1, 2, 3));
        assertRefused("s has 2 values; 1 example needs 1", open(2, 12, 6, 8).count(1));
        assertRefused(
                "u[2] has 8 values, which is no multiple of 6",
                Examples.of(FIXED).column("u", new double[8]).column("y", 1));
    }

    @Test
    void wrongIndicesAreNamed() {
        assertRefused(
                "value 2 of c is 4, which is not in 1..3", open(1, 4, 2, 4).column("c", 1, 4));
        assertRefused(
                "value 1 of c is 0, which is not in 1..3", open(1, 4, 2, 4).column("c", 0, 4));
    }

    @Test
    void wrongNamesAndNumbersAreNamed() {
        ExamplesBuilder builder = Examples.of(OPEN);
        assertEquals(
                "Open has no input or target named x; it has [s, u, c, y]",
                assertThrows(IllegalArgumentException.class, () -> builder.column("x", 1.0))
                        .getMessage());
        assertEquals(
                "c is an index: it takes int[], not double[]",
                assertThrows(IllegalArgumentException.class, () -> builder.column("c", 1.0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> builder.count(-1));
        assertThrows(IllegalArgumentException.class, () -> builder.steps(-1));
        assertEquals(
                "Fixed has 3 steps, fixed when it was generated, not 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Examples.of(FIXED).steps(4))
                        .getMessage());
        assertEquals(
                1,
                Examples.of(FIXED)
                        .steps(3)
                        .withoutTargets()
                        .column("u", new double[6])
                        .build()
                        .count());
    }

    @Test
    void integersAreReals() {
        assertEquals(2.0, Examples.of(SERIES).column("r", 1, 2).build().reals(0)[1]);
    }

    @Test
    void missingValuesAreData() {
        Examples examples = Examples.of(SERIES).column("r", 1, Double.NaN).build();
        assertTrue(Double.isNaN(examples.reals(0)[1]));
    }
}
