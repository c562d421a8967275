package dev.orbit.runtime;

import java.util.Arrays;

/**
 * The losses and gradients of one tile of examples after another, summed in eight accumulators and a fixed tree. One per
 * thread.
 *
 * <p>An accumulator that starts at zero is never minus zero, and adding zero to anything else changes no bit; so accumulators
 * that no example reaches may be left out of the tree.
 *
 * <p>Where the model computes examples side by side, a few tiles are computed at once; each is summed alone.
 */
final class TileSum {
    /** Examples in a tile. */
    static final int TILE = 64;

    private static final int ACCUMULATORS = 8;

    private final Model model;
    private final Examples examples;
    private final int size;
    private final BlockOfTiles block;
    private final double[] one;
    private final double[] losses = new double[ACCUMULATORS];
    private final double[][] gradients;

    TileSum(Model model, Examples examples) {
        this.model = model;
        this.examples = examples;
        this.size = model.schema().parameters().size();
        this.block = new BlockOfTiles(model, examples);
        this.one = new double[size];
        this.gradients = new double[ACCUMULATORS][size];
    }

    static int tiles(Selection selection) {
        return (int) (((long) selection.count() + TILE - 1) / TILE);
    }

    /** How many tiles are best summed one after the other by one thread. */
    int run() {
        return block.tiles();
    }

    /** Forgets what was computed ahead: a sum at another point, or over other examples, begins. */
    void begin() {
        block.clear();
    }

    /** The sum of the tile's losses. */
    double value(double[] point, Selection selection, int tile) {
        if (block.compute(point, selection, tile, false)) {
            return block.loss(tile);
        }
        int first = tile * TILE;
        int count = Math.min(TILE, selection.count() - first);
        Arrays.fill(losses, 0);
        for (int i = 0; i < count; i++) {
            losses[i % ACCUMULATORS] += model.loss(point, examples, selection.example(first + i));
        }
        for (int half = ACCUMULATORS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                losses[i] += losses[i + half];
            }
        }
        return losses[0];
    }

    /** The sum of the tile's losses; the sum of its gradients is then in {@link #gradient()}. */
    double valueAndGradient(double[] point, Selection selection, int tile) {
        if (block.compute(point, selection, tile, true)) {
            block.gradient(tile, gradients[0]);
            return block.loss(tile);
        }
        int first = tile * TILE;
        int count = Math.min(TILE, selection.count() - first);
        int used = Math.min(ACCUMULATORS, count);
        Arrays.fill(losses, 0);
        for (int i = 0; i < used; i++) {
            Arrays.fill(gradients[i], 0);
        }
        for (int i = 0; i < count; i++) {
            int accumulator = i % ACCUMULATORS;
            losses[accumulator] += model.lossAndGradient(point, examples, selection.example(first + i), one);
            add(one, gradients[accumulator], size);
        }
        for (int half = ACCUMULATORS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                losses[i] += losses[i + half];
                if (i + half < used) {
                    add(gradients[i + half], gradients[i], size);
                }
            }
        }
        return losses[0];
    }

    /** What {@link #valueAndGradient} computed last. */
    double[] gradient() {
        return gradients[0];
    }

    /** Takes the array that holds the result, and leaves another of the same length in its place. */
    double[] exchangeGradient(double[] other) {
        double[] result = gradients[0];
        gradients[0] = other;
        return result;
    }

    static void add(double[] summand, double[] total, int size) {
        for (int i = 0; i < size; i++) {
            total[i] += summand[i];
        }
    }
}
