package dev.orbit.runtime;

import java.util.function.DoubleBinaryOperator;

/** An abstract function of two numbers whose partial derivatives a model needs. Pure, as {@link ScalarFunction1}. */
public interface DifferentiableFunction2 extends ScalarFunction2 {
    /** The partial derivative by the first argument. */
    double partial1(double u, double v);

    /** The partial derivative by the second argument. */
    double partial2(double u, double v);

    /** From three lambdas. */
    static DifferentiableFunction2 of(
            DoubleBinaryOperator value, DoubleBinaryOperator partial1, DoubleBinaryOperator partial2) {
        return new DifferentiableFunction2() {
            @Override
            public double value(double u, double v) {
                return value.applyAsDouble(u, v);
            }

            @Override
            public double partial1(double u, double v) {
                return partial1.applyAsDouble(u, v);
            }

            @Override
            public double partial2(double u, double v) {
                return partial2.applyAsDouble(u, v);
            }
        };
    }
}
