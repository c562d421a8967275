package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.FormulaArithmetic;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Connective;
import dev.orbit.compiler.program.Literal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closed forms: numbers are exactly what the author wrote, constants of the spec what is chosen for them. A computation
 * that writes more than its share is given up.
 */
final class ClaimAlgebra implements OpenAlgebra<Formula> {
    /** Closed forms beyond this are of no use to a proof. */
    private static final int MOST_OPERATIONS = 150_000;

    private final Formulas formulas;
    private final FormulaArithmetic arithmetic;
    private final Map<String, Formula> constants = new HashMap<>();
    private int operations;

    ClaimAlgebra(Formulas formulas) {
        this.formulas = formulas;
        this.arithmetic = new FormulaArithmetic(formulas);
    }

    Formulas formulas() {
        return formulas;
    }

    /** Chooses what a constant of the spec is. */
    void define(String constant, Formula value) {
        constants.put(constant, value);
    }

    @Override
    public Formula literal(Literal literal) {
        Formula chosen = constants.get(literal.name());
        if (chosen != null) {
            return chosen;
        } else if (literal.equals(Literal.PI) || literal.text().equals("pi")) {
            return formulas.pi();
        }
        return literal.text().isEmpty() || !Double.isFinite(literal.value())
                ? constant(literal.value())
                : formulas.decimal(new BigDecimal(literal.text()));
    }

    @Override
    public Formula constant(double c) {
        return arithmetic.constant(c);
    }

    @Override
    public Formula pi() {
        return formulas.pi();
    }

    @Override
    public Formula apply(Function1 f, Formula x) {
        count();
        return formulas.apply(f, x);
    }

    @Override
    public Formula apply(Function2 f, Formula x, Formula y) {
        count();
        boolean least = f == Function2.MAX || f == Function2.LOG_ADD_EXP;
        if (least || f == Function2.MIN) {
            Formula nothing = constant(least ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            if (x == nothing || y == nothing) {
                return x == nothing ? y : x;
            }
        }
        return formulas.apply(f, x, y);
    }

    private void count() {
        if (++operations > MOST_OPERATIONS) {
            throw new Undecidable("the closed forms are too large");
        }
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
    public Formula compare(Comparison op, Formula x, Formula y) {
        if (x == y) {
            return truth(op == Comparison.EQUAL || op == Comparison.LESS_EQUAL || op == Comparison.GREATER_EQUAL);
        }
        return formulas.compare(relation(op), x, y);
    }

    private static Formula.Relation relation(Comparison op) {
        return switch (op) {
            case LESS -> Formula.Relation.LESS;
            case LESS_EQUAL -> Formula.Relation.LESS_EQUAL;
            case GREATER -> Formula.Relation.GREATER;
            case GREATER_EQUAL -> Formula.Relation.GREATER_EQUAL;
            case EQUAL -> Formula.Relation.EQUAL;
            case NOT_EQUAL -> Formula.Relation.NOT_EQUAL;
        };
    }

    @Override
    public Formula connect(Connective op, List<Formula> truths) {
        Formula yes = truth(true);
        Formula no = truth(false);
        return switch (op) {
            case NOT ->
                decide(truths.get(0))
                        .map(known -> truth(!known))
                        .orElseGet(() -> formulas.logic(Formula.Connective.NOT, truths));
            case AND -> joined(Formula.Connective.AND, truths, yes, no);
            case OR -> joined(Formula.Connective.OR, truths, no, yes);
        };
    }

    private Formula joined(Formula.Connective op, List<Formula> truths, Formula neutral, Formula end) {
        List<Formula> open = truths.stream().filter(truth -> truth != neutral).toList();
        if (open.contains(end)) {
            return end;
        }
        return open.isEmpty() ? neutral : open.size() == 1 ? open.get(0) : formulas.logic(op, open);
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
