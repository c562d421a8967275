package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.model.Selector;
import dev.orbit.compiler.model.Symbol;
import java.util.List;

/** Which expressions over running indices are written out, once for each value of an index, instead of looped. */
public final class WrittenOut {
    /** An index with no more values than this is written out: a loop would not be shorter. */
    private static final int FEW = 4;

    private WrittenOut() {}

    /** How often the body is written for these indices. */
    public static double times(List<RunningIndex> indices, Expr body) {
        return indices.stream()
                .mapToDouble(index -> isLoop(index, body) ? 1 : index.count())
                .reduce(1, (x, y) -> x * y);
    }

    /** Whether a loop runs through the index. */
    static boolean isLoop(RunningIndex index, Expr body) {
        return index.count() > FEW && !needsNumber(body, index.symbol());
    }

    /** Whether lowering must know the index: how far back a lag looks, how often something is repeated, where a range begins. */
    private static boolean needsNumber(Expr expr, Symbol index) {
        boolean here = false;
        if (expr instanceof Expr.Lag lag) {
            here = depends(lag.steps(), index) || reads(lag.before(), index);
        } else if (expr instanceof Expr.Repeat repeat) {
            here = repeat.count() instanceof Index.Fixed count && depends(count.number(), index);
        } else if (expr instanceof Expr.Access access) {
            here = access.selectors().stream()
                    .anyMatch(selector -> selector instanceof Selector.Range range && depends(range.first(), index));
        }
        return here || ExprChildren.of(expr).stream().anyMatch(child -> needsNumber(child, index));
    }

    private static boolean depends(Affine number, Symbol index) {
        return number.coefficients().containsKey(index);
    }

    private static boolean reads(Expr expr, Symbol index) {
        boolean here =
                expr instanceof Expr.Reference reference && reference.symbol().equals(index);
        boolean place = expr instanceof Expr.Access access
                && access.selectors().stream()
                        .anyMatch(selector -> selector instanceof Selector.At at
                                && at.index() instanceof Index.Fixed fixed
                                && depends(fixed.number(), index));
        return here || place || ExprChildren.of(expr).stream().anyMatch(child -> reads(child, index));
    }
}
