package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Dim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is chosen outside a spec. */
class OverridesTest {
    private static final String SPEC = """
            model Example;
            dim k = 3; dim m = 2 * k; dim T;
            input x[m] per step;
            param a[k], A[k, m];
            function s(u) = tanh(u);
            function w(u);
            iterate T;
            step { loss sum(s(A * x - w(a))); }
            """;

    private static Overrides bind(String... bindings) {
        return new Overrides(
                Map.of(), Arrays.stream(bindings).map(OverridesTest::bound).toList());
    }

    private static Overrides.Bound bound(String text) {
        SourceFile source = new SourceFile("--bind", text);
        return new Overrides.Bound(
                source, SpecParser.parseBinding(source, new Diagnostics()).orElseThrow());
    }

    private static Overrides dim(String name, int value) {
        return new Overrides(Map.of(name, value), List.of());
    }

    @Test
    void aDimFromOutsideReplacesTheDeclaredOne() {
        Model model = Checked.of(SPEC, dim("k", 5)).model().orElseThrow();
        assertEquals(
                List.of(OptionalInt.of(5), OptionalInt.of(10), OptionalInt.empty()),
                model.dims().stream().map(Dim::value).toList());
        assertEquals(
                List.of(List.of(5), List.of(5, 10)),
                model.parameters().stream()
                        .map(Parameter::symbol)
                        .map(symbol -> symbol.shape().sizes())
                        .toList());
    }

    @Test
    void theNumberOfStepsMayBeFixedFromOutside() {
        Model model = Checked.of(SPEC, dim("T", 12)).model().orElseThrow();
        assertEquals(OptionalInt.of(12), model.dims().get(2).value());
    }

    @Test
    void aDimMustExistAndCount() {
        assertEquals(List.of("ORB520"), Checked.of(SPEC, dim("kk", 5)).codes());
        assertTrue(Checked.of(SPEC, dim("k", -1)).codes().contains("ORB521"));
        assertTrue(Checked.of(SPEC, dim("k", -1)).model().isEmpty());
    }

    @Test
    void aFunctionFromOutsideReplacesTheBody() {
        Checked checked = Checked.of(SPEC, bind("s(v) = 2 * v", "w(z) = z^2 + 1"));
        assertEquals(List.of("ORB307:1"), checked.codes(), "w is called with a vector");
        Model model = Checked.of(SPEC, bind("s(v) = 2 * v", "w(z) = z.^2 + 1"))
                .model()
                .orElseThrow();
        assertEquals(List.of(), model.functions(), "what is bound is not abstract any more");
    }

    @Test
    void aProblemInABindingIsShownInTheBinding() {
        Diagnostic problem =
                Checked.of(SPEC, bind("s(v) = v + q")).diagnostics().get(0);
        assertEquals("ORB201", problem.code());
        assertEquals("--bind", problem.at().orElseThrow().file().name());
        assertEquals(12, problem.at().orElseThrow().start().column());
        assertEquals(List.of(), problem.notes(), "notes belong to the file of the problem");
    }

    @Test
    void aBoundFunctionMustExistWithAsManyParameters() {
        assertTrue(Checked.of(SPEC, bind("r(u) = u")).codes().contains("ORB522:1"));
        assertTrue(Checked.of(SPEC, bind("s(u, v) = u + v")).codes().contains("ORB523:1"));
        assertTrue(Checked.of(SPEC, bind("w(u, v) = u + v")).codes().contains("ORB523:1"));
    }

    @Test
    void aBindingIsMarkedAsSuch() {
        Model model = Checked.of(
                        "model Example; input x; param a; function s(u) = tanh(u); let q = s(a * x); loss q^2;",
                        bind("s(v) = sigmoid(v)"))
                .model()
                .orElseThrow();
        Expr.Call call = assertInstanceOf(Expr.Call.class, Checked.let(model, "q"));
        assertTrue(call.function().bound());
        assertEquals("v", call.function().parameters().get(0).name());
    }
}
