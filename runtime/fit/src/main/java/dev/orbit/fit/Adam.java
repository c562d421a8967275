package dev.orbit.fit;

import dev.orbit.runtime.MiniBatches;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Unconstrained;

/**
 * Stochastic gradient descent with steps scaled by running moments of the gradient (Kingma and Ba, "Adam: a method for
 * stochastic optimization", 2015, algorithm 1).
 *
 * <pre>{@code
 * double[] theta = Adam.of(layout.size()).train(MiniBatches.of(objective.mean(), 32), start, 100, seed, Observer.none());
 * }</pre>
 *
 * <p>An instance holds the moments of one training. {@link #step} allocates nothing.
 */
public final class Adam {
    private final Options options;
    private final double[] first;
    private final double[] second;
    private double firstDecay = 1;
    private double secondDecay = 1;

    private Adam(int size, Options options) {
        this.options = options;
        this.first = new double[size];
        this.second = new double[size];
    }

    /**
     * How to step.
     *
     * @param rate the length of a step in each variable, about
     * @param firstDecay how much of the gradient's running mean is kept at each step
     * @param secondDecay how much of the running mean of its squares is kept
     * @param epsilon added to the root of that mean, lest it is zero
     */
    public record Options(double rate, double firstDecay, double secondDecay, double epsilon) {
        /** @throws IllegalArgumentException if a number is negative or NaN, or a decay is not below 1 */
        public Options {
            if (!(rate >= 0
                    && firstDecay >= 0
                    && firstDecay < 1
                    && secondDecay >= 0
                    && secondDecay < 1
                    && epsilon >= 0)) {
                throw new IllegalArgumentException("rate " + rate + ", decays " + firstDecay + " and " + secondDecay
                        + " and epsilon " + epsilon + " make no sense");
            }
        }

        /** The numbers of the paper: 0.001, 0.9, 0.999, 1e-8. */
        public static Options standard() {
            return new Options(1e-3, 0.9, 0.999, 1e-8);
        }

        public Options withRate(double other) {
            return new Options(other, firstDecay, secondDecay, epsilon);
        }
    }

    /** With the standard options. */
    public static Adam of(int size) {
        return new Adam(size, Options.standard());
    }

    /** A fresh start with other options. */
    public Adam with(Options others) {
        return new Adam(first.length, others);
    }

    /**
     * One step.
     *
     * @param point moved
     * @param gradient at the point, only read
     */
    public void step(double[] point, double[] gradient) {
        double a = options.firstDecay();
        double b = options.secondDecay();
        firstDecay *= a;
        secondDecay *= b;
        for (int i = 0; i < first.length; i++) {
            first[i] = a * first[i] + (1 - a) * gradient[i];
            second[i] = b * second[i] + (1 - b) * gradient[i] * gradient[i];
            double mean = first[i] / (1 - firstDecay);
            double square = second[i] / (1 - secondDecay);
            point[i] -= options.rate() * mean / (Math.sqrt(square) + options.epsilon());
        }
    }

    /**
     * Trains a model on mini-batches, in the free coordinates of parameters that have intervals. The batches of epoch
     * {@code k} are dealt from seed {@code seed + k}.
     *
     * @param parameters where to begin, only read
     * @param epochs how often all examples are seen
     * @param observer called after each epoch (from 1) with the free vector and the sum of its batches' values; the norm is
     *     that of the last batch's gradient
     * @return the parameters, a fresh array
     * @throws dev.orbit.runtime.ParameterOutsideInterval if a parameter is not inside its interval at the start
     * @throws IllegalArgumentException if there are no examples to make batches of
     */
    public double[] train(MiniBatches batches, double[] parameters, int epochs, long seed, Observer observer) {
        if (batches.count() == 0) {
            throw new IllegalArgumentException("there are no examples to train on");
        }
        Objective moving = batches.batch(0);
        Unconstrained objective = Unconstrained.of(moving);
        double[] free = objective.free(parameters);
        double[] gradient = new double[free.length];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            batches.shuffle(seed + epoch - 1);
            double sum = 0;
            for (int i = 0; i < batches.count(); i++) {
                batches.batch(i);
                sum += objective.valueAndGradient(free, gradient);
                step(free, gradient);
            }
            if (!observer.iterated(epoch, free, sum, Vectors.norm(gradient))) {
                break;
            }
        }
        return objective.parameters(free);
    }
}
