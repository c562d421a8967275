package dev.orbit.compiler.driver;

import dev.orbit.compiler.lower.WrittenOut;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Selector;
import dev.orbit.compiler.model.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How large an expression is when functions are put in and sums over running indices are written out where
 * lowering does that.
 * Each function is measured once, so that the measuring is short even where the result is astronomical.
 */
final class WrittenSize {
    /** Far beyond any limit; sums of sizes stop here, so that they do not overflow. */
    private static final long IMMENSE = 1L << 40;

    private final Map<FunctionInstance, Long> functions = new LinkedHashMap<>();

    /** The nodes of an expression; its depth is limited by the checker. */
    long of(Expr expr) {
        long inside = 1 + of(ExprChildren.of(expr));
        if (expr instanceof Expr.ReduceOver sum) {
            return bounded(WrittenOut.times(sum.indices(), sum.body()) * inside);
        } else if (expr instanceof Expr.Comprehension entries) {
            return bounded(WrittenOut.times(entries.indices(), entries.body()) * inside);
        } else if (expr instanceof Expr.Call call) {
            return bounded(inside + (double) of(call.function()));
        } else if (expr instanceof Expr.Derivative derivative) {
            return bounded(inside + 2.0 * of(derivative.function()));
        } else if (expr instanceof Expr.Repeat repeat) {
            return bounded(inside + (double) of(repeat.function()));
        }
        return inside;
    }

    long of(Statement statement) {
        return statement.match(new OfStatement());
    }

    private long of(FunctionInstance function) {
        Long known = functions.get(function);
        if (known != null) {
            return known;
        }
        long size = of(function.result());
        for (Let local : function.locals()) {
            size = bounded(size + (double) of(local.value()));
        }
        functions.put(function, size);
        return size;
    }

    private long of(List<Expr> exprs) {
        double size = 0;
        for (Expr expr : exprs) {
            size += of(expr);
        }
        return bounded(size);
    }

    private static long bounded(double size) {
        return (long) Math.min(size, IMMENSE);
    }

    /** A branch counts with all its arms. */
    private final class OfStatement implements Statement.Cases<Long> {
        @Override
        public Long define(Statement.Define define) {
            return of(define.value());
        }

        @Override
        public Long next(Statement.Next next) {
            return of(next.value());
        }

        @Override
        public Long update(Statement.Update update) {
            List<Selector> selectors = update.selectors();
            return bounded((double) of(update.value()) + of(ExprChildren.of(selectors)));
        }

        @Override
        public Long branch(Statement.Branch branch) {
            double size = 0;
            for (Statement.Arm arm : branch.arms()) {
                size += of(ExprChildren.of(arm.condition()));
                size += all(arm.statements());
            }
            return bounded(size + all(branch.otherwise()));
        }

        private double all(List<Statement> statements) {
            double size = 0;
            for (Statement statement : statements) {
                size += of(statement);
            }
            return size;
        }

        @Override
        public Long loss(Statement.Loss loss) {
            return of(loss.value());
        }

        @Override
        public Long residual(Statement.Residual residual) {
            return of(residual.value());
        }

        @Override
        public Long predict(Statement.Predict predict) {
            return of(predict.output().value());
        }
    }
}
