package dev.orbit.compiler.function;

import java.util.Optional;

/** What Symja calls our functions. Rows that it does not know, or differentiates wrongly or with overflow, have no head. */
final class SymjaHeads {
    private SymjaHeads() {}

    static Optional<String> of(Function1 f) {
        return switch (f) {
            case EXP -> Optional.of("Exp");
            case LOG -> Optional.of("Log");
            case SQRT -> Optional.of("Sqrt");
            case SIN -> Optional.of("Sin");
            case COS -> Optional.of("Cos");
            case TAN -> Optional.of("Tan");
            case ASIN -> Optional.of("ArcSin");
            case ACOS -> Optional.of("ArcCos");
            case ATAN -> Optional.of("ArcTan");
            case SINH -> Optional.of("Sinh");
            case COSH -> Optional.of("Cosh");
            case TANH -> Optional.of("Tanh");
            case ERF -> Optional.of("Erf");
            case ERFC -> Optional.of("Erfc");
            case LGAMMA -> Optional.of("LogGamma");
            case NEGATE, SQUARE, RECIPROCAL, LOG1P, EXPM1 -> Optional.empty();
            case ABS, SIGN, HEAVISIDE, RELU -> Optional.empty();
            case SIGMOID, SOFTPLUS, SILU, GELU, LOG1MEXP, LOG_COSH -> Optional.empty();
            case GAUSSIAN, NORMAL_DENSITY, NORMAL_CDF, DIGAMMA, TRIGAMMA -> Optional.empty();
        };
    }

    static Optional<String> of(Function2 f) {
        return switch (f) {
            case ADD -> Optional.of("Plus");
            case MULTIPLY, SCALE -> Optional.of("Times");
            case POWER -> Optional.of("Power");
            case POLYGAMMA -> Optional.of("PolyGamma");
            case SUBTRACT, DIVIDE, LOWER_POWER, RATIO, ATAN2, HYPOT -> Optional.empty();
            case MAX, MIN, GREATER, LOG_ADD_EXP -> Optional.empty();
        };
    }
}
