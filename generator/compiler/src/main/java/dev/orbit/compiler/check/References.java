package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprChildren;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What typed expressions read, functions that they call included.
 *
 * @param direct symbols read, each with its first place; the place is in the body of a function if read there
 * @param overSteps symbols read within a reduction over steps
 * @param reductions places of reductions over steps
 */
record References(Map<Symbol, Span> direct, Map<Symbol, Span> overSteps, Set<Span> reductions) {
    References() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    static References of(Expr expr, Run run) {
        return new References().add(expr, run);
    }

    References add(Expr expr, Run run) {
        visit(expr, direct, run);
        return this;
    }

    private void visit(Expr expr, Map<Symbol, Span> into, Run run) {
        if (expr instanceof Expr.Reference reference) {
            into.putIfAbsent(reference.symbol(), reference.span());
        } else if (expr instanceof Expr.Primed primed) {
            into.putIfAbsent(primed.state(), primed.span());
        } else if (expr instanceof Expr.Size size) {
            into.putIfAbsent(size.dim(), size.span());
        } else if (expr instanceof Expr.Call call) {
            function(call.function(), into, run);
        } else if (expr instanceof Expr.Derivative derivative) {
            function(derivative.function(), into, run);
        } else if (expr instanceof Expr.Repeat repeat) {
            function(repeat.function(), into, run);
        } else if (expr instanceof Expr.OverSteps reduction) {
            reductions.add(reduction.span());
            visit(reduction.body(), overSteps, run);
            return;
        }
        ExprChildren.of(expr).forEach(child -> visit(child, into, run));
    }

    private void function(FunctionInstance function, Map<Symbol, Span> into, Run run) {
        References inside = run.readsOf(function);
        inside.direct.forEach(into::putIfAbsent);
        inside.overSteps.forEach(overSteps::putIfAbsent);
        reductions.addAll(inside.reductions);
    }
}
