package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be read where. */
final class Visibility {
    /** Sites that know nothing but numbers. */
    private static final Set<Site> FIXED = EnumSet.of(Site.CONSTANT, Site.START, Site.BOUND);

    /** Sites where the row of a step is known. */
    private static final Set<Site> ROWS = EnumSet.of(Site.STEP, Site.OVER_STEPS, Site.FUNCTION);

    /** Sites that know states: before and after a step, or after the last. */
    private static final Set<Site> STATES = EnumSet.of(Site.STEP, Site.RESULT, Site.CLAIM);

    private final Frame frame;
    private final Span at;

    private Visibility(Frame frame, Span at) {
        this.frame = frame;
        this.at = at;
    }

    /** Reports, if the name may not be read in this frame; tells whether it may. */
    static boolean check(Meaning meaning, Span at, Frame frame) {
        return new Visibility(frame, at).allows(meaning, Optional.empty(), ROWS.contains(frame.site()));
    }

    /** The same for all that a function reads which is called here. */
    static boolean check(FunctionInstance function, Span at, Frame frame) {
        References reads = frame.run().readsOf(function);
        Visibility here = new Visibility(frame, at);
        boolean fine = true;
        for (Map.Entry<Symbol, Span> read : reads.direct().entrySet()) {
            fine &= here.allows(function, read, ROWS.contains(frame.site()));
        }
        for (Map.Entry<Symbol, Span> read : reads.overSteps().entrySet()) {
            fine &= here.allows(function, read, true);
        }
        if (!reads.reductions().isEmpty() && !allowsOverSteps(frame.site())) {
            frame.report().add(new StepProblem.ReducedInStep(at, frame.site(), Optional.of(function.name())));
            return false;
        }
        return fine;
    }

    /** Whether a reduction over steps may stand here. */
    static boolean allowsOverSteps(Site site) {
        return switch (site) {
            case STEP, OVER_STEPS, CONSTANT, START, BOUND, PENALTY, BEFORE -> false;
            case LET, STATE_START, RESULT, CLAIM, SETTING, FUNCTION -> true;
        };
    }

    private boolean allows(FunctionInstance function, Map.Entry<Symbol, Span> read, boolean rows) {
        boolean inSpec = frame.report().file().equals(frame.run().source()) && !function.bound();
        Reading.Via via = new Reading.Via(function.name(), inSpec ? Optional.of(read.getValue()) : Optional.empty());
        return frame.run()
                .meaning(read.getKey())
                .map(meaning -> allows(meaning, Optional.of(via), rows))
                .orElse(true);
    }

    private boolean allows(Meaning meaning, Optional<Reading.Via> via, boolean rows) {
        Reading reading =
                new Reading(meaning.name(), meaning.role(), frame.declared(meaning.symbol()), frame.site(), via);
        Optional<SpecProblem> problem = refuse(meaning, reading, rows);
        problem.ifPresent(frame.report()::add);
        return problem.isEmpty();
    }

    private Optional<SpecProblem> refuse(Meaning meaning, Reading reading, boolean rows) {
        return switch (meaning.role()) {
            case CONSTANT, RUNNING_INDEX, ARGUMENT, LOCAL -> Optional.empty();
            case DIM -> meaning.isOpenDim() ? variable(reading, false) : Optional.empty();
            case PARAMETER -> frame.site() == Site.BOUND ? Optional.empty() : fixed(reading);
            case INPUT, TARGET ->
                variable(reading, false).or(() -> meaning.perStep() && !rows ? row(reading) : Optional.empty());
            case LET -> variable(reading, !frame.run().isDataLet(meaning.symbol()));
            case STATE, OUTPUT -> STATES.contains(frame.site()) ? Optional.empty() : state(reading);
            case INTERMEDIATE, STEP_INDEX -> frame.site() == Site.STEP ? Optional.empty() : before(reading);
        };
    }

    /** Of what is known only with the data of an example, but in a penalty only when it depends on parameters alone. */
    private Optional<SpecProblem> variable(Reading reading, boolean parametric) {
        return frame.site() == Site.PENALTY && !parametric
                ? Optional.of(new ReadingProblem.PenaltyRead(at, reading))
                : fixed(reading);
    }

    private Optional<SpecProblem> fixed(Reading reading) {
        return FIXED.contains(frame.site()) ? Optional.of(new ReadingProblem.FixedRead(at, reading)) : Optional.empty();
    }

    private Optional<SpecProblem> row(Reading reading) {
        return Optional.of(
                frame.site() == Site.BEFORE
                        ? new ReadingProblem.BeforeRead(at, reading)
                        : new ReadingProblem.RowRead(at, reading));
    }

    private Optional<SpecProblem> state(Reading reading) {
        if (frame.site() == Site.BEFORE) {
            return Optional.of(new ReadingProblem.BeforeRead(at, reading));
        } else if (frame.site() == Site.PENALTY) {
            return Optional.of(new ReadingProblem.PenaltyRead(at, reading));
        }
        return fixed(reading).or(() -> Optional.of(new ReadingProblem.StateRead(at, reading)));
    }

    private Optional<SpecProblem> before(Reading reading) {
        return Optional.of(new ReadingProblem.BeforeRead(at, reading));
    }
}
