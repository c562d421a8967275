package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.formula.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Derives the partial derivatives of one shape: Symja differentiates and writes each derivative in several ways, and
 * the cheapest is taken. What the formula itself computes costs nothing, nor what an earlier partial computes: in
 * {@code (y - t)^2} the difference is there already.
 */
final class Partials {
    /** Factoring takes long where there is much to factor, and rarely gains anything there. */
    private static final int MOST_FACTORED = 40;

    private final EvalEngine engine;
    private final Shape shape;
    private final Formula formula;
    private final Formula seed;
    private final Writer writer = new Writer();
    private final Set<Formula> given;
    private final Set<Formula> computed;

    /**
     * Of a shape with two roots.
     *
     * @param shape the formula, and what every derivative is multiplied by
     */
    Partials(EvalEngine engine, Shape shape) {
        this.engine = engine;
        this.shape = shape;
        this.formula = shape.roots().get(0);
        this.seed = shape.roots().get(1);
        this.given = new HashSet<>(Traversal.bottomUp(shape.roots()));
        this.computed = new HashSet<>(given);
    }

    /** The derivatives by each of the symbols, in order, each times the seed. */
    List<Formula> by(List<Formula.Symbol> symbols) {
        shape.meanings().keySet().forEach(writer::opaque);
        List<IExpr> written = writer.write(List.of(formula, seed));
        List<Formula> partials = new ArrayList<>();
        for (Formula.Symbol symbol : symbols) {
            IExpr derived = engine.evaluate(F.D(written.get(0), writer.opaque(symbol)));
            Formula best = cheapest(derived, written.get(1));
            computed.addAll(Traversal.bottomUp(List.of(best)));
            partials.add(best);
        }
        return cheaper(new Sharing(shape.formulas(), given).share(partials), partials);
    }

    private List<Formula> cheaper(List<Formula> shared, List<Formula> partials) {
        boolean gained = OperationCount.of(shared, given).compareTo(OperationCount.of(partials, given)) < 0;
        return gained ? shared : partials;
    }

    private Formula cheapest(IExpr derived, IExpr factor) {
        Formula plain = read(derived);
        Formula first = assembly().product(List.of(seed, plain));
        if (isMonomial(plain)) {
            return first;
        }
        Set<Formula> forms = new LinkedHashSet<>(List.of(first));
        IExpr product = engine.evaluate(F.Times(factor, derived));
        IExpr expanded = engine.evaluate(F.ExpandAll(product));
        forms.add(read(product));
        forms.add(read(expanded));
        if (RationalForms.expandedTerms(first, MOST_FACTORED) < MOST_FACTORED) {
            forms.add(read(engine.evaluate(F.Factor(product))));
        }
        if (OperationCount.of(List.of(first)).divisions() > 0) {
            forms.add(read(engine.evaluate(F.Together(product))));
        }
        forms.addAll(collected(expanded));
        return forms.stream()
                .min(Comparator.comparing(this::cost).thenComparing(this::size))
                .orElse(first);
    }

    /** Whether nothing is left to add: then there is no other way to write it that would be cheaper. */
    private boolean isMonomial(Formula form) {
        return OperationCount.of(List.of(form), computed).additions() == 0;
    }

    /** The expanded derivative, collected by powers of one symbol at a time: {@code a*(b + c) + d}. */
    private List<Formula> collected(IExpr expanded) {
        return writer.opaqueSymbols().values().stream()
                .filter(symbol -> !expanded.isFree(symbol))
                .map(symbol -> read(engine.evaluate(F.Collect(expanded, symbol))))
                .toList();
    }

    private Formula read(IExpr expression) {
        return new Reader(shape.formulas(), assembly(), writer.opaqueSymbols()).read(expression);
    }

    private Assembly assembly() {
        return new Assembly(shape.formulas(), computed, shape.meanings().keySet());
    }

    private OperationCount cost(Formula form) {
        return OperationCount.of(List.of(form), computed);
    }

    /** Of two equally cheap forms the shorter is the more readable. */
    private int size(Formula form) {
        return Traversal.bottomUp(List.of(form)).size();
    }
}
