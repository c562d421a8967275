package dev.orbit.fit;

import dev.orbit.runtime.Constrained;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Unconstrained;
import java.util.Optional;

/**
 * Fits a model: L-BFGS in the free coordinates, where every parameter may be any number and intervals are kept by a smooth
 * map, and then, for up to {@value #POLISHED} parameters, Newton steps for the last digits.
 *
 * <pre>{@code
 * Fitted fitted = Fit.of(model.objective(examples)).from(Oil.init("neutral"));
 * }</pre>
 *
 * <p>Free coordinates rather than bounds, because an interval of the language is open: a minimum lies inside it, or nowhere.
 * Then a parameter runs towards the bound until the loss no longer tells, which looks like a flat minimum. Where a step was
 * only too long, the gradient by the parameter itself still points inside; then the fit begins anew with that parameter back
 * at its start, and the better end counts.
 */
public final class Fit {
    /** Second derivatives are taken of at most so many parameters. */
    static final int POLISHED = 100;

    /** Fits begun anew, at most. */
    private static final int RESTARTS = 3;

    private final Objective objective;
    private final Unconstrained function;
    private final Lbfgs.Options options;
    private final Observer observer;

    private Fit(Objective objective, Unconstrained function, Lbfgs.Options options, Observer observer) {
        this.objective = objective;
        this.function = function;
        this.options = options;
        this.observer = observer;
    }

    /** With the standard options, unobserved. */
    public static Fit of(Objective objective) {
        return new Fit(objective, Unconstrained.of(objective), Lbfgs.Options.standard(), Observer.none());
    }

    public Fit with(Lbfgs.Options others) {
        return new Fit(objective, function, others, observer);
    }

    /** The observer sees the free vector. */
    public Fit observedBy(Observer other) {
        return new Fit(objective, function, options, other);
    }

    /**
     * Fits.
     *
     * @param start the parameters to begin at, only read
     * @throws dev.orbit.runtime.ParameterOutsideInterval if one of them is not inside its interval
     */
    public Fitted from(double[] start) {
        double[] begin = function.free(start);
        Outcome outcome = minimise(begin, 0);
        Edges edges = new Edges(objective.model().parameters(), begin);
        for (int i = 0; i < RESTARTS && outcome.stop().converged(); i++) {
            double[] gradient = new double[begin.length];
            function.valueAndGradient(outcome.point(), gradient);
            Optional<double[]> inside = edges.leave(outcome.point(), gradient);
            if (inside.isEmpty()) {
                break;
            }
            Outcome other = minimise(inside.get(), outcome.iterations());
            Outcome better = other.value() < outcome.value() ? other : outcome;
            outcome = new Outcome(
                    better.point(),
                    better.value(),
                    better.gradientNorm(),
                    other.iterations(),
                    outcome.evaluations() + other.evaluations(),
                    other.stop() == Stop.ASKED ? Stop.ASKED : better.stop());
        }
        if (outcome.stop().converged() && function.size() <= POLISHED) {
            outcome = Newton.polish(function, outcome);
        }
        return new Fitted(
                function.parameters(outcome.point()),
                outcome.value(),
                outcome.gradientNorm(),
                outcome.iterations(),
                outcome.evaluations(),
                outcome.stop());
    }

    /** One minimisation, its iterations counted on from those before. */
    private Outcome minimise(double[] begin, int before) {
        Outcome outcome = Lbfgs.of(function)
                .with(options.withIterations(Math.max(0, options.iterations() - before)))
                .observedBy(
                        (iteration, point, value, norm) -> observer.iterated(before + iteration, point, value, norm))
                .minimise(begin);
        return new Outcome(
                outcome.point(),
                outcome.value(),
                outcome.gradientNorm(),
                before + outcome.iterations(),
                outcome.evaluations(),
                outcome.stop());
    }

    /**
     * Standard errors of fitted parameters, if the objective is a negative log-likelihood: the roots of the diagonal of its
     * inverse second derivatives at the minimum, by differences of the exact gradient (Efron and Hinkley, "Assessing the
     * accuracy of the maximum likelihood estimator: observed versus expected Fisher information", 1978). The differences are
     * taken in the free coordinates and mapped back by the exact Jacobian.
     *
     * @param fitted the parameters at the minimum
     * @return in the layout of the parameter vector; empty if the second derivatives are not positive definite, as where
     *     a parameter has run to a bound or the data say nothing of it
     */
    public Optional<double[]> standardErrors(double[] fitted) {
        double[] free = function.free(fitted);
        Curvature curvature = Curvature.at(function, free);
        if (!curvature.positive()) {
            return Optional.empty();
        }
        double[] errors = new double[free.length];
        for (int i = 0; i < errors.length; i++) {
            double[] row = new double[free.length];
            row[i] = 1;
            if (objective.model() instanceof Constrained constrained) {
                constrained.pullBack(free, fitted, row);
            }
            double[] solved = row.clone();
            curvature.solve(solved);
            errors[i] = Math.sqrt(Vectors.dot(row, solved));
        }
        return Optional.of(errors);
    }
}
