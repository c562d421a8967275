package dev.orbit.runtime.hipparchus;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.optim.OptimizationData;

/** What an optimiser of Hipparchus is given in one call. */
final class Given {
    private Given() {}

    /** The problem, then what the caller adds. */
    static OptimizationData[] with(OptimizationData[] others, OptimizationData... problem) {
        return Stream.concat(Arrays.stream(problem), Arrays.stream(others)).toArray(OptimizationData[]::new);
    }
}
