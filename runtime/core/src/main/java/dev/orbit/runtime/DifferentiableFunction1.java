package dev.orbit.runtime;

import java.util.function.DoubleUnaryOperator;

/** An abstract function of one number whose derivative a model needs. Pure, as {@link ScalarFunction1}. */
public interface DifferentiableFunction1 extends ScalarFunction1 {
    /** The derivative at {@code u}. */
    double derivative(double u);

    /** From two lambdas: {@code DifferentiableFunction1.of(Math::sin, Math::cos)}. */
    static DifferentiableFunction1 of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return new DifferentiableFunction1() {
            @Override
            public double value(double u) {
                return value.applyAsDouble(u);
            }

            @Override
            public double derivative(double u) {
                return derivative.applyAsDouble(u);
            }
        };
    }
}
