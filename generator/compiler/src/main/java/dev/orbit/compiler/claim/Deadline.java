package dev.orbit.compiler.claim;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * When a claim has had its share of time: of the processor's, so that a busy machine proves what an idle one does; and of the
 * clock's, three times as much, so that what waits for something else ends, too.
 */
final class Deadline {
    private static final int PATIENCE = 3;

    private final Duration limit;
    private final long end;
    private final long busyEnd;

    /** The share of the thread that asks. */
    Deadline(Duration limit) {
        this.limit = limit;
        end = System.nanoTime() + PATIENCE * limit.toNanos();
        busyEnd = busy() + limit.toNanos();
    }

    /** Processor time of this thread; 0 where it cannot be told. */
    private static long busy() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }

    boolean isPast() {
        return System.nanoTime() > end || busy() > busyEnd;
    }

    /** How long one proof may take by the clock. */
    Duration left() {
        long left = Math.min(limit.toNanos(), end - System.nanoTime());
        return Duration.ofNanos(Math.max(0, left));
    }
}
