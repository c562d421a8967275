package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Subject;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the decisions of one claim share.
 *
 * @param model whose claim it is
 * @param claim what is decided
 * @param program the claim as programs
 * @param trial the witness at points
 * @param prover the witness by closed forms
 * @param deadline of the whole claim
 */
record Decision(Model model, Claim claim, ClaimProgram program, Trial trial, Prover prover, Deadline deadline) {
    /** An open number of steps is tried up to this. */
    private static final int MOST_STEPS = 3;

    /** Index data with more combinations of values than this are not gone through. */
    private static final int MOST_CASES = 64;

    /** Closed forms beyond this are of no use to a proof. */
    private static final int MOST_OPERATIONS = 150_000;

    Decision(Model model, Claim claim, Prover prover, Deadline deadline) {
        this(model, claim, new ClaimProgram(model, claim), prover, deadline);
    }

    private Decision(Model model, Claim claim, ClaimProgram program, Prover prover, Deadline deadline) {
        this(model, claim, program, new Trial(model, program), prover, deadline);
    }

    /** The same claim about the same equations with any number of steps; nothing of a model without steps. */
    Optional<Decision> unending() {
        return model.iteration().isEmpty()
                ? Optional.empty()
                : Optional.of(isOpen() ? this : new Decision(Subject.unending(model), claim, prover, deadline));
    }

    /** The rows of per-step data that are tried: as many as there are, or a few where that is open. */
    List<Integer> rows() {
        int before = Horizons.before(model);
        return Horizons.fixedRows(model).isPresent()
                ? List.of(Horizons.fixedRows(model).getAsInt())
                : IntStream.rangeClosed(before, before + MOST_STEPS).boxed().toList();
    }

    boolean isOpen() {
        return Horizons.fixedRows(model).isEmpty();
    }

    /** The largest number of rows that is tried. */
    int lastRows() {
        return rows().get(rows().size() - 1);
    }

    /** The steps that read so many rows. */
    int steps(int rows) {
        return rows - Horizons.before(model);
    }

    /** {@code T = 0..3}, or {@code 3 steps}, or nothing of a model without steps. */
    String extent() {
        List<Integer> rows = rows();
        if (isOpen()) {
            String dim = Horizons.openDim(model).orElse("T");
            return " for " + dim + " = " + rows.get(0) + ".." + rows.get(rows.size() - 1);
        }
        int steps = rows.get(0) - Horizons.before(model);
        return model.iteration().isEmpty() ? "" : " for " + steps + (steps == 1 ? " step" : " steps");
    }

    /** The claim in closed forms, once for each choice of values of index data. */
    List<Question> questions(int rows) {
        List<Question> questions = new ArrayList<>();
        for (Map<Entry, Integer> indices : choices(new Inputs(model, rows).indices())) {
            questions.add(Question.of(model, program, rows, indices, algebra(new Formulas())));
        }
        return questions;
    }

    /** Closed forms of no more than what is of use to a proof. */
    static FormulaAlgebra algebra(Formulas formulas) {
        return new FormulaAlgebra(formulas, MOST_OPERATIONS);
    }

    /** All choices of values of these entries of index data. */
    List<Map<Entry, Integer>> choices(List<Entry> entries) {
        List<Map<Entry, Integer>> choices = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (Entry entry : entries) {
            Datum.IndexRange range = range(entry);
            if (choices.size() * (long) (range.last() - range.first() + 1) > MOST_CASES) {
                throw new Undecidable("index data have too many values to go through");
            }
            List<Map<Entry, Integer>> longer = new ArrayList<>();
            for (Map<Entry, Integer> choice : choices) {
                for (int value = range.first(); value <= range.last(); value++) {
                    Map<Entry, Integer> more = new LinkedHashMap<>(choice);
                    more.put(entry, value);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private Datum.IndexRange range(Entry entry) {
        return model.data().stream()
                .filter(datum -> datum.symbol().equals(entry.symbol()))
                .findFirst()
                .flatMap(Datum::range)
                .orElseThrow();
    }
}
