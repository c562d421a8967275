package dev.orbit.cli.fit;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line that tells how a long fit is getting on, rewritten in place; only for a terminal. */
public final class Progress {
    private static final long FIRST = 1_000_000_000L;
    private static final long BETWEEN = 100_000_000L;

    private final PrintWriter out;
    private final boolean wanted;
    private final LongSupplier clock;
    private final long begun;
    private long shown;
    private int width;

    /**
     * Progress of one fit, which begins now.
     *
     * @param wanted whether to show anything
     * @param clock in nanoseconds
     */
    public Progress(PrintWriter out, boolean wanted, LongSupplier clock) {
        this.out = out;
        this.wanted = wanted;
        this.clock = clock;
        this.begun = clock.getAsLong();
    }

    void iterated(String model, int iteration, double loss, double gradientNorm) {
        long now = clock.getAsLong();
        boolean due = now - begun >= FIRST && (width == 0 || now - shown >= BETWEEN);
        if (wanted && due) {
            shown = now;
            show(String.format(
                    Locale.ROOT, "%s: iteration %d, loss %.8g, gradient %.1e", model, iteration, loss, gradientNorm));
        }
    }

    /** Wipes the line away. */
    public void end() {
        if (width > 0) {
            show("");
            out.print("\r");
            out.flush();
        }
    }

    private void show(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }
}
