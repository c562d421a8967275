package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before a lag may read running indices and arguments of functions: each model against one written out. */
class LagsTest {
    private static final double TOLERANCE = 1e-12;

    private static final String MODEL = """
            model Lagging;
            dim T, p = 2;
            input r per step;
            param phi, b, W[3, 2];
            function back(u) { let v = u * b; return u * r - lag(r, 2, v + u); }
            let before = %s;
            state e = b;
            iterate T;
            step { e' = r - phi * e - (%s); loss e'^2 + before * W[1, 1]; }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i in 1..p: phi^i * lag(r, i, b * i)) | phi * lag(r, 1, b) + phi^2 * lag(r, 2, b * 2)",
                "sum([i in 1..3, j in 1..2: W[i, j] * lag(r, i + j - 1, b * i + j * W[i, j])])"
                        + " | W[1, 1] * lag(r, 1, b + W[1, 1]) + W[1, 2] * lag(r, 2, b + 2 * W[1, 2])"
                        + " + W[2, 1] * lag(r, 2, 2 * b + W[2, 1]) + W[2, 2] * lag(r, 3, 2 * b + 2 * W[2, 2])"
                        + " + W[3, 1] * lag(r, 3, 3 * b + W[3, 1]) + W[3, 2] * lag(r, 4, 3 * b + 2 * W[3, 2])",
                "sum([i in 1..p: lag(e', 2, b + i) * i]) | lag(e', 2, b + 1) + 2 * lag(e', 2, b + 2)",
                "back(phi * e) | phi * e * r - lag(r, 2, 0) - (if k < 2.5 then phi * e * b + phi * e else 0)",
                "back'(phi) | r - (if k < 2.5 then b + 1 else 0)",
            })
    void areWhatIsWrittenOut(String term, String writtenOut) {
        String counted = MODEL.replace("iterate T;", "iterate k in 1..T;");
        agree(counted.formatted("0", term), counted.formatted("0", writtenOut));
    }

    /** More values than are written out where a loop can run through them. */
    @Test
    void areWhatIsWrittenOutInLongRanges() {
        String term = "sum(i in 1..9: back(i * phi) + lag(r, 1, b * i) * i)";
        String writtenOut = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "back(%d * phi) + lag(r, 1, b * %d) * %d".formatted(i, i, i))
                .collect(Collectors.joining(" + "));
        agree(MODEL.formatted("0", term), MODEL.formatted("0", writtenOut));
    }

    @Test
    void mayStandInReductionsOverSteps() {
        String text = MODEL.formatted("sum(over steps: (r - phi * lag(r, 1, b)) * lag(r, 2, 0))", "0");
        String state = MODEL.formatted("0", "0")
                .replace("step {", "state s = b; state s2 = 0; state q = 0; step {")
                .replace("loss e'^2", "s' = r; s2' = if k < 1.5 then 0 else s; q' = q + (r - phi * s) * s2; loss e'^2")
                .replace("iterate T;", "iterate k in 1..T; loss T * q * W[1, 1];");
        agree(text, state);
    }

    private static void agree(String text, String writtenOut) {
        GradientLaw.of("Lagging", text, 3).hold(3, 0, TOLERANCE);
        for (int seed = 0; seed < 5; seed++) {
            List<Double> found = values(text, seed);
            List<Double> expected = values(writtenOut, seed);
            assertEquals(expected.size(), found.size());
            double scale = expected.stream().mapToDouble(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), found.get(i), TOLERANCE * scale, text);
            }
        }
    }

    /** Loss and gradient, all entries. */
    private static List<Double> values(String text, long seed) {
        Pipeline pipeline = Pipeline.of("Lagging", text);
        Point point = Point.draw(pipeline, 7, 0, new SplittableRandom(seed));
        List<Double> values = new ArrayList<>();
        for (Datum<Double> datum : new Evaluator<>(new Doubles())
                .evaluate(pipeline.derivative(), point.arguments(), point.dimensions(pipeline.model()))) {
            values.addAll(GradientLaw.flat(datum));
        }
        return values;
    }
}
