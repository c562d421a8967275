package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Traversal;
import java.util.List;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Proves by exact arithmetic that a rational function is zero: it is multiplied out until nothing changes, brought to
 * one denominator, and its numerator multiplied out. {@code PossibleZeroQ} is never asked: it guesses.
 */
final class ZeroProof {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_NODES = 4000;
    private static final int MOST_TERMS = 20_000;

    private final EvalEngine engine;

    ZeroProof(EvalEngine engine) {
        this.engine = engine;
    }

    /** Whether the formula is small enough to be multiplied out. */
    static boolean isTractable(Formula formula) {
        return Traversal.bottomUp(List.of(formula)).size() <= MOST_NODES
                && RationalForms.expandedTerms(formula, MOST_TERMS) < MOST_TERMS;
    }

    /** Whether the formula was proved to be zero wherever it is defined. */
    boolean succeeds(Formula formula) {
        IExpr expanded = expand(new Writer().write(List.of(formula)).get(0));
        if (expanded.isZero()) {
            return true;
        }
        IExpr together = engine.evaluate(F.Together(expanded));
        return together.isZero()
                || expand(engine.evaluate(F.Numerator(together))).isZero();
    }

    private IExpr expand(IExpr expression) {
        IExpr before = expression;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            IExpr after = engine.evaluate(F.ExpandAll(before));
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }
}
