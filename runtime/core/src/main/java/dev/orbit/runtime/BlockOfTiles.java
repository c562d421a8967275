package dev.orbit.runtime;

import java.util.Optional;

/** A few tiles of examples, computed side by side where the model can. One per thread. */
final class BlockOfTiles {
    /** Fewer examples than these are not worth standing side by side. */
    private static final int FEW = 8;

    private final Optional<Batch> batch;
    private final int lanes;
    private final int size;
    private final ExampleBlock block;
    private final double[] losses;
    private final double[] gradients;
    /** The first tile in the block, and the one behind the last; equal where there is none. */
    private int first;

    private int end;

    BlockOfTiles(Model model, Examples examples) {
        this.batch = examples.count() < FEW ? Optional.empty() : model.batch();
        this.lanes = batch.map(Batch::lanes).orElse(0);
        this.size = model.schema().parameters().size();
        this.block = new ExampleBlock(examples, lanes);
        this.losses = new double[lanes];
        this.gradients = new double[size * lanes];
    }

    /** How many tiles are computed at once; 1 where none is. */
    int tiles() {
        return Math.max(1, lanes / TileSum.TILE);
    }

    void clear() {
        end = first;
    }

    /** Sees to it that a tile is in the block; false if it must be summed example by example. */
    boolean compute(double[] point, Selection selection, int tile, boolean withGradient) {
        if (batch.isEmpty()) {
            return false;
        }
        if (tile >= first && tile < end) {
            return true;
        }
        int from = tile * TileSum.TILE;
        int count = Math.min(lanes, selection.count() - from);
        first = tile;
        end = tile;
        if (count < FEW || !block.gather(selection, from, count)) {
            return false;
        }
        if (withGradient) {
            batch.get().lossesAndGradients(point, block, losses, gradients);
        } else {
            batch.get().losses(point, block, losses);
        }
        end = tile + (count + TileSum.TILE - 1) / TileSum.TILE;
        return true;
    }

    /** The sum of a tile's losses. */
    double loss(int tile) {
        return sum(losses, (tile - first) * TileSum.TILE, count(tile));
    }

    /** The sum of a tile's gradients. */
    void gradient(int tile, double[] gradient) {
        int from = (tile - first) * TileSum.TILE;
        int count = count(tile);
        for (int i = 0; i < size; i++) {
            gradient[i] = sum(gradients, i * lanes + from, count);
        }
    }

    private int count(int tile) {
        return Math.min(TileSum.TILE, block.count() - (tile - first) * TileSum.TILE);
    }

    /** Eight accumulators, each of every eighth number, and the tree of {@link TileSum}. */
    private static double sum(double[] x, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int whole = count & -8;
        for (int i = from; i < from + whole; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        int at = from + whole;
        int rest = count - whole;
        s0 += rest > 0 ? x[at] : 0;
        s1 += rest > 1 ? x[at + 1] : 0;
        s2 += rest > 2 ? x[at + 2] : 0;
        s3 += rest > 3 ? x[at + 3] : 0;
        s4 += rest > 4 ? x[at + 4] : 0;
        s5 += rest > 5 ? x[at + 5] : 0;
        s6 += rest > 6 ? x[at + 6] : 0;
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
