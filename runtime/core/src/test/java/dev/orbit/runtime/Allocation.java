package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the current thread allocates. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Fails if a call, repeated until it is compiled, still allocates. */
    static void assertNone(Runnable call) {
        for (int i = 0; i < 200; i++) {
            call.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            call.run();
        }
        assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - before, "bytes allocated by 100 calls");
    }
}
