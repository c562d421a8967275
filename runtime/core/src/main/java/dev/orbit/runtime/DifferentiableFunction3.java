package dev.orbit.runtime;

/** An abstract function of three numbers whose partial derivatives a model needs. Pure, as {@link ScalarFunction1}. */
public interface DifferentiableFunction3 extends ScalarFunction3 {
    /** The partial derivative by the first argument. */
    double partial1(double u, double v, double w);

    /** The partial derivative by the second argument. */
    double partial2(double u, double v, double w);

    /** The partial derivative by the third argument. */
    double partial3(double u, double v, double w);

    /** From four lambdas. */
    static DifferentiableFunction3 of(
            ScalarFunction3 value, ScalarFunction3 partial1, ScalarFunction3 partial2, ScalarFunction3 partial3) {
        return new DifferentiableFunction3() {
            @Override
            public double value(double u, double v, double w) {
                return value.value(u, v, w);
            }

            @Override
            public double partial1(double u, double v, double w) {
                return partial1.value(u, v, w);
            }

            @Override
            public double partial2(double u, double v, double w) {
                return partial2.value(u, v, w);
            }

            @Override
            public double partial3(double u, double v, double w) {
                return partial3.value(u, v, w);
            }
        };
    }
}
