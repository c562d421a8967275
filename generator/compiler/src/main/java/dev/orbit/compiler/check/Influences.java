package dev.orbit.compiler.check;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each symbol of a model is computed from. */
final class Influences {
    /**
     * What is read.
     *
     * @param smooth where a small change passes on
     * @param deciding where a change only decides between cases: in conditions, as an index, in {@code sign}
     */
    record Reads(Set<Symbol> smooth, Set<Symbol> deciding) {
        Reads() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        Set<Symbol> all(boolean decisions) {
            Set<Symbol> all = new LinkedHashSet<>(smooth);
            if (decisions) {
                all.addAll(deciding);
            }
            return all;
        }
    }

    private final Map<Symbol, Reads> sources = new LinkedHashMap<>();
    private final List<Reads> stepLosses = new ArrayList<>();
    private final Run run;

    private Influences(Run run) {
        this.run = run;
    }

    static Influences of(Model model, Run run) {
        Influences influences = new Influences(run);
        model.lets().forEach(let -> influences.add(let.symbol(), let.value(), List.of()));
        model.states().forEach(state -> influences.add(state.symbol(), state.start(), List.of()));
        boolean runs = model.iteration().isPresent()
                && (run.fixedSteps().isEmpty() || run.fixedSteps().getAsInt() > 0);
        if (runs) {
            influences.statements(model.step(), List.of());
        }
        model.outputs().forEach(output -> influences.add(output.symbol(), output.value(), List.of()));
        return influences;
    }

    Reads of(Symbol symbol) {
        return sources.getOrDefault(symbol, new Reads());
    }

    /** What the losses and residuals of the step read. */
    List<Reads> stepLosses() {
        return stepLosses;
    }

    Reads reads(Expr expr) {
        Reads reads = new Reads();
        visit(expr, reads, reads.smooth());
        return reads;
    }

    private Influences add(Symbol symbol, Expr value, List<Expr> conditions) {
        Reads reads = sources.computeIfAbsent(symbol, s -> new Reads());
        visit(value, reads, reads.smooth());
        conditions.forEach(condition -> visit(condition, reads, reads.deciding()));
        return this;
    }

    private void statements(List<Statement> statements, List<Expr> conditions) {
        StatementReader reader = new StatementReader(conditions);
        statements.forEach(statement -> statement.match(reader));
    }

    /** Reads statements that are carried out or not as {@code conditions} decide. */
    private final class StatementReader implements Statement.Cases<Influences> {
        private final List<Expr> conditions;

        StatementReader(List<Expr> conditions) {
            this.conditions = conditions;
        }

        @Override
        public Influences define(Statement.Define define) {
            return add(define.intermediate(), define.value(), conditions);
        }

        @Override
        public Influences next(Statement.Next next) {
            return add(next.state(), next.value(), conditions);
        }

        @Override
        public Influences update(Statement.Update update) {
            List<Expr> deciding = new ArrayList<>(conditions);
            deciding.addAll(ExprChildren.of(update.selectors()));
            return add(update.state(), update.value(), deciding);
        }

        @Override
        public Influences branch(Statement.Branch branch) {
            List<Expr> inner = new ArrayList<>(conditions);
            branch.arms().forEach(arm -> inner.addAll(ExprChildren.of(arm.condition())));
            branch.arms().forEach(arm -> statements(arm.statements(), inner));
            statements(branch.otherwise(), inner);
            return Influences.this;
        }

        @Override
        public Influences loss(Statement.Loss loss) {
            return sink(loss.value(), conditions);
        }

        @Override
        public Influences residual(Statement.Residual residual) {
            return sink(residual.value(), conditions);
        }

        @Override
        public Influences predict(Statement.Predict predict) {
            return add(predict.output().symbol(), predict.output().value(), conditions);
        }
    }

    private Influences sink(Expr value, List<Expr> conditions) {
        Reads reads = reads(value);
        conditions.forEach(condition -> visit(condition, reads, reads.deciding()));
        stepLosses.add(reads);
        return this;
    }

    private void visit(Expr expr, Reads reads, Set<Symbol> into) {
        if (expr instanceof Expr.Reference reference) {
            into.add(reference.symbol());
        } else if (expr instanceof Expr.Primed primed) {
            into.add(primed.state());
        } else if (expr instanceof Expr.Call call) {
            function(call.function(), into);
        } else if (expr instanceof Expr.Derivative derivative) {
            function(derivative.function(), into);
        } else if (expr instanceof Expr.Repeat repeat) {
            function(repeat.function(), into);
            ExprChildren.of(repeat.count()).forEach(datum -> visit(datum, reads, reads.deciding()));
            visit(repeat.start(), reads, into);
            return;
        } else if (expr instanceof Expr.Conditional conditional) {
            conditional.choices().forEach(choice -> {
                ExprChildren.of(choice.condition()).forEach(c -> visit(c, reads, reads.deciding()));
                visit(choice.value(), reads, into);
            });
            visit(conditional.otherwise(), reads, into);
            return;
        } else if (expr instanceof Expr.Access access) {
            ExprChildren.of(access.selectors()).forEach(index -> visit(index, reads, reads.deciding()));
            visit(access.of(), reads, into);
            return;
        }
        boolean step = expr instanceof Expr.Map1 map && map.function() == Function1.SIGN;
        ExprChildren.of(expr).forEach(child -> visit(child, reads, step ? reads.deciding() : into));
    }

    private void function(FunctionInstance function, Set<Symbol> into) {
        References reads = run.readsOf(function);
        into.addAll(reads.direct().keySet());
        into.addAll(reads.overSteps().keySet());
    }
}
