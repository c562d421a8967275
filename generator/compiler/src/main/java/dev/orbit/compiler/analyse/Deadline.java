package dev.orbit.compiler.analyse;

import java.time.Duration;

/** When a claim has had its share of time. */
final class Deadline {
    private final long end;

    Deadline(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    boolean isPast() {
        return System.nanoTime() > end;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
