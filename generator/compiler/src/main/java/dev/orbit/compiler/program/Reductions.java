package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Reduction;
import java.util.List;

/** Evaluates reductions, see {@link Reduction}. */
final class Reductions<V> {
    private final Algebra<V> algebra;

    Reductions(Algebra<V> algebra) {
        this.algebra = algebra;
    }

    Datum<V> apply(Reduction op, Datum<V> x) {
        List<V> entries = x.entries();
        return switch (op) {
            case SUM -> Datum.scalar(fold(Function2.ADD, 0, entries));
            case MAX -> Datum.scalar(fold(Function2.MAX, Double.NEGATIVE_INFINITY, entries));
            case MIN -> Datum.scalar(fold(Function2.MIN, Double.POSITIVE_INFINITY, entries));
            case LOGSUMEXP -> Datum.scalar(logSumExp(entries));
            case NORM -> Datum.scalar(norm(entries));
            case ARGMAX -> new Datum.Index<>(first(Comparison.GREATER, entries));
            case ARGMIN -> new Datum.Index<>(first(Comparison.LESS, entries));
        };
    }

    private V fold(Function2 f, double start, List<V> entries) {
        V folded = algebra.constant(start);
        for (V entry : entries) {
            folded = algebra.apply(f, folded, entry);
        }
        return folded;
    }

    private V logSumExp(List<V> entries) {
        V max = fold(Function2.MAX, Double.NEGATIVE_INFINITY, entries);
        if (is(Comparison.EQUAL, algebra.apply(Function1.ABS, max), algebra.constant(Double.POSITIVE_INFINITY))) {
            return max;
        }
        V sum = algebra.constant(0);
        for (V entry : entries) {
            sum = algebra.add(sum, algebra.apply(Function1.EXP, algebra.subtract(entry, max)));
        }
        return algebra.add(max, algebra.apply(Function1.LOG, sum));
    }

    /** sqrt(x1^2 + ...) scaled by the largest entry, so that no square overflows or is lost. */
    private V norm(List<V> entries) {
        V zero = algebra.constant(0);
        V max = zero;
        for (V entry : entries) {
            max = algebra.apply(Function2.MAX, max, algebra.apply(Function1.ABS, entry));
        }
        if (is(Comparison.EQUAL, max, zero) || is(Comparison.EQUAL, max, algebra.constant(Double.POSITIVE_INFINITY))) {
            return max;
        }
        V sum = zero;
        for (V entry : entries) {
            sum = algebra.add(sum, algebra.square(algebra.divide(entry, max)));
        }
        return algebra.multiply(max, algebra.apply(Function1.SQRT, sum));
    }

    private int first(Comparison better, List<V> entries) {
        int best = 0;
        for (int i = 1; i < entries.size(); i++) {
            if (is(better, entries.get(i), entries.get(best))) {
                best = i;
            }
        }
        return entries.isEmpty() ? 0 : best + 1;
    }

    private boolean is(Comparison op, V x, V y) {
        return algebra.decide(algebra.compare(op, x, y)).orElse(false);
    }
}
