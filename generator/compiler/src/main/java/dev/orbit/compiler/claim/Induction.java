package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.symbolic.Assumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Proves for every number of steps that sides of a claim are equal: from some number on by induction over the step, for
 * fewer steps one number after the other. Also of a model whose number of steps is fixed: then of the same equations with any
 * number.
 */
final class Induction {
    /** Steps at either end that are taken one by one. */
    private static final List<Integer> ENDS = List.of(1, 2);

    private final Decision decision;
    private final EqualityProof proof;
    private final List<String> names;

    /** Proofs about the claim of a decision about the model with an open number of steps. */
    Induction(Decision decision, List<String> names) {
        this.decision = decision;
        this.proof = new EqualityProof(decision.prover(), decision.deadline());
        this.names = names;
    }

    /** Looks for points that contradict, with so many rows of per-step data. */
    private interface Search {
        Counterexamples.Search at(Counterexamples points, int rows);
    }

    /** For how many steps at least all sides are proved to be equal; nothing if no proof was found. */
    OptionalInt least() {
        return least(
                question -> proof.gap(question).isEmpty(), (points, rows) -> points.unequal(rows, Counterexamples.FEW));
    }

    /** The same of one pair of sides. */
    OptionalInt least(int pair) {
        return least(
                question -> proof.gap(question, pair).isEmpty(),
                (points, rows) -> points.different(rows, pair, true, Counterexamples.FEW));
    }

    private OptionalInt least(Predicate<Question> equal, Search search) {
        Model model = decision.model();
        boolean indexed = model.data().stream()
                .anyMatch(datum -> datum.perStep() && datum.range().isPresent());
        for (int ends : indexed ? List.<Integer>of() : ENDS) {
            Zone zone = new Zone(Horizons.openDim(model).orElseThrow(), Horizons.before(model), ends, ends);
            if (holds(zone, equal, search)) {
                return OptionalInt.of(fewer(zone.least(), equal, search));
            }
        }
        return OptionalInt.empty();
    }

    private boolean holds(Zone zone, Predicate<Question> equal, Search search) {
        try {
            for (Map<Entry, Integer> indices : decision.choices(new Inputs(decision.model(), zone.rows()).indices())) {
                if (decision.deadline().isPast() || !equal.test(question(zone, indices))) {
                    return false;
                }
            }
            return isWitnessed(zone.least(), search);
        } catch (Undecidable gap) {
            return false;
        }
    }

    /** The claim for all numbers of steps at once. */
    private Question question(Zone zone, Map<Entry, Integer> indices) {
        FormulaAlgebra algebra = Decision.algebra(new Formulas());
        Generality generality = new Generality(algebra.formulas(), zone);
        for (Datum datum : decision.model().data()) {
            for (int place = 0;
                    datum.perStep() && place < datum.symbol().shape().size();
                    place++) {
                generality.varying(
                        algebra.formulas().symbol(new Entry(datum.symbol(), zone.generalRow(), place).name()));
            }
        }
        List<Formula.Compare> facts = new ArrayList<>();
        Machine<Formula> machine =
                new GeneralSteps(algebra, zone, generality, (x, y) -> proof.succeeds(x, y, new Assumptions(facts)));
        return Question.of(decision.model(), decision.program(), zone.rows(), indices, algebra, machine, facts);
    }

    /** The second witness: at points, for the least numbers of steps that the proof speaks of. */
    private boolean isWitnessed(int least, Search search) {
        Counterexamples points = new Counterexamples(decision.trial(), names, decision.deadline());
        int before = Horizons.before(decision.model());
        for (int steps = Math.max(1, least); steps <= least + 1; steps++) {
            Counterexamples.Search tried = search.at(points, before + steps);
            boolean numbers = tried.found()
                    .filter(found ->
                            !found.left().equals("undefined") && !found.right().equals("undefined"))
                    .isPresent();
            if (numbers) {
                throw new WitnessesDisagree(
                        decision.claim().text(), tried.found().get().point());
            } else if (tried.found().isPresent() || tried.agreements() == 0) {
                return false;
            }
        }
        return true;
    }

    /** The least number from which on every single one up to {@code least} is proved. */
    private int fewer(int least, Predicate<Question> equal, Search search) {
        int before = Horizons.before(decision.model());
        Counterexamples points = new Counterexamples(decision.trial(), names, decision.deadline());
        int proved = least;
        while (proved > 0) {
            Counterexamples.Search tried = search.at(points, before + proved - 1);
            if (tried.found().isPresent() || tried.agreements() == 0 || !isEqual(before + proved - 1, equal)) {
                return proved;
            }
            proved--;
        }
        return proved;
    }

    private boolean isEqual(int rows, Predicate<Question> equal) {
        try {
            return decision.questions(rows).stream().allMatch(equal);
        } catch (Undecidable gap) {
            return false;
        }
    }
}
