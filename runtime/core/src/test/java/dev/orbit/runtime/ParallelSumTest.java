package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelSumTest {
    private static final int COUNT = 5000;

    private final ExecutorService executor = Executors.newFixedThreadPool(3);
    private final SplittableRandom random = new SplittableRandom(1);
    private final Examples examples = Correction.examples(
            random.doubles(COUNT, -2, 2).toArray(),
            random.doubles(COUNT, -1, 1).toArray(),
            random.doubles(COUNT, -3, 3).toArray());
    private final double[] theta = {0.3, 0.5, -0.4, 0.7};

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    private void assertSameBits(Objective expected, Objective actual) {
        double[] expectedGradient = new double[4];
        double[] gradient = {1, 2, 3, 4};
        double value = expected.valueAndGradient(theta, expectedGradient);
        assertEquals(value, actual.valueAndGradient(theta, gradient));
        assertArrayEquals(expectedGradient, gradient);
        assertEquals(value, actual.value(theta));
    }

    @Test
    void theBitsDoNotDependOnTheThreads() {
        Objective sequential = new Correction(Math::sin).objective(examples);
        for (int threads = 1; threads <= 5; threads++) {
            Objective parallel = sequential.on(executor, threads);
            for (int repeat = 0; repeat < 50; repeat++) {
                assertSameBits(sequential, parallel);
            }
            assertSameBits(sequential.mean(), parallel.mean());
            Selection some = Selection.range(100, 1001);
            assertSameBits(sequential.over(some), parallel.over(some));
            Selection none = Selection.range(0, 0);
            assertSameBits(sequential.over(none), parallel.over(none));
        }
        assertThrows(IllegalArgumentException.class, () -> sequential.on(executor, 0));
    }

    @Test
    void severalThreadsTakePart() {
        Thread caller = Thread.currentThread();
        AtomicInteger elsewhere = new AtomicInteger();
        Correction model = new Correction(x -> {
            if (Thread.currentThread() != caller) {
                elsewhere.incrementAndGet();
            }
            return Math.sin(x);
        });
        Objective parallel = model.objective(examples).on(executor, 2);
        for (int i = 0; i < 1000 && elsewhere.get() == 0; i++) {
            parallel.value(theta);
        }
        assertTrue(elsewhere.get() > 0, "no example was summed by the executor");
    }

    @Test
    void anExecutorThatDoesNothingIsNoHindrance() {
        Objective sequential = new Correction(Math::sin).objective(examples);
        assertSameBits(sequential, sequential.on(task -> {}, 4));
        assertSameBits(sequential, sequential.on(Runnable::run, 4));
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        assertSameBits(sequential, sequential.on(full, 4));
    }

    @Test
    void tasksThatRunLateHarmNothing() {
        List<Runnable> late = new ArrayList<>();
        Objective sequential = new Correction(Math::sin).objective(examples);
        Objective parallel = sequential.on(late::add, 3);
        assertSameBits(sequential, parallel);
        assertEquals(4, late.size());
        late.forEach(Runnable::run);
        Objective again = sequential.on(
                task -> {
                    late.forEach(executor::execute);
                    executor.execute(task);
                    executor.execute(task);
                },
                3);
        for (int i = 0; i < 50; i++) {
            assertSameBits(sequential, again);
        }
    }

    @Test
    void theFirstFailureIsTheCallers() {
        double[] x = examples.reals(0);
        double[] bad = {x[4000], x[1500], x[2500]};
        Correction model = new Correction(u -> {
            for (double b : bad) {
                if (u == b) {
                    throw new IllegalStateException("no value at " + b);
                }
            }
            return u;
        });
        Objective parallel = model.objective(examples).on(executor, 3);
        for (int i = 0; i < 50; i++) {
            IllegalStateException failure =
                    assertThrows(IllegalStateException.class, () -> parallel.valueAndGradient(theta, new double[4]));
            assertEquals("no value at " + bad[1], failure.getMessage());
        }
        Error error = new AssertionError("an error stays itself");
        Objective broken = new Correction(u -> {
                    throw error;
                })
                .objective(examples)
                .on(executor, 3);
        assertSame(error, assertThrows(AssertionError.class, () -> broken.value(theta)));
        Objective healthy = new Correction(Math::sin).objective(examples);
        assertSameBits(healthy, healthy.on(executor, 3));
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        Objective sequential = new Correction(Math::sin).objective(examples);
        Objective parallel = sequential.on(executor, 3);
        Thread.currentThread().interrupt();
        double value = parallel.value(theta);
        assertTrue(Thread.interrupted());
        assertEquals(sequential.value(theta), value);
    }
}
