package dev.orbit.benchmarks;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Runs every row of every case once: all must compute the same loss and gradient, or nothing is worth timing. */
public final class Agreement {
    private static final List<Class<?>> CASES = List.of(
            B1SeedBenchmark.class,
            B2SeedBatchBenchmark.class,
            B3LongSeedBenchmark.class,
            B4GarchBenchmark.class,
            B5BlockSeedBenchmark.class,
            B6LstmBenchmark.class);

    private Agreement() {}

    /** @throws IllegalStateException if a row computes something else than orbit's class */
    public static void main(String[] args) throws ReflectiveOperationException {
        for (Class<?> type : CASES) {
            Object first = type.getConstructor().newInstance();
            double loss = (double) type.getMethod("orbit").invoke(first);
            double[] gradient = gradient(first);
            for (Method row : type.getMethods()) {
                if (!row.isAnnotationPresent(Benchmark.class)) {
                    continue;
                }
                Object instance = type.getConstructor().newInstance();
                double difference = Math.abs((double) row.invoke(instance) - loss) / (1 + Math.abs(loss));
                double[] found = gradient(instance);
                double largest = 0;
                for (int i = 0; i < gradient.length; i++) {
                    largest = Math.max(largest, Math.abs(gradient[i]));
                }
                for (int i = 0; i < gradient.length; i++) {
                    difference = Math.max(difference, Math.abs(found[i] - gradient[i]) / largest);
                }
                System.out.printf("%s.%s differs by %.1e%n", type.getSimpleName(), row.getName(), difference);
                if (!(difference < 1e-5)) {
                    throw new IllegalStateException(row + " computes something else");
                }
            }
        }
    }

    private static double[] gradient(Object instance) throws ReflectiveOperationException {
        Field field = instance.getClass().getDeclaredField("gradient");
        field.setAccessible(true);
        return (double[]) field.get(instance);
    }
}
