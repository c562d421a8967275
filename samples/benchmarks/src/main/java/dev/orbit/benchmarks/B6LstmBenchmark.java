package dev.orbit.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B6: the LSTM objective of ADBench, two layers of 14, 1024 characters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class B6LstmBenchmark {
    private final double[] characters = Cases.characters(Cases.CHARACTERS);
    private final double[] before = Arrays.copyOf(characters, characters.length - 14);
    private final double[] after = Arrays.copyOfRange(characters, 14, characters.length);
    private final double[] start = new double[14];
    private final double[] theta = Cases.normal(AdBenchLstm.PARAMETER_COUNT, 1, 4);
    private final double[] gradient = new double[AdBenchLstm.PARAMETER_COUNT];
    private final AdBenchLstm orbit = new AdBenchLstm();
    private final PlainLstm plain = new PlainLstm(Cases.CHARACTERS - 1);
    private final Torch torch = new Torch().data(characters, Cases.CHARACTERS, 14);

    @Benchmark
    public double orbit() {
        return orbit.lossAndGradient(theta, before, after, start, start, start, start, gradient);
    }

    @Benchmark
    public double plain() {
        return plain.lossAndGradient(theta, characters, gradient);
    }

    @Benchmark
    public double pytorch() {
        return torch.lossAndGradient(theta, Torch.LSTM, Torch.lstm(Cases.CHARACTERS), gradient);
    }
}
