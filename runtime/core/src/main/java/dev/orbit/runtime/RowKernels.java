package dev.orbit.runtime;

/**
 * The innermost loops of {@link Kernels}, over numbers that lie side by side. Each number comes from the same operations in the same
 * order in every implementation, so that all have the same bits.
 */
interface RowKernels {
    /** {@code y = w1 b1 + ... + wk bk}: rows of n numbers without gaps, weights {@code wStride} apart; left folds from 0 of fused multiply-adds. */
    void combine(int k, int n, double[] w, int wAt, int wStride, double[] b, int bAt, double[] y, int yAt);

    /** {@code c += weight y}, of n numbers; each product is rounded before it is added. */
    void addRow(int n, double weight, double[] y, int yAt, double[] c, int cAt);
}
