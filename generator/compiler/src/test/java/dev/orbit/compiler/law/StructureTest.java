package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.plan.CostAccount;
import dev.orbit.compiler.program.Printer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structure is used: zeros and identities cost nothing, one number is a scalar, and sizes are not in a program's length. */
class StructureTest {
    private static String spec(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/specs/good/matrix/" + name + ".orbit"));
    }

    private static final String SEED = """
            model Correction;
            %s
            let A = [1, 0, 0; 0, 0, a; b, c, d];
            state y%s = 0;
            state h%s = h0;
            step {
              [_; q; r] = A * [x; y; h];
              y' = q + w(x);
              h' = tanh(r);
            }
            iterate %s;
            loss %s;
            """;

    /** The seed's blocks have one entry each: this is the scalar seed, and its bits are the scalar seed's. */
    @ParameterizedTest
    @ValueSource(strings = {"3", "T"})
    void blocksOfOneEntryAreNumbers(String steps) {
        String dimension = steps.equals("T") ? "dim T;\ninput ones per step;\n" : "";
        String scalars = dimension + "input x, h0;\ntarget y_true;\nparam a, b, c, d;\nfunction w(x);";
        String blocks = "dim n = 1, m = 1, k = 1;\n" + dimension
                + "input x[n], h0[k];\ntarget y_true[m];\n"
                + "param a[m, k], b[k, n], c[k, m], d[k, k];\nfunction w(x[n])[m];";
        String scalar = SEED.formatted(scalars, "", "", steps, "(y_true - y)^2");
        String block = SEED.formatted(blocks, "[m]", "[k]", steps, "sum((y_true - y).^2)");

        assertEquals(
                Printer.render(Pipeline.of("Scalar", scalar).derivative()),
                Printer.render(Pipeline.of("Blocks", block).derivative()));
    }

    /**
     * Forward: a h (8 x 64), b x (64 x 16), c y (64 x 8), d h (64 x 64). Backward each once transposed, but for b, whose
     * input is data; and each once as an outer product that is added. With tanh' = (1 - t)(1 + t) times the adjoint: 2 x 64
     * multiplications.
     */
    @Test
    void theBlockSeedCostsWhatPaperSays() throws IOException {
        int a = 8 * 64;
        int b = 64 * 16;
        int c = 64 * 8;
        int d = 64 * 64;
        int products = a + b + c + d;
        int multiplications = products + (a + c + d) + products + 2 * 64;
        // sums of three terms in h', of two in y'; 1 - t and 1 + t; the adjoint of h from y' and h'
        int additions = products + (a + c + d) + products + 2 * 64 + 8 + 2 * 64 + 64;

        List<String> lines = CostAccount.of(
                        Pipeline.at("BlockSeed", spec("BlockSeed"), Map.of()).derivative())
                .lines();

        String expected =
                "per step: " + multiplications + " multiplications, " + additions + " additions, 64 tanh, 1 w()";
        assertTrue(lines.contains(expected), lines + "\n" + expected);
    }

    /** The gradient by a matrix is one product over all steps at the end, and what multiplies at every step was turned before. */
    @Test
    void largeProductsOverStepsSuitTheMachine() throws IOException {
        String program = Printer.render(
                Pipeline.at("BlockSeed", spec("BlockSeed"), Map.of()).derivative());
        assertEquals(
                4, Pattern.compile("= stacked_outer").matcher(program).results().count(), program);
        assertEquals(0, Pattern.compile("= outer").matcher(program).results().count(), program);
        assertEquals(
                4, Pattern.compile("= transpose").matcher(program).results().count(), program);
        assertEquals(
                0, Pattern.compile("= matrix\\(").matcher(program).results().count(), program);
    }

    @ParameterizedTest
    @CsvSource({"Elman, k", "Lstm, k", "Gru, k", "Kalman, n", "HiddenMarkov, k", "BlockSeed, k", "Attention, k"})
    void aProgramIsNoLongerForLargeSizes(String name, String dim) throws IOException {
        int small = RunningIndicesTest.size(
                Pipeline.at(name, spec(name), Map.of(dim, 24)).derivative());
        int middle = RunningIndicesTest.size(
                Pipeline.at(name, spec(name), Map.of(dim, 64)).derivative());
        int large = RunningIndicesTest.size(
                Pipeline.at(name, spec(name), Map.of(dim, 512)).derivative());
        assertEquals(small, middle);
        assertEquals(small, large);
    }

    /** Four gates that were cut from one product come back as one adjoint: nothing is padded with zeros. */
    @Test
    void gatesAreOneProductAlsoBackwards() throws IOException {
        String derivative =
                Printer.render(Pipeline.at("Lstm", spec("Lstm"), Map.of()).derivative());
        assertFalse(derivative.contains("pad["), derivative);
        assertEquals(2, derivative.split(" = stacked_outer\\(", -1).length - 1, derivative);
        String backwards = derivative.substring(derivative.indexOf("loop steps backward"));
        assertEquals(1, backwards.split(" = matrix_transposed\\(", -1).length - 1, derivative);
    }

    /** 1 - z is computed as sigmoid(-u), and is what both derivatives need: backwards only the other gate has one to compute. */
    @Test
    void theComplementOfAGateIsReadBackwards() throws IOException {
        String derivative =
                Printer.render(Pipeline.at("Complement", COMPLEMENT, Map.of()).derivative());
        assertEquals(2, derivative.split(" = sigmoid\\(", -1).length - 1, derivative);
    }

    private static final String COMPLEMENT = """
            model Complement;
            dim k = 7, T;
            input u[k] per step;
            param b[k];
            state h[k] = 0;
            iterate T;
            step {
              z = sigmoid(b + u);
              h' = (1 - z) .* tanh(b) + z .* h;
            }
            loss sum(h);
            """;

    /** One Cholesky factor serves both systems, the determinant and their adjoints; no matrix is turned. */
    @Test
    void aMatrixIsFactoredOnce() throws IOException {
        String derivative =
                Printer.render(Pipeline.at("Kalman", spec("Kalman"), Map.of()).derivative());
        assertEquals(1, derivative.split(" = cholesky\\(", -1).length - 1, derivative);
        assertEquals(1, derivative.split(" = cholesky_adjoint\\(", -1).length - 1, derivative);
        assertFalse(derivative.contains("transpose("), derivative);
    }

    /** What is looked up by an index costs no more in the gradient: rows and entries in their places. */
    @Test
    void indexedReadsGoBackToTheirPlaces() throws IOException {
        String derivative = Printer.render(
                Pipeline.at("CharacterModel", spec("CharacterModel"), Map.of()).derivative());
        assertTrue(derivative.matches("(?s).*%\\d+\\[27, 16] = pad_entry\\(.*"), derivative);
        String cost = String.join(
                "\n",
                CostAccount.of(Pipeline.at("CharacterModel", spec("CharacterModel"), Map.of())
                                .derivative())
                        .lines());
        assertTrue(cost.contains("54 exp, 1 log"), cost);
    }

    @Test
    void emptyAndOneRowShapesHaveTheirGradients() {
        for (int m : List.of(0, 1)) {
            String text = """
                    model Thin;
                    dim n = 3, m = %d, T = 4;
                    input u[n] per step;
                    param a[m, n], d[n, m], x[m], V[1, n], p;
                    state h[n] = 0;
                    iterate T;
                    step { h' = tanh(a0(u) + p * h + transpose(V)); }
                    function a0(u) = d * (a * u) + d * x;
                    let z = [a; V];
                    loss sum(h.^2) + sum(x.^2) + norm(x)^2 + sum(i in 1..m: x[i]) + sum(z.^2) + sum([x; x; p]);
                    """.formatted(m).replace("transpose(V)", "[V[1, 1]; V[1, 2]; V[1, 3]]");
            assertEquals(2, GradientLaw.of("Thin", text, 3).hold(2, 0, 1e-12).finite());
        }
    }
}
