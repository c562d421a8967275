package dev.orbit.compiler.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The LSTM objective of ADBench, on the first characters of the benchmark's own data: objective and gradient as the benchmark
 * gives them, and by loops in 30 digits.
 */
class AdBenchTest {
    private static final Path FOLDER = Path.of("src/test/resources/adbench");
    private static final List<String> ORDER = List.of("w1", "v1", "w2", "v2", "in_weight", "out_weight", "out_bias");

    @ParameterizedTest
    @ValueSource(strings = {"lstm_l2_c5_cut", "lstm_l2_c16_cut"})
    void isTheBenchmarks(String name) throws IOException {
        Gradients gradients = Gradients.of("AdBenchLstm", Map.of());
        double[] numbers = numbers(name + ".txt");
        assertEquals(List.of(2.0, 14.0), List.of(numbers[0], numbers[2]));
        int steps = (int) numbers[1] - 1;
        Map<String, double[]> at = new LinkedHashMap<>();
        int next = 3;
        for (String parameter : ORDER) {
            at.put(parameter, Arrays.copyOfRange(numbers, next, next += gradients.size(parameter)));
        }
        Example example = Example.ofSteps(steps);
        for (String start : List.of("h1_0", "s1_0", "h2_0", "s2_0")) {
            example = example.with(start, Arrays.copyOfRange(numbers, next, next += 14));
        }
        example = example.with("x", Arrays.copyOfRange(numbers, next, next + steps * 14))
                .with("next", Arrays.copyOfRange(numbers, next + 14, numbers.length));
        assertEquals(numbers.length, next + (steps + 1) * 14);

        agrees(gradients.at(at, example), numbers(name + ".expected.txt"));
        Bounds.hold(Proof.of(gradients, at, Learners::adBench, example), 1e-15, 266);
    }

    private static void agrees(Gradients.Result found, double[] expected) {
        assertEquals(1, found.loss() / expected[0], 1e-15);
        assertEquals(266, expected[1]);
        double[] gradient = Arrays.copyOfRange(expected, 2, expected.length);
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        int i = 0;
        for (String parameter : ORDER) {
            for (double entry : found.gradient().get(parameter)) {
                assertEquals(gradient[i], entry, 1e-15 * largest, parameter + ", entry " + i + " of all");
                i++;
            }
        }
        assertEquals(266, i);
    }

    private static double[] numbers(String file) throws IOException {
        return Arrays.stream(Files.readString(FOLDER.resolve(file)).strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
