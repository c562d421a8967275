package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which formulas are positive wherever they are defined; what it cannot tell it calls unknown. */
final class Signs {
    private static final Set<Function1> POSITIVE_EVERYWHERE = EnumSet.of(
            Function1.EXP,
            Function1.COSH,
            Function1.SIGMOID,
            Function1.SOFTPLUS,
            Function1.GAUSSIAN,
            Function1.NORMAL_DENSITY,
            Function1.NORMAL_CDF,
            Function1.ERFC);

    private final Set<Formula> positiveSymbols = new HashSet<>();

    /** What is known of the sign of a real. */
    private enum Sign {
        POSITIVE,
        NOT_NEGATIVE,
        UNKNOWN
    }

    Signs(Assumptions assumptions) {
        for (Formula.Compare fact : assumptions.facts()) {
            switch (fact.relation()) {
                case GREATER -> note(fact.operands().get(0), fact.operands().get(1));
                case LESS -> note(fact.operands().get(1), fact.operands().get(0));
                case LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL -> {
                    // says nothing of a strict sign
                }
            }
        }
    }

    private void note(Formula larger, Formula smaller) {
        if (larger instanceof Formula.Symbol
                && smaller instanceof Formula.Number bound
                && bound.value().signum() >= 0) {
            positiveSymbols.add(larger);
        }
    }

    boolean isPositive(Formula formula) {
        return Traversal.<Sign>fold(List.of(formula), this::sign).get(formula) == Sign.POSITIVE;
    }

    private Sign sign(Formula node, List<Sign> operands) {
        return node.match(new Formula.Cases<>(
                number -> of(number.value()),
                constant -> constant.kind() == Formula.Constant.Kind.PI ? Sign.POSITIVE : Sign.UNKNOWN,
                symbol -> positiveSymbols.contains(symbol) ? Sign.POSITIVE : Sign.UNKNOWN,
                apply -> sign(apply.function(), operands.get(0)),
                apply -> sign(apply, operands.get(0), operands.get(1)),
                call -> Sign.UNKNOWN,
                compare -> Sign.UNKNOWN,
                logic -> Sign.UNKNOWN,
                choice -> weaker(operands.get(1), operands.get(2))));
    }

    private static Sign of(Rational value) {
        return value.signum() > 0 ? Sign.POSITIVE : value.isZero() ? Sign.NOT_NEGATIVE : Sign.UNKNOWN;
    }

    private static Sign sign(Function1 function, Sign x) {
        if (POSITIVE_EVERYWHERE.contains(function)) {
            return Sign.POSITIVE;
        }
        boolean even = function == Function1.SQUARE || function == Function1.ABS;
        boolean keepsPositive = even || function == Function1.SQRT || function == Function1.RECIPROCAL;
        if (keepsPositive && x == Sign.POSITIVE) {
            return Sign.POSITIVE;
        }
        return even || function == Function1.SQRT || function == Function1.RELU ? Sign.NOT_NEGATIVE : Sign.UNKNOWN;
    }

    private static Sign sign(Formula.Apply2 node, Sign x, Sign y) {
        if (node.function() == Function2.ADD || node.function() == Function2.MAX) {
            boolean known = x != Sign.UNKNOWN && y != Sign.UNKNOWN;
            boolean positive = x == Sign.POSITIVE || y == Sign.POSITIVE;
            return known && positive ? Sign.POSITIVE : weaker(x, y);
        } else if (node.function() == Function2.MULTIPLY || node.function() == Function2.MIN) {
            return weaker(x, y);
        } else if (node.function() == Function2.DIVIDE) {
            return y == Sign.POSITIVE ? x : Sign.UNKNOWN;
        } else if (node.function() == Function2.POWER) {
            return x == Sign.POSITIVE ? Sign.POSITIVE : Sign.UNKNOWN;
        }
        return Sign.UNKNOWN;
    }

    private static Sign weaker(Sign x, Sign y) {
        return x.compareTo(y) >= 0 ? x : y;
    }
}
