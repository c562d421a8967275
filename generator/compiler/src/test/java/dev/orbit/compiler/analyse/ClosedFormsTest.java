package dev.orbit.compiler.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed forms are what the emitted program computes, and keep what the author kept open. */
class ClosedFormsTest {
    private static final Path SAMPLES = Path.of("../../samples");

    /** Sizes that leave something to do, and not too much. */
    private static final Map<String, Integer> SMALL = Map.of("n", 2, "m", 2, "k", 3, "b", 2);

    private static Product compiled(String name, String text, Map<String, Integer> dims) {
        Choices choices = new Choices(Optional.empty(), dims, List.of(), 0);
        Compilation compilation = new Compiler()
                .compile(new CompileRequest(new SourceFile(name, text), choices, CompileRequest.Depth.EMIT));
        return compilation
                .product()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().inOrder()));
    }

    private static Model model(String name, String text, Map<String, Integer> dims) {
        Choices choices = new Choices(Optional.empty(), dims, List.of(), 0);
        return new Compiler()
                .compile(new CompileRequest(new SourceFile(name, text), choices, CompileRequest.Depth.CHECK))
                .model()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdBenchLstm",
                "AirPassengers",
                "Correction",
                "Elman",
                "Garch",
                "GaussianHmm",
                "GruLayer",
                "LstmLayer",
                "Nile",
                "LocalLinearTrend",
                "MultivariateKalman",
                "Oil"
            })
    void haveTheValuesOfTheEmittedProgram(String sample) throws IOException {
        String text = Files.readString(SAMPLES.resolve(sample + ".orbit"));
        Map<String, Integer> dims = new LinkedHashMap<>(SMALL);
        dims.keySet().removeIf(dim -> !text.contains("dim " + dim + " ="));
        Product product = compiled(sample, text, dims);
        ClosedForms forms = ClosedForms.of(model(sample, text, dims), 3, new Formulas());

        Map<Name, Double> point = point(forms);
        NumericPoint.Functions sine = (call, x) -> call.by().isEmpty() ? Math.sin(x.get(0)) : Math.cos(x.get(0));
        NumericPoint at = new NumericPoint(point, sine);
        List<Datum<Double>> arguments = product.derivative().inputs().stream()
                .map(input -> numbers(forms.inputs().get(input.name()), at))
                .toList();
        List<Datum<Double>> results = new Evaluator<>(new Doubles(Map.of("w", ClosedFormsTest::sine)))
                .evaluate(product.derivative(), arguments);

        for (int i = 0; i < results.size(); i++) {
            Program.Output output = product.derivative().outputs().get(i);
            List<Double> expected = flat(results.get(i));
            List<Double> found = output.purpose() == Program.Purpose.LOSS
                    ? at.of(List.of(forms.loss()))
                    : at.of(flat(forms.gradients().get(output.of())));
            for (int entry = 0; entry < expected.size(); entry++) {
                double scale = Math.max(1, Math.abs(expected.get(entry)));
                assertEquals(expected.get(entry), found.get(entry), 1e-9 * scale, output + " " + entry);
            }
        }
    }

    @Test
    void constantsStaySymbolsAndDecimalsStayExact() {
        String text = "model M; param a; constant k = 0.1; loss (a - k)^2 + 0.1 * a;";
        Formulas formulas = new Formulas();
        ClosedForms forms = ClosedForms.of(model("M.orbit", text, Map.of()), 0, formulas);
        assertEquals("(a - k)^2 + 0.1 * a", forms.loss().toString());
        assertEquals("0.1 + 2 * (a - k)", forms.gradients().get("a").number().toString());
    }

    @Test
    void abstractFunctionsStayAbstractAndBranchesStayChoices() {
        String text = """
                model M; param a; input x per step; function f(u, v); state y = 0;
                step { if x > a { y' = f(y, a); } else { y' = y; } } iterate 9; loss y;
                """;
        Formulas formulas = new Formulas();
        ClosedForms forms = ClosedForms.of(model("M.orbit", text, Map.of()), 1, formulas);
        assertEquals("if x[1] > a then f(0, a) else 0", forms.loss().toString());
        assertEquals(
                "if x[1] > a then ∂₂f(0, a) else 0",
                forms.gradients().get("a").number().toString());
        assertSame(forms.loss(), forms.outputs().get("y").number());
    }

    @Test
    void functionsOfVectorsAreFunctionsOfTheirEntries() {
        String text = "model M; param p[2]; function w(x[2])[2]; loss sum(w(p).^2);";
        ClosedForms forms = ClosedForms.of(model("M.orbit", text, Map.of()), 0, new Formulas());
        List<Formula> gradient = forms.gradients().get("p").entries();
        Map<Name, Double> values =
                Map.of(Name.of("p").at("1"), 2.0, Name.of("p").at("2"), 5.0);
        // w(p) = (p1 p2, p1^2)
        NumericPoint at = new NumericPoint(values, (call, x) -> {
            boolean first = call.function().equals("w[1]");
            return switch (call.by().toString()) {
                case "[]" -> first ? x.get(0) * x.get(1) : x.get(0) * x.get(0);
                case "[0]" -> first ? x.get(1) : 2 * x.get(0);
                default -> first ? x.get(0) : 0;
            };
        });
        assertEquals(List.of(2 * 10 * 5 + 2.0 * 4 * 4, 2 * 10 * 2.0), at.of(gradient));
    }

    @Test
    void indexDataAreAskedFor() throws IOException {
        String text = Files.readString(SAMPLES.resolve("RescorlaWagner.orbit"));
        Model model = model("RescorlaWagner", text, Map.of("k", 2));
        assertThrows(IllegalArgumentException.class, () -> ClosedForms.of(model, 2, new Formulas()));
        ClosedForms forms = ClosedForms.of(model, 2, new Formulas(), Map.of("choice", Datum.indices(1, 2)));
        assertTrue(Traversal.symbols(List.of(forms.loss())).toString().contains("Q0[2]"));
    }

    private static List<List<Double>> sine(Abstract.Order order, List<List<Double>> arguments) {
        double x = arguments.get(0).get(0);
        return List.of(List.of(order.by().isEmpty() ? Math.sin(x) : Math.cos(x)));
    }

    private static Map<Name, Double> point(ClosedForms forms) {
        Random random = new Random(5);
        Map<Name, Double> point = new LinkedHashMap<>();
        List<Formula> symbols = new ArrayList<>();
        forms.inputs().values().forEach(input -> symbols.addAll(flat(input)));
        for (Formula symbol : symbols) {
            point.put(((Formula.Symbol) symbol).name(), 0.1 + 0.4 * random.nextDouble());
        }
        return point;
    }

    private static Datum<Double> numbers(Datum<Formula> symbols, NumericPoint at) {
        return symbols.map(symbol -> at.symbol((Formula.Symbol) symbol));
    }

    private static <V> List<V> flat(Datum<V> datum) {
        return datum.match(new Datum.Cases<V, List<V>>(
                Datum.Entries::entries,
                index -> List.of(),
                stack ->
                        stack.rows().stream().flatMap(row -> flat(row).stream()).toList()));
    }
}
