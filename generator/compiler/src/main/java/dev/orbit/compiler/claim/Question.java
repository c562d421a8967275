package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.symbolic.Assumptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim in closed forms.
 *
 * @param sides entries of each expression that is compared, in turn
 * @param assumptions of the claim, of intervals and of the signs of constants
 */
record Question(List<List<Formula>> sides, Assumptions assumptions) {
    Question {
        sides = List.copyOf(sides);
    }

    /** What is put together of a claim before it is compared: arguments and what is known of them. */
    record Ground(Map<Symbol, Datum<Formula>> placed, List<Formula.Compare> facts) {}

    /**
     * The claim with so many rows of per-step data.
     *
     * @throws Undecidable when the closed forms are too large
     */
    static Question of(
            Model model, ClaimProgram program, int rows, Map<Entry, Integer> indices, FormulaAlgebra algebra) {
        return of(model, program, rows, indices, algebra, Machine.of(algebra), new ArrayList<>());
    }

    /** The same by another machine, which may read the facts: those that are known are in the list when it is asked. */
    static Question of(
            Model model,
            ClaimProgram program,
            int rows,
            Map<Entry, Integer> indices,
            FormulaAlgebra algebra,
            Machine<Formula> machine,
            List<Formula.Compare> facts) {
        Map<String, Integer> open =
                Horizons.openDim(model).map(name -> Map.of(name, rows)).orElse(Map.of());
        Ground ground = ground(model, program, new Inputs(model, rows), indices, open, algebra, machine);
        facts.addAll(ground.facts());
        List<List<Formula>> sides = program.compared(
                machine,
                ground.placed(),
                open,
                (condition, left, right) ->
                        fact(condition, left, right, algebra.formulas()).ifPresent(facts::add));
        return new Question(sides, new Assumptions(facts));
    }

    /** Symbols for everything free, what the point puts in, constants defined in the algebra, intervals as facts. */
    static Ground ground(
            Model model,
            ClaimProgram program,
            Inputs inputs,
            Map<Entry, Integer> indices,
            Map<String, Integer> open,
            FormulaAlgebra algebra,
            Machine<Formula> machine) {
        Formulas formulas = algebra.formulas();
        ConstantValues constants = new ConstantValues(model);
        List<Formula.Compare> facts = new ArrayList<>();
        for (Symbol constant : constants.free()) {
            Formula symbol = formulas.symbol(Entry.of(constant).name());
            algebra.define(constant.name(), symbol);
            if (!program.set().contains(constant)) {
                boolean negative = constants.sign(constant) < 0;
                compare(formulas, negative ? Formula.Relation.LESS : Formula.Relation.GREATER, symbol, zero(formulas))
                        .ifPresent(facts::add);
            }
        }
        constants.derive(algebra, Set.copyOf(constants.free()), algebra::define);
        Map<Symbol, Datum<Formula>> free =
                inputs.of(entry -> formulas.symbol(entry.name()), entry -> indices.getOrDefault(entry, 1));
        Map<Symbol, Datum<Formula>> placed = new LinkedHashMap<>(program.placed(machine, free, open, algebra::define));
        Set<Symbol> known = new LinkedHashSet<>(constants.free());
        known.addAll(program.set());
        constants.derive(algebra, known, algebra::define);
        facts.addAll(inside(model, program, inputs, placed, algebra));
        return new Ground(placed, facts);
    }

    private static List<Formula.Compare> inside(
            Model model,
            ClaimProgram program,
            Inputs inputs,
            Map<Symbol, Datum<Formula>> placed,
            FormulaAlgebra algebra) {
        Intervals intervals = new Intervals(model);
        List<Formula.Compare> facts = new ArrayList<>();
        for (Entry entry : inputs.entries()) {
            if (entry.row() == 0 && !program.set().contains(entry.symbol())) {
                Formula symbol = algebra.formulas().symbol(entry.name());
                Intervals.Bounds<Formula> bounds = intervals.of(
                        entry,
                        algebra,
                        each -> requireNonNull(placed.get(each.symbol()))
                                .entries()
                                .get(each.place()));
                bounds.low()
                        .flatMap(low -> compare(algebra.formulas(), Formula.Relation.GREATER, symbol, low))
                        .ifPresent(facts::add);
                bounds.high()
                        .flatMap(high -> compare(algebra.formulas(), Formula.Relation.LESS, symbol, high))
                        .ifPresent(facts::add);
            }
        }
        return facts;
    }

    private static Formula zero(Formulas formulas) {
        return formulas.number(Rational.ZERO);
    }

    /** An assumption as a fact; nothing when it holds of numbers anyway. */
    static Optional<Formula.Compare> fact(Condition.Compare condition, Formula left, Formula right, Formulas formulas) {
        return compare(formulas, Formula.Relation.valueOf(condition.comparison().name()), left, right);
    }

    private static Optional<Formula.Compare> compare(
            Formulas formulas, Formula.Relation relation, Formula left, Formula right) {
        Formula fact = formulas.compare(relation, left, right);
        return fact instanceof Formula.Compare compare ? Optional.of(compare) : Optional.empty();
    }

    /** Pairs of entries that are to be equal, of the pair of sides with this number. */
    List<List<Formula>> entries(int pair) {
        List<Formula> left = sides.get(2 * pair);
        List<Formula> right = sides.get(2 * pair + 1);
        List<List<Formula>> entries = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            entries.add(List.of(left.get(left.size() == 1 ? 0 : i), right.get(right.size() == 1 ? 0 : i)));
        }
        return entries;
    }

    int pairs() {
        return sides.size() / 2;
    }
}
