package dev.orbit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B4: the negative log-likelihood of GARCH(1,1) over 1974 days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class B4GarchBenchmark {
    private final double[] r = Cases.normal(Cases.DAYS, 0.5, 1);
    private final double[] theta = Cases.garchPoint();
    private final double[] gradient = new double[4];
    private final Garch orbit = new Garch();
    private final GarchReferences references = new GarchReferences(Cases.DAYS);

    @Benchmark
    public double orbit() {
        return orbit.lossAndGradient(theta, r, gradient);
    }

    @Benchmark
    public double tuned() {
        return GarchReferences.tuned(theta, r, gradient);
    }

    @Benchmark
    public double plain() {
        return references.plain(theta, r, gradient);
    }

    @Benchmark
    public double hipparchus() {
        return GarchReferences.hipparchus(theta, r, gradient);
    }
}
