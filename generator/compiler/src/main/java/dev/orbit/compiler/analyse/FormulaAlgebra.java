package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.FormulaArithmetic;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates programs in closed forms: numbers are exact and as the author wrote them, abstract functions stay abstract, and a truth
 * that the symbols leave open makes a choice of two formulas. Symbols stand for real numbers, so {@code known(y)} holds.
 */
public final class FormulaAlgebra implements OpenAlgebra<Formula> {
    private final Formulas formulas;
    private final Arithmetic<Formula> arithmetic;
    private final Map<String, Formula> constants = new HashMap<>();
    private final int most;
    private int operations;

    public FormulaAlgebra(Formulas formulas) {
        this(formulas, Integer.MAX_VALUE);
    }

    /** The same; a computation of more operations than this is given up with {@link Undecidable}. */
    public FormulaAlgebra(Formulas formulas, int most) {
        this.formulas = formulas;
        this.arithmetic = new FormulaArithmetic(formulas);
        this.most = most;
    }

    /** Where its formulas are made. */
    public Formulas formulas() {
        return formulas;
    }

    /** Chooses what a constant of the spec is; the others are what is written. */
    public void define(String constant, Formula value) {
        constants.put(constant, value);
    }

    private void count() {
        if (++operations > most) {
            throw new Undecidable("the closed forms are too large");
        }
    }

    @Override
    public Formula constant(double c) {
        return arithmetic.constant(c);
    }

    @Override
    public Formula literal(Literal literal) {
        Formula chosen = constants.get(literal.name());
        String text = literal.text();
        if (chosen != null) {
            return chosen;
        } else if (text.equals(Literal.PI.text())) {
            return pi();
        } else if (text.isEmpty() || !Double.isFinite(literal.value())) {
            return constant(literal.value());
        }
        return formulas.decimal(new BigDecimal(text));
    }

    @Override
    public Formula pi() {
        return arithmetic.pi();
    }

    @Override
    public Formula apply(Function1 f, Formula x) {
        count();
        return arithmetic.apply(f, x);
    }

    @Override
    public Formula apply(Function2 f, Formula x, Formula y) {
        count();
        boolean largest = f == Function2.MAX || f == Function2.LOG_ADD_EXP;
        if (largest || f == Function2.MIN) {
            Formula nothing = constant(largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            if (x == nothing || y == nothing) {
                return x == nothing ? y : x; // what a fold begins with
            }
        }
        return arithmetic.apply(f, x, y);
    }

    @Override
    public Formula opaque(String function, List<Integer> by, List<Formula> arguments) {
        count();
        return formulas.call(function, by, arguments);
    }

    @Override
    public Formula truth(boolean known) {
        return formulas.truth(known);
    }

    @Override
    public Formula compare(Instr.Comparison op, Formula x, Formula y) {
        return x == y ? truth(op.holds(0, 0)) : formulas.compare(Formula.Relation.valueOf(op.name()), x, y);
    }

    @Override
    public Formula connect(Instr.Connective op, List<Formula> truths) {
        return switch (op) {
            case AND -> joined(Formula.Connective.AND, true, truths);
            case OR -> joined(Formula.Connective.OR, false, truths);
            case NOT ->
                decide(truths.get(0))
                        .map(known -> truth(!known))
                        .orElseGet(() -> formulas.logic(Formula.Connective.NOT, truths));
        };
    }

    /** Without the truths that do not matter: what is known to be {@code neutral} is left out, its contrary decides. */
    private Formula joined(Formula.Connective connective, boolean neutral, List<Formula> truths) {
        if (truths.contains(truth(!neutral))) {
            return truth(!neutral);
        }
        List<Formula> open = truths.stream()
                .filter(truth -> truth != truth(neutral))
                .distinct()
                .toList();
        return open.isEmpty() ? truth(neutral) : open.size() == 1 ? open.get(0) : formulas.logic(connective, open);
    }

    @Override
    public Optional<Boolean> decide(Formula truth) {
        return truth == truth(true) ? Optional.of(true) : truth == truth(false) ? Optional.of(false) : Optional.empty();
    }

    @Override
    public Formula choose(Formula truth, Formula then, Formula otherwise) {
        count();
        return formulas.conditional(truth, then, otherwise);
    }
}
