package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Evaluation;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.List;

/** Tells where a formula surely has no value: a logarithm or a root of something clearly negative, and the like. */
final class Domain {
    private final Evaluation<Enclosure> evaluation;

    Domain(Evaluation<Enclosure> evaluation) {
        this.evaluation = evaluation;
    }

    /** Whether some part that is always evaluated is outside its function's domain here. */
    boolean isLeftBy(Formula formula) {
        List<Formula> nodes = Traversal.bottomUp(List.of(formula));
        boolean chooses = nodes.stream().anyMatch(Formula.Conditional.class::isInstance);
        return !chooses && nodes.stream().anyMatch(this::isOutside);
    }

    private boolean isOutside(Formula node) {
        return node.match(new Formula.Cases<>(
                number -> false,
                constant -> false,
                symbol -> false,
                apply -> isOutside(apply.function(), evaluation.of(apply.x())),
                apply -> apply.function() == Function2.POWER
                        && isNegative(evaluation.of(apply.x()))
                        && isFraction(apply.y()),
                call -> false,
                compare -> false,
                logic -> false,
                choice -> false));
    }

    private static boolean isOutside(Function1 function, Enclosure x) {
        if (!x.isKnown()) {
            return false;
        }
        return switch (function) {
            case LOG, SQRT -> isNegative(x);
            case LOG1P -> x.high() < -1 - 1e-6;
            case LOG1MEXP -> x.low() > 1e-6;
            case ASIN, ACOS -> x.low() > 1 + 1e-6 || x.high() < -1 - 1e-6;
            case NEGATE, SQUARE, RECIPROCAL, EXP, EXPM1, ABS, SIGN, HEAVISIDE, RELU, SIN, COS, TAN, ATAN -> false;
            case SINH, COSH, TANH, SIGMOID, SOFTPLUS, SILU, GELU, LOG_COSH, ERF, ERFC, GAUSSIAN -> false;
            case NORMAL_DENSITY, NORMAL_CDF, LGAMMA, DIGAMMA, TRIGAMMA -> false;
        };
    }

    private static boolean isNegative(Enclosure x) {
        return x.isKnown() && x.high() < -1e-6;
    }

    private static boolean isFraction(Formula exponent) {
        return exponent instanceof Formula.Number number && !number.value().isInteger();
    }
}
