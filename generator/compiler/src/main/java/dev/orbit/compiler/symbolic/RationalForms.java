package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells rational functions: made of numbers and symbols by the four operations and whole powers, nothing else. */
final class RationalForms {
    private static final Set<Function1> OPERATIONS1 =
            EnumSet.of(Function1.NEGATE, Function1.SQUARE, Function1.RECIPROCAL);
    private static final Set<Function2> OPERATIONS2 =
            EnumSet.of(Function2.ADD, Function2.SUBTRACT, Function2.MULTIPLY, Function2.DIVIDE);

    /** Higher powers are not expanded: it would take all the time there is. */
    private static final int LARGEST_EXPONENT = 1000;

    private RationalForms() {}

    /** Whether all nodes below the roots are those of rational functions. */
    static boolean areRational(Collection<? extends Formula> roots) {
        return Traversal.bottomUp(roots).stream().allMatch(RationalForms::isRationalNode);
    }

    /** Whether this node is a number, a symbol or one of the operations. */
    static boolean isRationalNode(Formula node) {
        return node.match(new Formula.Cases<>(
                number -> true,
                constant -> false,
                symbol -> true,
                apply -> OPERATIONS1.contains(apply.function()),
                apply -> OPERATIONS2.contains(apply.function())
                        || (apply.function() == Function2.POWER && isWholePower(apply.y())),
                call -> false,
                compare -> false,
                logic -> false,
                choice -> false));
    }

    private static boolean isWholePower(Formula exponent) {
        return exponent instanceof Formula.Number number && isWholePower(number.value());
    }

    private static boolean isWholePower(Rational exponent) {
        return exponent.isIntegerWithin(LARGEST_EXPONENT);
    }

    /**
     * At least how many terms a rational function may have when it is expanded, at most {@code most}. What would grow
     * beyond that must not be handed to an expansion.
     */
    static int expandedTerms(Formula root, int most) {
        return requireNonNull(Traversal.<Integer>fold(
                        List.of(root), (node, operands) -> Math.min(most, terms(node, operands, most)))
                .get(root));
    }

    private static int terms(Formula node, List<Integer> operands, int most) {
        return node.match(new Formula.Cases<>(
                number -> 1,
                constant -> 1,
                symbol -> 1,
                apply -> apply.function() == Function1.SQUARE ? power(operands.get(0), 2, most) : operands.get(0),
                apply -> terms(apply, operands, most),
                call -> most,
                compare -> most,
                logic -> most,
                choice -> most));
    }

    private static int terms(Formula.Apply2 apply, List<Integer> operands, int most) {
        if (apply.function() == Function2.ADD || apply.function() == Function2.SUBTRACT) {
            return operands.get(0) + operands.get(1);
        } else if (apply.function() == Function2.POWER && apply.y() instanceof Formula.Number exponent) {
            return power(operands.get(0), exponent.value().numerator().abs().intValue(), most);
        }
        return operands.get(0) * operands.get(1);
    }

    private static int power(int base, int exponent, int most) {
        int result = 1;
        for (int i = 0; i < exponent && result < most; i++) {
            result = Math.min(most, result * base);
        }
        return result;
    }
}
