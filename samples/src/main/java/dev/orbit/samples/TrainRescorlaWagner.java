package dev.orbit.samples;

import dev.orbit.fit.Fit;
import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Examples;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** People who learn by reward which of four actions is best, and what a fit reads from their choices. */
public final class TrainRescorlaWagner {
    static final double ALPHA = 0.3;
    static final double TAU = 3;
    private static final double[] REWARDED = {0.2, 0.4, 0.6, 0.8};

    private TrainRescorlaWagner() {}

    /** Each person's choices and rewards, simulated. */
    static Examples simulate(int people, int trials, long seed) {
        int[] steps = new int[people];
        Arrays.fill(steps, trials);
        int[] choices = new int[people * trials];
        double[] rewards = new double[people * trials];
        Random random = new Random(seed);
        for (int person = 0; person < people; person++) {
            double[] values = new double[REWARDED.length];
            for (int trial = 0; trial < trials; trial++) {
                int at = person * trials + trial;
                int choice = choose(values, random);
                rewards[at] = random.nextDouble() < REWARDED[choice] ? 1 : 0;
                values[choice] += ALPHA * (rewards[at] - values[choice]);
                choices[at] = choice + 1;
            }
        }
        return RescorlaWagner.examples(steps, choices, rewards);
    }

    private static int choose(double[] values, Random random) {
        double[] weights =
                Arrays.stream(values).map(value -> Math.exp(TAU * value)).toArray();
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int choice = 0;
        while (choice < weights.length - 1 && left >= weights[choice]) {
            left -= weights[choice];
            choice++;
        }
        return choice;
    }

    static Fit fit(Examples examples) {
        return Fit.of(new RescorlaWagner().objective(examples));
    }

    /** One who learns half of what there is to learn, and chooses as the values say. */
    static double[] start() {
        return new RescorlaWagner().parameters().vector(Map.of("alpha", 0.5, "tau", 1));
    }

    public static void main(String[] args) {
        Fit fit = fit(simulate(50, 200, 1));
        Fitted fitted = fit.from(start());
        System.out.println("truth          " + ALPHA + ", " + TAU + ", no action valued before the first trial");
        System.out.println("fitted         " + Arrays.toString(fitted.parameters()));
        fit.standardErrors(fitted.parameters())
                .ifPresent(errors -> System.out.println("standard error " + Arrays.toString(errors)));
    }
}
