package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions over running indices: their gradients, what they become, and that it does not depend on how far they run. */
class RunningIndicesTest {
    private static final String HEAD = """
            model Indices;
            dim n = 5, T = 20;
            input c in 1..n, g[n] in 1..n;
            input s[n];
            target y;
            param x[n], z[n], W[n, n], p;
            """;

    private static String spec(String loss) {
        return HEAD + "loss (y - p * " + loss + ")^2;\n";
    }

    private static final String STEPS = HEAD + """
            input u per step;
            state v[n] = s;
            iterate T;
            step {
              e = u - sum(i in 1..n: x[i] * v[n + 1 - i]);
              v' = [j in 1..n: logsumexp([i in 1..n: v[i] + W[i, j]])] + e * z;
              loss e^2 + sum(i in 1..n: W[i, i] * v'[i]);
            }
            loss p * y;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum([i in 1..n: exp(x[i]) * z[n + 1 - i] + i])",
                "sum(i in 1..n, j in 1..n: W[i, j] * x[i] * z[j])",
                "sum(i in 1..n: i * x[i] + s[i])",
                "sum([i in 1..n, j in 1..n: x[i] * z[j] / (2 + W[j, i]^2)] * s)",
                "norm(sum(i in 1..n: x[i] * W[i, ..]))",
                "dot(sum(i in 1..n: W[.., i] * z[i]), [i in 1..n: sum(j in 1..n: W[j, i] * s[j])])",
                "sum(i in 2..n: x[i - 1] * x[i])",
                "sum(i in 1..n: x[g[i]] * z[i]) * W[c, c]",
                "max(i in 1..n: x[i] * z[i]) - min(i in 1..n, j in 1..2: x[i] * j)",
                "logsumexp(i in 1..n, j in 1..n: W[i, j] * x[i])",
                "mean(i in 1..n: if x[i] > 0 then x[i]^2 else exp(z[i]))",
                "sum([i in 1..n: [j in 1..n: sum(l in 1..n: W[i, l] * W[l, j])][c]])",
                "sum(i in 1..n: sum(W[i, 2..n] .* W[2..n, i]))",
                "sum(sum(i in 1..n: repeat(half, 3, W[i, ..] + x)))",
                "sum(i in 1..n, j in 1..1: sum(l in 1..n: x[i] * W[l, j]))",
            })
    void haveTheGradientOfDualNumbers(String loss) {
        String text = spec(loss).replace("param x", "function half(v) = 0.5 * v + tanh(v);\nparam x");

        GradientLaw.Seen seen = GradientLaw.of("Indices", text, 7).hold(3, 0, 1e-12);

        assertEquals(3, seen.finite());
        assertTrue(seen.entries() > 0);
    }

    @Test
    void haveTheGradientOfDualNumbersInSteps() {
        assertEquals(3, GradientLaw.of("Indices", STEPS, 7).hold(3, 0, 1e-12).finite());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i in 1..n: x[i] * z[i])                                      | dot(%2:x, %3:z)",
                "sum([i in 1..n: sum(j in 1..n: W[i, j] * x[j])])                 | matrix(%4:W, %2:x)",
                "sum([i in 1..n: sum(j in 1..n: W[j, i] * x[j])])                 | matrix_transposed(%4:W, %2:x)",
                "sum([i in 1..n, j in 1..n: x[i] * z[j]].^2)                      | outer(%2:x, %3:z)",
                "sum(i in 1..n: exp(x[i]))                                        | exp(%2:x)",
                "norm(sum(i in 1..n: x[i] * W[i, ..]))                            | matrix_transposed(%4:W, %2:x)",
            })
    void becomeOperationsOfLinearAlgebra(String loss, String expected) {
        String text = spec(loss);

        String primal = Printer.render(Pipeline.of("Indices", text).primal());

        String numbered = expected.replace("%2:x", value(primal, "x")).replace("%3:z", value(primal, "z"));
        assertTrue(primal.contains(numbered.replace("%4:W", value(primal, "W"))), primal);
        assertTrue(!primal.contains("loop repeats"), primal);
    }

    private static String value(String text, String name) {
        int end = text.indexOf(":" + name + "[") + 1 + name.length();
        return text.substring(text.lastIndexOf('%', end), end);
    }

    @Test
    void areAsLongForManyValuesAsForFew() {
        int few = size(Pipeline.at("Indices", STEPS, Map.of("n", 8, "T", 20)).derivative());
        int many = size(Pipeline.at("Indices", STEPS, Map.of("n", 512, "T", 20)).derivative());
        assertEquals(few, many);
    }

    static int size(Program program) {
        return size(program.body());
    }

    private static int size(Region region) {
        int size = 0;
        for (Instr instr : region.instrs()) {
            size += 1
                    + instr.regions().stream()
                            .mapToInt(RunningIndicesTest::size)
                            .sum();
        }
        return size;
    }
}
