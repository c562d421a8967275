package dev.orbit.samples;

import dev.orbit.fit.Adam;
import dev.orbit.fit.Observer;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.MiniBatches;
import dev.orbit.runtime.Objective;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A gated recurrent unit learns to remember: what it is to say is the first number that it heard two steps ago, and the sign of
 * the second one that it heard last. Trained by Adam on mini-batches.
 */
public final class TrainGru {
    private static final int STEPS = 12;
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 2;

    private TrainGru() {}

    /** Sequences of random numbers, with what is to be said at each step. */
    static Examples sequences(int count, long seed) {
        int[] steps = new int[count];
        Arrays.fill(steps, STEPS);
        double[] heard = new SplittableRandom(seed)
                .doubles((long) count * STEPS * INPUTS, -1, 1)
                .toArray();
        double[] said = new double[count * STEPS * OUTPUTS];
        for (int i = 0; i < count * STEPS; i++) {
            int step = i % STEPS;
            said[i * OUTPUTS] = step < 2 ? 0 : heard[(i - 2) * INPUTS];
            said[i * OUTPUTS + 1] = step < 1 ? 0 : Math.signum(heard[(i - 1) * INPUTS + 1]);
        }
        return GruLayer.examples(steps, heard, said);
    }

    static Objective objective(Examples examples) {
        return new GruLayer().objective(examples).mean();
    }

    /** Weights as PyTorch draws them: uniform up to one by the root of the hidden units. */
    static double[] start(long seed) {
        double bound = 1 / Math.sqrt(7);
        return new SplittableRandom(seed)
                .doubles(GruLayer.PARAMETER_COUNT, -bound, bound)
                .toArray();
    }

    static double[] train(int epochs, Observer observer) {
        MiniBatches batches = MiniBatches.of(objective(sequences(256, 1)), 16);
        return Adam.of(GruLayer.PARAMETER_COUNT)
                .with(Adam.Options.standard().withRate(0.01))
                .train(batches, start(2), epochs, 3, observer);
    }

    public static void main(String[] args) {
        double[] trained = train(60, (epoch, point, sum, norm) -> {
            if (epoch % 10 == 0) {
                System.out.printf("epoch %d: mean squared error %.4f%n", epoch, sum / 16);
            }
            return true;
        });
        Objective fresh = objective(sequences(256, 4));
        System.out.printf(
                "on sequences that it has not seen: %.4f, before training %.4f%n",
                fresh.value(trained), fresh.value(start(2)));
    }
}
