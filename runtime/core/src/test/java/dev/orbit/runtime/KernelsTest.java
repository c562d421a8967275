package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The inner loops by plain Java and by the Vector API, and the products that stand on them. */
final class KernelsTest {
    private final Random random = new Random(5);

    @AfterEach
    void forget() {
        System.clearProperty("orbit.vectors");
    }

    private static RowKernels vectors() {
        System.setProperty("orbit.vectors", "on");
        Optional<RowKernels> found = VectorModule.vectors();
        assertTrue(found.isPresent(), "the tests are started with the module of vectors");
        return found.get();
    }

    private double[] numbers(int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = random.nextInt(20) == 0 ? -0.0 : random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void vectorsHaveThePlainBits() {
        RowKernels vectors = vectors();
        PlainRows plain = new PlainRows();
        for (int n = 0; n <= 70; n++) {
            for (int k = 0; k <= 11; k++) {
                int stride = 1 + k % 3;
                double[] w = numbers(3 + k * stride);
                double[] b = numbers(5 + k * n);
                double[] found = numbers(2 + n);
                double[] expected = found.clone();
                vectors.combine(k, n, w, 3, stride, b, 5, found, 2);
                plain.combine(k, n, w, 3, stride, b, 5, expected, 2);
                assertArrayEquals(expected, found, "combine " + k + " rows of " + n);
                double[] row = numbers(7 + n);
                vectors.addRow(n, -1.3, row, 7, found, 2);
                plain.addRow(n, -1.3, row, 7, expected, 2);
                assertArrayEquals(expected, found, "add a row of " + n);
            }
        }
    }

    @Test
    void productsAreFoldsOfTheirDefinition() {
        for (int[] size : new int[][] {{1, 1, 1}, {3, 5, 2}, {8, 8, 8}, {17, 9, 33}, {4, 0, 12}}) {
            int m = size[0];
            int k = size[1];
            int n = size[2];
            double[] a = numbers(m * k);
            double[] b = numbers(k * n);
            double[] expected = new double[m * n];
            double[] turned = new double[m * k];
            for (int i = 0; i < m; i++) {
                for (int l = 0; l < k; l++) {
                    turned[l * m + i] = a[i * k + l];
                    for (int j = 0; j < n; j++) {
                        expected[i * n + j] = Math.fma(a[i * k + l], b[l * n + j], expected[i * n + j]);
                    }
                }
            }
            double[] c = numbers(m * n);
            Kernels.multiply(m, k, n, a, 0, b, 0, c, 0);
            assertArrayEquals(expected, c);
            c = numbers(m * n);
            Kernels.multiplyTransposed(k, m, n, turned, 0, b, 0, c, 0);
            assertArrayEquals(expected, c);
        }
    }

    @Test
    void nothingIsAllocatedOnceCompiled() {
        assumeTrue(Runtime.version().feature() >= 21, "older versions box vectors at times: they are off there");
        RowKernels vectors = vectors();
        double[] w = numbers(64);
        double[] b = numbers(64 * 64);
        double[] y = new double[64];
        Runnable call = () -> {
            vectors.combine(64, 64, w, 0, 1, b, 0, y, 0);
            vectors.addRow(64, 0.5, w, 0, y, 0);
        };
        for (int i = 0; i < 100_000; i++) {
            call.run();
        }
        Allocation.assertNone(call);
    }

    @Test
    void thePropertySwitchesVectorsOff() {
        System.setProperty("orbit.vectors", "off");
        assertFalse(VectorModule.vectors().isPresent());
        assertInstanceOf(PlainRows.class, VectorModule.rows());
    }
}
