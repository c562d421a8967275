package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.FormulaArithmetic;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evaluates programs in closed forms: numbers are exact and as the author wrote them, abstract functions stay abstract, and a truth
 * that the symbols leave open makes a choice of two formulas. Symbols stand for real numbers, so {@code known(y)} holds.
 */
public final class FormulaAlgebra implements Algebra<Formula> {
    private final Formulas formulas;
    private final Arithmetic<Formula> arithmetic;

    public FormulaAlgebra(Formulas formulas) {
        this.formulas = formulas;
        this.arithmetic = new FormulaArithmetic(formulas);
    }

    @Override
    public Formula constant(double c) {
        return arithmetic.constant(c);
    }

    @Override
    public Formula literal(Literal literal) {
        String text = literal.text();
        if (text.equals(Literal.PI.text())) {
            return pi();
        } else if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
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
        return arithmetic.apply(f, x);
    }

    @Override
    public Formula apply(Function2 f, Formula x, Formula y) {
        return arithmetic.apply(f, x, y);
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
        return open.size() == 1 ? open.get(0) : formulas.logic(connective, open);
    }

    @Override
    public Optional<Boolean> decide(Formula truth) {
        return truth == truth(true) ? Optional.of(true) : truth == truth(false) ? Optional.of(false) : Optional.empty();
    }

    @Override
    public Formula choose(Formula truth, Formula then, Formula otherwise) {
        return formulas.conditional(truth, then, otherwise);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A function of shaped arguments is a function of all their entries, and a shaped result is several functions: {@code
     * w[1]}, {@code w[2]}, row-major.
     */
    @Override
    public List<List<Formula>> call(Abstract f, Abstract.Order order, List<List<Formula>> arguments) {
        int own = f.arguments().size();
        List<Formula> at =
                arguments.subList(0, own).stream().flatMap(List::stream).toList();
        return switch (order.kind()) {
            case VALUE, PARTIAL -> List.of(value(f, order.by(), at));
            case VECTOR_JACOBIAN -> {
                List<Formula> seed = arguments.get(own);
                yield order.by().stream()
                        .map(argument -> pulled(f, argument, at, seed))
                        .toList();
            }
            case JACOBIAN_VECTOR -> List.of(pushed(f, order.by(), at, arguments.subList(own, arguments.size())));
        };
    }

    private List<Formula> value(Abstract f, List<Integer> by, List<Formula> at) {
        List<Formula> entries = new ArrayList<>();
        for (int row = 0; row < f.result().size(); row++) {
            entries.add(formulas.call(entry(f, row), by, at));
        }
        return entries;
    }

    private static String entry(Abstract f, int row) {
        return f.result().isScalar() ? f.name() : f.name() + "[" + (row + 1) + "]";
    }

    /** The adjoint of one argument: for each of its entries the sum over the rows of the result. */
    private List<Formula> pulled(Abstract f, int argument, List<Formula> at, List<Formula> seed) {
        int first = offset(f, argument);
        List<Formula> adjoints = new ArrayList<>();
        for (int entry = 0; entry < f.arguments().get(argument).size(); entry++) {
            Formula sum = formulas.number(0);
            for (int row = 0; row < seed.size(); row++) {
                Formula slope = formulas.call(entry(f, row), List.of(first + entry), at);
                sum = formulas.add(sum, formulas.multiply(seed.get(row), slope));
            }
            adjoints.add(sum);
        }
        return adjoints;
    }

    private List<Formula> pushed(Abstract f, List<Integer> by, List<Formula> at, List<List<Formula>> tangents) {
        List<Formula> rows = new ArrayList<>();
        for (int row = 0; row < f.result().size(); row++) {
            Formula sum = formulas.number(0);
            for (int i = 0; i < by.size(); i++) {
                int first = offset(f, by.get(i));
                for (int entry = 0; entry < tangents.get(i).size(); entry++) {
                    Formula slope = formulas.call(entry(f, row), List.of(first + entry), at);
                    sum = formulas.add(
                            sum, formulas.multiply(slope, tangents.get(i).get(entry)));
                }
            }
            rows.add(sum);
        }
        return rows;
    }

    /** How many entries stand before those of an argument. */
    private static int offset(Abstract f, int argument) {
        return Stream.of(f)
                .flatMap(function -> function.arguments().subList(0, argument).stream())
                .mapToInt(type -> type.size())
                .sum();
    }
}
