package dev.orbit.runtime;

/** The losses of selected examples, summed tile by tile onto what was summed before. */
interface LossSum {
    /** The losses onto a total. */
    double value(double[] point, Selection selection, double total);

    /** The losses onto a total, and their gradients onto {@code gradient}. */
    double valueAndGradient(double[] point, Selection selection, double total, double[] gradient);

    /** The same sum with workspaces of its own. */
    LossSum fork();
}
