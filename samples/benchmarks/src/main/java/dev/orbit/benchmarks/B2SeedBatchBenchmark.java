package dev.orbit.benchmarks;

import dev.orbit.runtime.Objective;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B2: the seed map, three steps, summed over 65,536 examples in columns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class B2SeedBatchBenchmark {
    private final double[] x = Cases.normal(Cases.BATCH, 1, 1);
    private final double[] h0 = Cases.normal(Cases.BATCH, 1, 2);
    private final double[] yTrue = Cases.normal(Cases.BATCH, 1, 3);
    private final double[] theta = Cases.seedPoint();
    private final double[] gradient = new double[4];
    private final double[] one = new double[4];
    private final Objective orbit = Objective.of(new Seed(), Seed.examples(x, h0, yTrue));
    private final SeedReferences references = new SeedReferences(3);
    private final SeedBatch tuned = new SeedBatch(false);
    private final SeedBatch tunedVectors = new SeedBatch(true);
    private final Torch torch =
            new Torch().data(x, Cases.BATCH).data(h0, Cases.BATCH).data(yTrue, Cases.BATCH);

    @Benchmark
    public double orbit() {
        return orbit.valueAndGradient(theta, gradient);
    }

    @Benchmark
    public double tuned() {
        return tuned.lossAndGradient(theta, x, h0, yTrue, gradient);
    }

    @Benchmark
    public double tunedVectors() {
        return tunedVectors.lossAndGradient(theta, x, h0, yTrue, gradient);
    }

    @Benchmark
    public double plain() {
        return sum(references::plain);
    }

    @Benchmark
    public double hipparchus() {
        return sum(references::hipparchus);
    }

    private interface OneExample {
        double lossAndGradient(double[] theta, double x, double h0, double yTrue, double[] gradient);
    }

    private double sum(OneExample example) {
        double loss = 0;
        Arrays.fill(gradient, 0);
        for (int i = 0; i < Cases.BATCH; i++) {
            loss += example.lossAndGradient(theta, x[i], h0[i], yTrue[i], one);
            for (int k = 0; k < 4; k++) {
                gradient[k] += one[k];
            }
        }
        return loss;
    }

    @Benchmark
    public double pytorch() {
        return torch.lossAndGradient(theta, Torch.SEED, Torch.seed(3), gradient);
    }
}
