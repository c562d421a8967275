package dev.orbit.fit;

import dev.orbit.runtime.Differentiable;
import java.util.Arrays;

/**
 * Minimises a smooth function of many variables, with or without bounds, by the L-BFGS method: without bounds as Liu and
 * Nocedal, "On the limited memory BFGS method for large scale optimization" (1989), with them as {@link BoxStep} tells.
 *
 * <pre>{@code
 * Outcome outcome = Lbfgs.of(function).minimise(start);
 * Outcome inside = Lbfgs.of(function).within(Bounds.between(lower, upper)).observedBy(observer).minimise(start);
 * }</pre>
 *
 * <p>It allocates when it begins and when it ends, and nothing per step. For one thread at a time, as the function is.
 */
public final class Lbfgs {
    /** Iterations without progress after which rounding is taken to be reached. */
    private static final int PATIENCE = 5;
    /** What counts as progress of the value, as a part of it. */
    private static final double VALUE_PROGRESS = 1e-14;
    /** What counts as progress of the gradient. */
    private static final double GRADIENT_PROGRESS = 0.5;

    private final Differentiable function;
    private final Bounds bounds;
    private final Options options;
    private final Observer observer;

    private Lbfgs(Differentiable function, Bounds bounds, Options options, Observer observer) {
        this.function = function;
        this.bounds = bounds;
        this.options = options;
        this.observer = observer;
    }

    /**
     * How hard to try.
     *
     * @param memory how many past steps the model of the curvature keeps; 3 to 20 are common
     * @param gradientTolerance the gradient is small when its greatest entry is at most this times {@code max(1, |value|)};
     *     0 goes on until rounding stops it
     * @param iterations the limit of iterations
     */
    public record Options(int memory, double gradientTolerance, int iterations) {
        /** @throws IllegalArgumentException if there is no memory, or a number is negative or NaN */
        public Options {
            if (memory < 1 || !(gradientTolerance >= 0) || iterations < 0) {
                throw new IllegalArgumentException("memory " + memory + ", gradient tolerance " + gradientTolerance
                        + " and " + iterations + " iterations make no sense");
            }
        }

        /** Memory 10, gradient tolerance 1e-9, at most 10 000 iterations. */
        public static Options standard() {
            return new Options(10, 1e-9, 10_000);
        }

        public Options withMemory(int steps) {
            return new Options(steps, gradientTolerance, iterations);
        }

        public Options withGradientTolerance(double tolerance) {
            return new Options(memory, tolerance, iterations);
        }

        public Options withIterations(int limit) {
            return new Options(memory, gradientTolerance, limit);
        }
    }

    /** Without bounds, with the standard options, unobserved. */
    public static Lbfgs of(Differentiable function) {
        return new Lbfgs(function, Bounds.none(function.size()), Options.standard(), Observer.none());
    }

    /** @throws IllegalArgumentException if there are not as many bounds as variables */
    public Lbfgs within(Bounds box) {
        if (box.size() != function.size()) {
            throw new IllegalArgumentException(
                    "the function has " + function.size() + " variables, and there are bounds for " + box.size());
        }
        return new Lbfgs(function, box, options, observer);
    }

    public Lbfgs with(Options others) {
        return new Lbfgs(function, bounds, others, observer);
    }

    public Lbfgs observedBy(Observer other) {
        return new Lbfgs(function, bounds, options, other);
    }

    /**
     * Searches for a minimum.
     *
     * @param start where to begin, only read; what lies outside the bounds is moved to them
     * @throws IllegalArgumentException if the start has not as many entries as the function has variables
     */
    public Outcome minimise(double[] start) {
        if (start.length != function.size()) {
            throw new IllegalArgumentException(
                    "the function has " + function.size() + " variables, and the start has " + start.length);
        }
        return new Run(start).minimise();
    }

    /** One minimisation. */
    private final class Run {
        private final Corrections corrections = new Corrections(function.size(), options.memory());
        private final WolfeSearch search = new WolfeSearch(function, bounds);
        private final BoxStep box;
        private final boolean boundless = bounds.absent();
        private double[] point;
        private double[] gradient;
        private double[] nextPoint;
        private double[] nextGradient;
        private final double[] direction;
        private double value;
        private double norm;
        private int iteration;
        private double leastValue = Double.POSITIVE_INFINITY;
        private double leastNorm = Double.POSITIVE_INFINITY;
        private int idle;

        Run(double[] start) {
            int size = start.length;
            point = new double[size];
            Arrays.setAll(point, i -> bounds.nearest(i, start[i]));
            gradient = new double[size];
            nextPoint = new double[size];
            nextGradient = new double[size];
            direction = new double[size];
            box = new BoxStep(bounds, new CompactForm(corrections, options.memory()), options.memory());
        }

        Outcome minimise() {
            value = function.valueAndGradient(point, gradient);
            norm = bounds.projectedNorm(point, gradient);
            Stop stop = run();
            return new Outcome(point, value, norm, iteration, 1 + search.evaluations(), stop);
        }

        private Stop run() {
            if (!Vectors.finite(value, gradient)) {
                return Stop.NOT_FINITE;
            }
            while (true) {
                if (!observer.iterated(iteration, point, value, norm)) {
                    return Stop.ASKED;
                } else if (norm <= options.gradientTolerance() * Math.max(1, Math.abs(value)) || norm == 0) {
                    return Stop.GRADIENT_SMALL;
                } else if (stalled()) {
                    return Stop.NO_FURTHER_PROGRESS;
                } else if (iteration >= options.iterations()) {
                    return Stop.ITERATION_LIMIT;
                } else if (!step()) {
                    return Stop.NO_FURTHER_PROGRESS;
                }
                iteration++;
            }
        }

        private boolean stalled() {
            boolean lower = value < leastValue - VALUE_PROGRESS * Math.abs(leastValue);
            boolean flatter = norm < GRADIENT_PROGRESS * leastNorm;
            idle = lower || flatter || iteration == 0 ? 0 : idle + 1;
            leastValue = Math.min(leastValue, value);
            leastNorm = flatter || lower && norm < leastNorm ? norm : leastNorm;
            return idle >= PATIENCE;
        }

        /** One step, first along the model's direction; if that fails, along the steepest descent. */
        private boolean step() {
            if (corrections.count() > 0 && aim() && search()) {
                return true;
            }
            corrections.clear();
            for (int i = 0; i < direction.length; i++) {
                direction[i] = boundless ? -gradient[i] : bounds.nearest(i, point[i] - gradient[i]) - point[i];
            }
            return search();
        }

        /** The model's direction; returns whether there is one. */
        private boolean aim() {
            if (!boundless) {
                return box.direction(point, gradient, direction);
            }
            corrections.direction(gradient, direction);
            return true;
        }

        private boolean search() {
            double slope = Vectors.dot(gradient, direction);
            double length = Math.sqrt(Vectors.dot(direction, direction));
            if (!(slope < 0) || !(length > 0 && length <= Double.MAX_VALUE)) {
                return false;
            }
            double room = boundless ? Double.MAX_VALUE : bounds.room(point, direction);
            double trial = corrections.count() == 0 ? Math.min(1, 1 / length) : 1;
            if (!search.search(point, direction, value, slope, trial, room, nextPoint, nextGradient)) {
                return false;
            }
            corrections.add(point, nextPoint, gradient, nextGradient);
            double[] passed = point;
            point = nextPoint;
            nextPoint = passed;
            passed = gradient;
            gradient = nextGradient;
            nextGradient = passed;
            value = search.value();
            norm = bounds.projectedNorm(point, gradient);
            return true;
        }
    }
}
