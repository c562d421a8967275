package dev.orbit.compiler.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One example's data by name, each flat: {@code [n]}, or {@code [step][n]} for data per step. Indices are whole numbers.
 *
 * @param steps how many rows data per step have
 */
record Example(int steps, Map<String, double[]> columns) {
    Example {
        columns = new LinkedHashMap<>(columns);
    }

    static Example ofSteps(int steps) {
        return new Example(steps, Map.of());
    }

    Example with(String name, double... values) {
        Map<String, double[]> all = new LinkedHashMap<>(columns);
        all.put(name, values);
        return new Example(steps, all);
    }
}
