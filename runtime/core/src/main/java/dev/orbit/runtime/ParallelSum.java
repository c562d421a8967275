package dev.orbit.runtime;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sum on several threads, with the bits of the sum on one: tiles are summed by whoever is free and folded in their order.
 *
 * <p>The calling thread works too and never waits for a helper that has not begun, so an executor that is slow, busy or
 * rejects tasks costs speed, not correctness.
 */
final class ParallelSum implements LossSum {
    /** Tiles per thread that may be finished ahead of the one folded next. */
    private static final int AHEAD = 4;

    private final Model model;
    private final Examples examples;
    private final Executor executor;
    private final Worker[] workers;
    private final TileQueue queue;

    ParallelSum(Model model, Examples examples, Executor executor, int threads) {
        this.model = model;
        this.examples = examples;
        this.executor = executor;
        this.workers = new Worker[threads];
        TileSum[] sums = new TileSum[threads];
        Arrays.setAll(sums, i -> new TileSum(model.fork(), examples));
        int run = sums[0].run();
        this.queue = new TileQueue(
                AHEAD * run * threads, run, model.schema().parameters().size());
        Arrays.setAll(workers, i -> new Worker(queue, sums[i]));
    }

    @Override
    public double value(double[] point, Selection selection, double total) {
        return sum(new Round(point, selection, false), total, point);
    }

    @Override
    public double valueAndGradient(double[] point, Selection selection, double total, double[] gradient) {
        return sum(new Round(point, selection, true), total, gradient);
    }

    @Override
    public LossSum fork() {
        return new ParallelSum(model, examples, executor, workers.length);
    }

    private double sum(Round round, double total, double[] gradient) {
        queue.open(round, total, gradient);
        int helpers = Math.min(workers.length, queue.runs()) - 1;
        for (int i = 1; i <= helpers; i++) {
            try {
                executor.execute(workers[i]);
            } catch (RejectedExecutionException saturated) {
                break; // the calling thread does the rest
            }
        }
        workers[0].run();
        return queue.close();
    }

    /** What is summed in one call. */
    record Round(double[] point, Selection selection, boolean withGradient) {}

    /** One thread's part: takes tiles as long as there are any. */
    private static final class Worker implements Runnable {
        private final TileQueue queue;
        private final TileSum sum;
        /** A slow executor may still hold the task of an earlier call when it is given the next. */
        private final AtomicBoolean busy = new AtomicBoolean();

        Worker(TileQueue queue, TileSum sum) {
            this.queue = queue;
            this.sum = sum;
        }

        @Override
        public void run() {
            if (!busy.compareAndSet(false, true)) {
                return;
            }
            try {
                if (queue.enter()) {
                    sumTiles();
                }
            } finally {
                busy.set(false);
            }
        }

        private void sumTiles() {
            int tile = 0;
            try {
                Round round = queue.round();
                sum.begin();
                for (int first = queue.claim(); first >= 0; first = queue.claim()) {
                    int end = Math.min(first + sum.run(), TileSum.tiles(round.selection()));
                    for (tile = first; tile < end; tile++) {
                        double loss = round.withGradient()
                                ? sum.valueAndGradient(round.point(), round.selection(), tile)
                                : sum.value(round.point(), round.selection(), tile);
                        queue.finish(tile, loss, sum);
                    }
                }
            } catch (RuntimeException | Error failure) {
                queue.fail(tile, failure);
            } finally {
                queue.leave();
            }
        }
    }
}
