package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn: from the right distribution, inside the interval, and the same from the same seed on every machine. */
class DrawTest {
    private static final int MANY = 100_000;
    /** Of Kolmogorov and Smirnov: greater once in a million samples. */
    private static final double UNLIKELY = 2.7 / Math.sqrt(MANY);

    private static double[] draw(long seed, Draw... draws) {
        return Start.of("s", draws).parameters(seed);
    }

    /** The greatest distance between the sample's distribution and the one it should have. */
    private static double distance(double[] sample, DoubleUnaryOperator distribution) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = distribution.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.abs(expected - (double) i / sorted.length));
            distance = Math.max(distance, Math.abs(expected - (i + 1.0) / sorted.length));
        }
        return distance;
    }

    private static double normal(double x) {
        return 0.5 * Functions.erfc(-x / Math.sqrt(2));
    }

    @Test
    void normalNumbersAreNormal() {
        double[] sample = draw(1, Draw.normal(MANY, 3, 2));
        assertTrue(distance(sample, x -> normal((x - 3) / 2)) < UNLIKELY);
        assertFalse(distance(sample, x -> normal((x - 3.06) / 2)) < UNLIKELY, "the test would see a shift");
    }

    @Test
    void uniformNumbersAreUniform() {
        double[] sample = draw(2, Draw.uniform(MANY, -1, 3));
        assertTrue(distance(sample, x -> (x + 1) / 4) < UNLIKELY);
        assertTrue(Arrays.stream(draw(3, Draw.uniform(1000, -Double.MAX_VALUE, Double.MAX_VALUE)))
                .allMatch(Double::isFinite));
    }

    @Test
    void glorotFollowsTheShape() {
        double limit = Math.sqrt(6.0 / 500);
        assertTrue(distance(draw(4, Draw.glorot(250, 250)), x -> (x + limit) / (2 * limit))
                < 2.7 / Math.sqrt(250.0 * 250));
        assertArrayEquals(new double[0], draw(4, Draw.glorot(0, 3)));
    }

    @Test
    void whatIsOutsideIsDrawnAnew() {
        double[] half = draw(5, Draw.normal(MANY, 0, 1).within(0, Double.POSITIVE_INFINITY));
        assertTrue(distance(half, x -> 2 * normal(x) - 1) < UNLIKELY);
        assertEquals(
                "of 1000 numbers drawn by uniform(...) none is inside (2.0, 3.0), the interval of the parameter",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> draw(6, Draw.uniform(1, 0, 1).within(2, 3)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "3, 8", "8, 3", "60, 60", "0, 4"})
    void orthogonalMatricesAreOrthonormal(int rows, int columns) {
        double[] q = draw(7, Draw.orthogonal(rows, columns));
        boolean wide = rows <= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < length; k++) {
                    product += wide ? q[i * columns + k] * q[j * columns + k] : q[k * columns + i] * q[k * columns + j];
                }
                assertEquals(i == j ? 1 : 0, product, 1e-14);
            }
        }
    }

    /** Every entry of a uniformly distributed rotation of three dimensions is uniform from -1 to 1 (Archimedes). */
    @Test
    void orthogonalMatricesAreUniformlyDistributed() {
        double[][] entries = new double[9][MANY / 10];
        for (int seed = 0; seed < MANY / 10; seed++) {
            double[] q = draw(seed, Draw.orthogonal(3, 3));
            for (int i = 0; i < 9; i++) {
                entries[i][seed] = q[i];
            }
        }
        for (double[] entry : entries) {
            assertTrue(distance(entry, x -> (x + 1) / 2) < 2.7 / Math.sqrt(MANY / 10.0));
        }
    }

    @Test
    void aSeedMeansTheSameEverywhere() {
        Start start = Start.of(
                "s",
                Draw.at(1, 2),
                Draw.filled(2, 0.5),
                Draw.normal(1, 0, 1),
                Draw.uniform(1, 0, 1),
                Draw.glorot(1, 1),
                Draw.orthogonal(2, 1));
        assertTrue(start.random());
        double[] first = start.parameters(42);
        assertArrayEquals(first, start.parameters(42));
        assertArrayEquals(new double[] {1, 2, 0.5, 0.5}, Arrays.copyOf(first, 4));
        assertArrayEquals(
                new double[] {
                    0.49295065581737485,
                    0.27860113025513866,
                    -0.5397391905439234,
                    -0.36353259434076995,
                    -0.9315814794487218
                },
                Arrays.copyOfRange(first, 4, 9));
        double[] other = start.parameters(43);
        for (int i = 4; i < 9; i++) {
            assertTrue(first[i] != other[i], "entry " + i);
        }
        assertFalse(Start.of("given", Draw.at(1), Draw.filled(3, 2)).random());
    }
}
