package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes a formula for readers: of several ways to write a rational function the one with the least to
 * compute. Functions and choices stay what they are; their arguments are written anew, each for itself.
 */
final class Simplest {
    /** Larger ones are left as they are: no form of them is short. */
    private static final int MOST_TERMS = 60;

    private static final int MOST_NODES = 150;
    private static final int MOST_COLLECTED = 6;

    private final EvalEngine engine;
    private final Formulas formulas;
    private final Map<Formula, Formula> images = new HashMap<>();
    private final Map<Formula, Formula> meanings = new LinkedHashMap<>();

    Simplest(EvalEngine engine, Formulas formulas) {
        this.engine = engine;
        this.formulas = formulas;
    }

    /** The formula in its simplest form; equal to it but for poles. */
    Formula of(Formula root) {
        for (Formula node : Traversal.bottomUp(List.of(root))) {
            images.put(node, image(node));
        }
        return shown(shortest(requireNonNull(images.get(root))));
    }

    /** The node as a rational function of symbols, some of which stand for functions. */
    private Formula image(Formula node) {
        if (RationalForms.isRationalNode(node)) {
            return formulas.like(node, node.operands().stream().map(images::get).toList());
        }
        List<Formula> arguments = node.operands().stream()
                .map(images::get)
                .map(this::shortest)
                .map(this::shown)
                .toList();
        Formula written = formulas.like(node, arguments);
        if (written instanceof Formula.Number) {
            return written;
        }
        Formula.Symbol standIn = formulas.symbol(Name.of("#" + written.id()));
        meanings.put(standIn, written);
        return standIn;
    }

    /** The formula with functions in the place of what stands for them. */
    private Formula shown(Formula formula) {
        return new Substitution(formulas, meanings).into(formula);
    }

    private Formula shortest(Formula formula) {
        boolean simple = Traversal.bottomUp(List.of(formula)).size() < 3;
        boolean large = Traversal.bottomUp(List.of(formula)).size() > MOST_NODES
                || RationalForms.expandedTerms(formula, MOST_TERMS) >= MOST_TERMS;
        if (simple || large || !RationalForms.areRational(List.of(formula))) {
            return formula;
        }
        return forms(formula).stream()
                .min(Comparator.comparing(form -> OperationCount.of(List.of(form))))
                .orElse(formula);
    }

    /** The formula as it is, then others; of equally good ones the first is taken, so products come before sums. */
    private List<Formula> forms(Formula formula) {
        Writer writer = new Writer();
        List<Formula.Symbol> symbols = Traversal.symbols(List.of(formula));
        symbols.forEach(writer::opaque);
        IExpr expression = writer.write(List.of(formula)).get(0);
        IExpr expanded = engine.evaluate(F.ExpandAll(expression));
        List<IExpr> written = new ArrayList<>(List.of(engine.evaluate(F.Factor(expression))));
        for (ISymbol symbol :
                writer.opaqueSymbols().values().stream().limit(MOST_COLLECTED).toList()) {
            written.add(engine.evaluate(F.Collect(expanded, symbol)));
        }
        written.add(engine.evaluate(F.Together(expression)));
        written.add(expanded);
        Reader reader = new Reader(formulas, new Assembly(formulas, Set.of(), symbols), writer.opaqueSymbols());
        List<Formula> forms = new ArrayList<>(List.of(formula));
        written.forEach(form -> forms.add(reader.read(form)));
        return forms;
    }
}
