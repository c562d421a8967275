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

/** B5: the seed in blocks, x in R^16, y in R^8, h in R^64, 32 steps, a batch of 32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class B5BlockSeedBenchmark {
    private final double[] x = Cases.normal(32 * 32 * 16, 1, 1);
    private final double[] h0 = Cases.normal(32 * 64, 1, 2);
    private final double[] yTrue = Cases.normal(32 * 8, 1, 3);
    private final double[] theta = Cases.normal(BlockSeed.PARAMETER_COUNT, 0.1, 4);
    private final double[] gradient = new double[BlockSeed.PARAMETER_COUNT];
    private final Objective orbit = Objective.of(new BlockSeed(), BlockSeed.examples(x, h0, yTrue));
    private final PlainBlockSeed plain = new PlainBlockSeed();
    private final BlockSeedBatch tuned = new BlockSeedBatch(false, x, h0, yTrue);
    private final BlockSeedBatch tunedVectors = new BlockSeedBatch(true, x, h0, yTrue);
    private final Torch torch = new Torch().data(x, 32, 32, 16).data(h0, 32, 64).data(yTrue, 32, 8);

    @Benchmark
    public double orbit() {
        return orbit.valueAndGradient(theta, gradient);
    }

    @Benchmark
    public double tuned() {
        return tuned.lossAndGradient(theta, gradient);
    }

    @Benchmark
    public double tunedVectors() {
        return tunedVectors.lossAndGradient(theta, gradient);
    }

    @Benchmark
    public double plain() {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int e = 0; e < 32; e++) {
            loss += plain.addLossAndGradient(theta, x, h0, yTrue, e, gradient);
        }
        return loss;
    }

    @Benchmark
    public double pytorch() {
        return torch.lossAndGradient(theta, Torch.BLOCK_SEED, Torch.blockSeed(32), gradient);
    }
}
