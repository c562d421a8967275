package dev.orbit.compiler.function;

import java.util.Optional;

/** The derivative of each function of one number. */
final class Derivatives1 {
    private Derivatives1() {}

    static <V> V of(Function1 f, Arithmetic<V> on, V x, V value) {
        return switch (f) {
            case NEGATE -> on.constant(-1);
            case SQUARE -> on.multiply(on.constant(2), x);
            case RECIPROCAL -> on.negate(on.square(value));
            case EXP -> value;
            case LOG -> on.reciprocal(x);
            case LOG1P -> on.reciprocal(on.add(on.constant(1), x));
            // value + 1 has no correct digit left from x = -37 down
            case EXPM1 -> on.apply(Function1.EXP, x);
            case SQRT -> on.divide(on.constant(0.5), value);
            case ABS -> on.apply(Function1.SIGN, x);
            case SIGN, HEAVISIDE -> on.constant(0);
            case RELU -> on.apply(Function1.HEAVISIDE, x);
            case SIN -> on.apply(Function1.COS, x);
            case COS -> on.negate(on.apply(Function1.SIN, x));
            case TAN -> on.add(on.constant(1), on.square(value));
            case ASIN -> reciprocalCosine(on, x);
            case ACOS -> on.negate(reciprocalCosine(on, x));
            case ATAN -> on.reciprocal(on.add(on.constant(1), on.square(x)));
            case SINH -> on.apply(Function1.COSH, x);
            case COSH -> on.apply(Function1.SINH, x);
            case TANH -> on.multiply(on.subtract(on.constant(1), value), on.add(on.constant(1), value));
            case SIGMOID -> on.multiply(value, complement(on, x));
            case SOFTPLUS -> on.apply(Function1.SIGMOID, x);
            case SILU -> on.add(on.apply(Function1.SIGMOID, x), on.multiply(value, complement(on, x)));
            case GELU ->
                on.add(on.apply(Function1.NORMAL_CDF, x), on.multiply(x, on.apply(Function1.NORMAL_DENSITY, x)));
            case LOG1MEXP -> on.negate(on.reciprocal(on.apply(Function1.EXPM1, on.negate(x))));
            case LOG_COSH -> on.apply(Function1.TANH, x);
            case ERF -> on.multiply(twoOverRootPi(on), on.apply(Function1.GAUSSIAN, x));
            case ERFC -> on.negate(on.multiply(twoOverRootPi(on), on.apply(Function1.GAUSSIAN, x)));
            case GAUSSIAN -> on.multiply(on.multiply(on.constant(-2), x), value);
            case NORMAL_DENSITY -> on.negate(on.multiply(x, value));
            case NORMAL_CDF -> on.apply(Function1.NORMAL_DENSITY, x);
            case LGAMMA -> on.apply(Function1.DIGAMMA, x);
            case DIGAMMA -> on.apply(Function1.TRIGAMMA, x);
            case TRIGAMMA -> on.apply(Function2.POLYGAMMA, on.constant(2), x);
        };
    }

    /** From the value alone: absolute accuracy, relative accuracy only where the derivative is not small. */
    static <V> Optional<V> fast(Function1 f, Arithmetic<V> on, V value) {
        if (f == Function1.SIGMOID) {
            return Optional.of(on.multiply(value, on.subtract(on.constant(1), value)));
        }
        if (f == Function1.EXPM1) {
            return Optional.of(on.add(value, on.constant(1)));
        }
        return Optional.empty();
    }

    /** 1 / sqrt(1 - x^2); the product keeps its digits next to 1 and -1. */
    private static <V> V reciprocalCosine(Arithmetic<V> on, V x) {
        V one = on.constant(1);
        return on.reciprocal(on.apply(Function1.SQRT, on.multiply(on.subtract(one, x), on.add(one, x))));
    }

    /** 1 - sigmoid(x) without cancellation. */
    private static <V> V complement(Arithmetic<V> on, V x) {
        return on.apply(Function1.SIGMOID, on.negate(x));
    }

    private static <V> V twoOverRootPi(Arithmetic<V> on) {
        return on.divide(on.constant(2), on.apply(Function1.SQRT, on.pi()));
    }
}
