package dev.orbit.runtime;

/** The sum on the calling thread. */
final class SequentialSum implements LossSum {
    private final Model model;
    private final Examples examples;
    private final TileSum sum;

    SequentialSum(Model model, Examples examples) {
        this.model = model;
        this.examples = examples;
        this.sum = new TileSum(model.fork(), examples);
    }

    @Override
    public double value(double[] point, Selection selection, double total) {
        double folded = total;
        sum.begin();
        for (int tile = 0; tile < TileSum.tiles(selection); tile++) {
            folded += sum.value(point, selection, tile);
        }
        return folded;
    }

    @Override
    public double valueAndGradient(double[] point, Selection selection, double total, double[] gradient) {
        int size = model.schema().parameters().size();
        double folded = total;
        sum.begin();
        for (int tile = 0; tile < TileSum.tiles(selection); tile++) {
            folded += sum.valueAndGradient(point, selection, tile);
            TileSum.add(sum.gradient(), gradient, size);
        }
        return folded;
    }

    @Override
    public LossSum fork() {
        return new SequentialSum(model, examples);
    }
}
