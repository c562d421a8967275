package dev.orbit.compiler.function;

/** The two partial derivatives of each function of two numbers. */
final class Derivatives2 {
    private Derivatives2() {}

    static <V> V first(Function2 f, Arithmetic<V> on, V x, V y, V value) {
        return switch (f) {
            case ADD, SUBTRACT -> on.constant(1);
            case MULTIPLY, SCALE -> y;
            case DIVIDE -> on.reciprocal(y);
            case POWER -> on.apply(Function2.SCALE, y, on.apply(Function2.LOWER_POWER, x, y));
            case LOWER_POWER -> {
                V exponent = on.subtract(y, on.constant(1));
                yield on.apply(Function2.SCALE, exponent, on.apply(Function2.LOWER_POWER, x, exponent));
            }
            case ATAN2 -> overSquaredDistance(on, y, x, y);
            case HYPOT -> on.apply(Function2.RATIO, x, value);
            case MAX -> on.apply(Function2.GREATER, x, y);
            case MIN -> on.apply(Function2.GREATER, y, x);
            case LOG_ADD_EXP -> on.apply(Function1.SIGMOID, on.subtract(x, y));
            case GREATER -> on.constant(0);
            case RATIO -> on.apply(Function2.RATIO, on.constant(1), y);
            // the order is a whole number: there is nothing to differentiate by
            case POLYGAMMA -> on.constant(Double.NaN);
        };
    }

    static <V> V second(Function2 f, Arithmetic<V> on, V x, V y, V value) {
        return switch (f) {
            case ADD -> on.constant(1);
            case SUBTRACT -> on.constant(-1);
            case MULTIPLY, SCALE -> x;
            case DIVIDE -> on.negate(on.divide(value, y));
            case POWER, LOWER_POWER -> on.apply(Function2.SCALE, value, on.apply(Function1.LOG, x));
            case ATAN2 -> on.negate(overSquaredDistance(on, x, x, y));
            case HYPOT -> on.apply(Function2.RATIO, y, value);
            case MAX -> on.subtract(on.constant(1), on.apply(Function2.GREATER, x, y));
            case MIN -> on.subtract(on.constant(1), on.apply(Function2.GREATER, y, x));
            case LOG_ADD_EXP -> on.apply(Function1.SIGMOID, on.subtract(y, x));
            case GREATER -> on.constant(0);
            case RATIO -> on.negate(on.apply(Function2.RATIO, value, y));
            case POLYGAMMA -> on.apply(Function2.POLYGAMMA, on.add(x, on.constant(1)), y);
        };
    }

    /** z / (x^2 + y^2) without overflow, 0 at the origin. */
    private static <V> V overSquaredDistance(Arithmetic<V> on, V z, V x, V y) {
        V distance = on.apply(Function2.HYPOT, x, y);
        return on.apply(Function2.RATIO, on.apply(Function2.RATIO, z, distance), distance);
    }
}
