package dev.orbit.runtime;

/** An abstract function with shapes whose derivative a model needs: as the product of a row vector with its Jacobian. */
public interface DifferentiableVectorFunction extends VectorFunction {
    /**
     * <em>Adds</em> the vector-Jacobian product: {@code adjoint[j] += sum over i of seed[i] * d result[i] / d argument[j]}.
     *
     * @param arguments where the Jacobian is taken; read, from {@code argumentsAt}
     * @param seed one entry per entry of the result; read, from {@code seedAt}
     * @param adjoint one entry per entry of the arguments; added to, from {@code adjointAt}; never overlaps the others
     */
    void addVectorJacobian(
            double[] arguments, int argumentsAt, double[] seed, int seedAt, double[] adjoint, int adjointAt);
}
