package dev.orbit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B1: the seed map, three steps, one example a call; each call another one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class B1SeedBenchmark {
    private final double[] x = Cases.normal(1024, 1, 1);
    private final double[] h0 = Cases.normal(1024, 1, 2);
    private final double[] yTrue = Cases.normal(1024, 1, 3);
    private final double[] theta = Cases.seedPoint();
    private final double[] gradient = new double[4];
    private final Seed orbit = new Seed();
    private final SeedReferences references = new SeedReferences(3);
    private int next;

    private int example() {
        next = (next + 1) & 1023;
        return next;
    }

    @Benchmark
    public double orbit() {
        int i = example();
        return orbit.lossAndGradient(theta, x[i], h0[i], yTrue[i], gradient);
    }

    @Benchmark
    public double tuned() {
        int i = example();
        return SeedReferences.tunedThree(theta, x[i], h0[i], yTrue[i], gradient);
    }

    @Benchmark
    public double plain() {
        int i = example();
        return references.plain(theta, x[i], h0[i], yTrue[i], gradient);
    }

    @Benchmark
    public double hipparchus() {
        int i = example();
        return references.hipparchus(theta, x[i], h0[i], yTrue[i], gradient);
    }
}
