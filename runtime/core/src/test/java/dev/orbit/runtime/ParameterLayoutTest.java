package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ParameterLayoutTest {
    private final ParameterLayout layout = new ParameterLayout(List.of(
            Parameter.of("a").startingAt(0.5),
            Parameter.of("none", 0),
            Parameter.of("W", 2, 3),
            Parameter.of("v", 2).in(0, 1, "(0, 1)").startingAt(1, 2),
            Parameter.of("class").called("class_").startingAt(7)));

    private static void assertRefused(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    @Test
    void parametersLieInOrderOfDeclaration() {
        assertEquals(10, layout.size());
        assertEquals(1, layout.offset("W"));
        assertEquals(7, layout.offset(3));
        assertEquals("a, none[0], W[2, 3], v[2], class", layout.toString());
        assertEquals("a", layout.entry(0));
        assertEquals("W[1, 1]", layout.entry(1));
        assertEquals("W[2, 3]", layout.entry(6));
        assertEquals("v[2]", layout.entry(8));
        assertEquals("class", layout.entry(9));
        assertEquals("v[2] in (0, 1)", layout.parameterAt(8).toString());
        assertThrows(IndexOutOfBoundsException.class, () -> layout.entry(10));
        assertThrows(IndexOutOfBoundsException.class, () -> layout.entry(-1));
    }

    @Test
    void valuesFillTheirShapes() {
        double[][] rows = {{1, 2, 3}, {4, 5, 6}};
        assertArrayEquals(new double[] {9, 1, 2, 3, 4, 5, 6, 1, 2, 7}, layout.vector(Map.of("W", rows, "a", 9)));
        assertArrayEquals(new double[] {0.5, 8, 8, 8, 8, 8, 8, 3, 3, 7}, layout.vector(Map.of("W", 8f, "v", 3)));
        double[] flat = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(flat, layout.values("W", layout.vector(Map.of("W", flat))));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertRefused("no value for W, and the spec gives no start value", layout::start);
        assertRefused(
                "no parameter is named b; there are a, none[0], W[2, 3], v[2], class",
                () -> layout.vector(Map.of("b", 1)));
        assertRefused("the value of W[2, 3] is an array of 5", () -> layout.vector(Map.of("W", new double[5])));
        assertRefused(
                "the value of W[2, 3] is 2 rows of length [3, 2]",
                () -> layout.vector(Map.of("W", new double[][] {{1, 2, 3}, {4, 5}})));
        assertRefused(
                "the value of v[2] is 1 rows of length [2]",
                () -> layout.vector(Map.of("W", 0, "v", new double[][] {{1, 2}})));
        assertRefused(
                "the value of W[2, 3] is a String, which is neither a number, a double[] nor a double[][]",
                () -> layout.vector(Map.of("W", "1")));
        assertRefused(
                "the parameter vector has 9 entries, the model has 10: a, none[0], W[2, 3], v[2], class",
                () -> layout.check(new double[9]));
        assertRefused(
                "two parameters are named a",
                () -> new ParameterLayout(List.of(Parameter.of("a"), Parameter.of("a", 3))));
        assertRefused(
                "the parameters have more than 2^31 - 1 entries",
                () -> new ParameterLayout(
                        List.of(Parameter.of("a", 40_000, 40_000), Parameter.of("b", 40_000, 40_000))));
        assertRefused(
                "the start of a[2] has 3 values", () -> Parameter.of("a", 2).startingAt(1, 2, 3));
        assertRefused("the interval (1, 0) is empty", () -> Parameter.of("a").in(1, 0, "(1, 0)"));
    }

    @Test
    void shapesAreScalarsVectorsOrMatrices() {
        assertEquals(Shape.SCALAR, Shape.of());
        assertEquals(12, Shape.of(3, 4).size());
        assertEquals("[3, 4]", Shape.of(3, 4).toString());
        assertRefused("a shape has at most two extents, not 3", () -> Shape.of(1, 2, 3));
        assertRefused("[65536, 65536] has more than 2^31 - 1 entries", () -> Shape.of(65536, 65536));
        assertRefused("no shape has rank 1 and extents -1, 1", () -> Shape.of(-1));
    }
}
