package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.symbolic.Assumptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which gradients are other than zero after one step of gradient descent from a start: by exact arithmetic at random points, where
 * abstract functions have fresh values; and which are proved to stay zero, by closed forms in which the rate is a symbol.
 */
final class ExactWaking {
    private static final long SEED = 6_07;
    private static final int ATTEMPTS = 6;

    private final Model model;
    private final Waking waking;
    private final int rows;
    private final Set<Symbol> awake = new LinkedHashSet<>();
    private int told;

    ExactWaking(Model model, Init init, int rows, Deadline deadline) {
        this.model = model;
        this.waking = new Waking(model, init);
        this.rows = rows;
        Trial trial = new Trial(model, waking.program());
        Draw draw = trial.draw(SEED);
        for (int attempt = 0; attempt < ATTEMPTS && !deadline.isPast(); attempt++) {
            look(trial, draw.point(rows, attempt), Sample.of(Rational.of(1, 2 + attempt)));
        }
    }

    private void look(Trial trial, Point point, Sample rate) {
        try {
            SampleAlgebra algebra = Draw.algebra(point, new ConstantValues(model));
            Map<Symbol, Datum<Sample>> placed = trial.placed(point, algebra);
            Machine<Sample> machine = Machine.of(algebra);
            Map<String, Integer> open = trial.rows(rows);
            List<List<Sample>> before = waking.gradients(machine, placed, open);
            List<List<Sample>> after = waking.gradients(machine, waking.stepped(algebra, placed, before, rate), open);
            for (int i = 0; i < after.size(); i++) {
                if (after.get(i).stream().anyMatch(entry -> entry.isApartFrom(Sample.Exact.ZERO))) {
                    awake.add(waking.symbols().get(i));
                }
            }
            told++;
        } catch (Undecidable notTold) {
            // this point says nothing
        }
    }

    /** How many points told. */
    int points() {
        return told;
    }

    /** Whether the gradient is surely other than zero at some point. */
    boolean wakes(Symbol symbol) {
        return awake.contains(symbol);
    }

    /** Those whose gradients are proved to be zero after the step, whatever the data and the rate. */
    Set<Symbol> asleep(EqualityProof proof) {
        Inputs inputs = new Inputs(model, rows);
        Set<Symbol> asleep = new LinkedHashSet<>();
        if (!inputs.indices().isEmpty()) {
            return asleep;
        }
        try {
            Formulas formulas = new Formulas();
            FormulaAlgebra algebra = Decision.algebra(formulas);
            Machine<Formula> machine = Machine.of(algebra);
            Map<String, Integer> open =
                    Horizons.openDim(model).map(name -> Map.of(name, rows)).orElse(Map.of());
            Question.Ground ground =
                    Question.ground(model, waking.program(), inputs, new LinkedHashMap<>(), open, algebra, machine);
            List<List<Formula>> before = waking.gradients(machine, ground.placed(), open);
            Map<Symbol, Datum<Formula>> stepped =
                    waking.stepped(algebra, ground.placed(), before, formulas.symbol("learning rate"));
            List<List<Formula>> after = new ArrayList<>(waking.gradients(machine, stepped, open));
            Assumptions assumptions = new Assumptions(ground.facts());
            for (int i = 0; i < after.size(); i++) {
                boolean zero = !wakes(waking.symbols().get(i))
                        && after.get(i).stream()
                                .allMatch(entry -> proof.succeeds(entry, formulas.number(Rational.ZERO), assumptions));
                if (zero) {
                    asleep.add(waking.symbols().get(i));
                }
            }
            return asleep;
        } catch (Undecidable tooLarge) {
            return asleep;
        }
    }
}
