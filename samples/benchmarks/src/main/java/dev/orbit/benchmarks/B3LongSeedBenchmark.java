package dev.orbit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B3: the seed map, 1000 steps, one example. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class B3LongSeedBenchmark {
    private final double[] theta = Cases.seedPoint();
    private final double[] gradient = new double[4];
    private final LongSeed orbit = new LongSeed();
    private final SeedReferences references = new SeedReferences(1000);
    private final Torch torch =
            new Torch().data(new double[] {0.7}, 1).data(new double[] {0.3}, 1).data(new double[] {0.1}, 1);

    @Benchmark
    public double orbit() {
        return orbit.lossAndGradient(theta, 0.7, 0.3, 0.1, gradient);
    }

    @Benchmark
    public double tuned() {
        return references.tunedMany(theta, 0.7, 0.3, 0.1, gradient);
    }

    @Benchmark
    public double plain() {
        return references.plain(theta, 0.7, 0.3, 0.1, gradient);
    }

    @Benchmark
    public double hipparchus() {
        return references.hipparchus(theta, 0.7, 0.3, 0.1, gradient);
    }

    @Benchmark
    public double pytorch() {
        return torch.lossAndGradient(theta, Torch.SEED, Torch.seed(1000), gradient);
    }
}
