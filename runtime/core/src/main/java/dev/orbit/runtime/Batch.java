package dev.orbit.runtime;

/**
 * A model's examples computed side by side: every array has the example as its innermost index, so that the JVM computes
 * several examples with one instruction. A workspace, for one thread at a time; {@link Model#batch} makes one.
 *
 * <p>Each example's loss and gradient are, bit for bit, those that the model computes of it alone.
 */
public interface Batch {
    /** How many examples there is room for: the distance in an array from one number of an example to the next. A multiple of 64. */
    int lanes();

    /**
     * The losses of the examples in a block, without the penalty.
     *
     * @param parameters the parameter vector
     * @param block up to {@link #lanes} examples, gathered for as many lanes
     * @param losses overwritten with the losses, {@code lanes} entries
     */
    void losses(double[] parameters, ExampleBlock block, double[] losses);

    /**
     * The losses of the examples in a block and their gradients by the parameters, without the penalty.
     *
     * @param gradients overwritten: {@code [parameter][lane]}
     */
    void lossesAndGradients(double[] parameters, ExampleBlock block, double[] losses, double[] gradients);
}
