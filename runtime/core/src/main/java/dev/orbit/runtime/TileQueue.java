package dev.orbit.runtime;

import java.util.Arrays;
import java.util.Optional;

/**
 * Gives out tiles in order and folds their sums in order, whoever finishes first. Sums that are ahead of their turn wait in a
 * ring, so that memory does not grow with the number of examples. Every field is guarded by the monitor.
 */
final class TileQueue {
    private final double[] losses;
    private final double[][] gradients;
    private final boolean[] finished;
    private final int run;
    private Optional<ParallelSum.Round> round = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private int failedTile;
    private int tiles;
    private int claimed;
    private int folded;
    private int active;
    private double total;
    private double[] totalGradient = new double[0];

    /**
     * An empty queue.
     *
     * @param ring how many tiles may be claimed and not yet folded, a multiple of {@code run}
     * @param run how many tiles are given out at once
     * @param size entries of a gradient
     */
    TileQueue(int ring, int run, int size) {
        this.run = run;
        losses = new double[ring];
        gradients = new double[ring][size];
        finished = new boolean[ring];
    }

    /** Begins a round whose sums are added to a total. */
    synchronized void open(ParallelSum.Round next, double soFar, double[] gradientSoFar) {
        round = Optional.of(next);
        failure = Optional.empty();
        tiles = TileSum.tiles(next.selection());
        claimed = 0;
        folded = 0;
        total = soFar;
        totalGradient = gradientSoFar;
        Arrays.fill(finished, false);
    }

    /** Whether there is work left for one more worker; if so it must {@link #leave}. */
    synchronized boolean enter() {
        if (round.isEmpty() || claimed == tiles || failure.isPresent()) {
            return false;
        }
        active++;
        return true;
    }

    /** What is summed. For workers that have entered. */
    synchronized ParallelSum.Round round() {
        return round.orElseThrow();
    }

    /** How often tiles are given out in the round. */
    synchronized int runs() {
        return (tiles + run - 1) / run;
    }

    /** The first of the next tiles, or -1 if there is none. Waits while the ring is full; the tile folded next is always being worked on. */
    synchronized int claim() {
        boolean interrupted = false;
        while (failure.isEmpty() && claimed < tiles && claimed + run > folded + losses.length) {
            interrupted |= pause();
        }
        restore(interrupted);
        if (failure.isPresent() || claimed == tiles) {
            return -1;
        }
        int first = claimed;
        claimed = Math.min(tiles, claimed + run);
        return first;
    }

    /** Takes the sum of a tile, and folds what is due. */
    synchronized void finish(int tile, double loss, TileSum sum) {
        int slot = tile % losses.length;
        losses[slot] = loss;
        gradients[slot] = sum.exchangeGradient(gradients[slot]);
        finished[slot] = true;
        boolean withGradient = round.orElseThrow().withGradient();
        for (slot = folded % losses.length; finished[slot]; slot = folded % losses.length) {
            finished[slot] = false;
            total += losses[slot];
            if (withGradient) {
                TileSum.add(gradients[slot], totalGradient, gradients[slot].length);
            }
            folded++;
        }
        notifyAll();
    }

    /** A tile could not be summed. The first such tile wins: tiles before it were claimed earlier and are finished. */
    synchronized void fail(int tile, Throwable reason) {
        if (failure.isEmpty() || tile < failedTile) {
            failure = Optional.of(reason);
            failedTile = tile;
        }
        notifyAll();
    }

    synchronized void leave() {
        active--;
        notifyAll();
    }

    /**
     * Waits for the workers that have entered and ends the round.
     *
     * @return the total
     */
    synchronized double close() {
        boolean interrupted = false;
        while (active > 0) {
            interrupted |= pause();
        }
        restore(interrupted);
        round = Optional.empty();
        if (failure.isPresent()) {
            Throwable reason = failure.get();
            if (reason instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) reason;
        }
        return total;
    }

    /**
     * Waits for a change. An interrupt does not end a sum half-way.
     *
     * @return whether there was an interrupt, which the caller must restore when it no longer waits
     */
    @SuppressWarnings("WaitNotInLoop") // the loop is around each call
    private boolean pause() {
        try {
            wait();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
