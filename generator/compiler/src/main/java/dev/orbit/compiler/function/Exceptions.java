package dev.orbit.compiler.function;

import static dev.orbit.compiler.function.Differentiability.everywhere;
import static dev.orbit.compiler.function.Differentiability.where;

import dev.orbit.compiler.function.Differentiability.Kink;

/** Where each function is not differentiable, and what its derivative returns there. {@code docs/accuracy.md} prints this table. */
final class Exceptions {
    private Exceptions() {}

    static Differentiability of(Function1 f) {
        return switch (f) {
            case NEGATE, SQUARE, EXP, EXPM1, SIN, COS, ATAN, SINH, COSH, TANH -> everywhere();
            case SIGMOID, SOFTPLUS, SILU, GELU, LOG_COSH -> everywhere();
            case ERF, ERFC, GAUSSIAN, NORMAL_DENSITY, NORMAL_CDF -> everywhere();
            case RECIPROCAL -> where("x != 0");
            case LOG -> where("x > 0");
            case LOG1P -> where("x > -1");
            case SQRT -> where("x > 0", new Kink("x = 0", "inf"));
            case ABS -> where("x != 0", new Kink("x = 0", "0"));
            case SIGN -> where("x != 0", new Kink("x = 0", "0"));
            case HEAVISIDE -> where("x != 0", new Kink("x = 0", "0"));
            case RELU -> where("x != 0", new Kink("x = 0", "0"));
            case TAN -> where("cos(x) != 0");
            case ASIN -> where("-1 < x < 1", new Kink("x = -1, x = 1", "inf"));
            case ACOS -> where("-1 < x < 1", new Kink("x = -1, x = 1", "-inf"));
            case LOG1MEXP -> where("x < 0");
            case LGAMMA, DIGAMMA, TRIGAMMA -> where("x not in {0, -1, -2, ...}");
        };
    }

    static Differentiability of(Function2 f) {
        return switch (f) {
            case ADD, SUBTRACT, MULTIPLY, LOG_ADD_EXP -> everywhere();
            case DIVIDE -> where("y != 0");
            case POWER ->
                where(
                        "x > 0; by x also x < 0 for whole y",
                        new Kink("x = 0, y = 0", "by x: 0; by y: -inf"),
                        new Kink("x = 0, 0 < y < 1", "by x: inf; by y: 0"),
                        new Kink("x = 0, y = 1", "by x: 1; by y: 0"),
                        new Kink("x = 0, y > 1", "by x: 0; by y: 0"),
                        new Kink("x < 0, y whole", "by y: NaN"));
            case LOWER_POWER -> where("as pow(x, y - 1)");
            case ATAN2 ->
                where(
                        "(x, y) != (0, 0), also across the cut, where the value jumps",
                        new Kink("x = 0, y = 0", "by x: 0; by y: 0"));
            case HYPOT -> where("(x, y) != (0, 0)", new Kink("x = 0, y = 0", "by x: 0; by y: 0"));
            case MAX, MIN -> where("x != y", new Kink("x = y", "by x: 0; by y: 1"));
            case GREATER -> where("x != y", new Kink("x = y", "by x: 0; by y: 0"));
            case SCALE -> where("where y is finite");
            case RATIO -> where("y != 0", new Kink("y = 0", "by x: 0; by y: 0"));
            case POLYGAMMA -> where("by y only, y not in {0, -1, -2, ...}", new Kink("any", "by x: NaN"));
        };
    }
}
