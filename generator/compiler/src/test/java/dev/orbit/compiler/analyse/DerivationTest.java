package dev.orbit.compiler.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.formula.Printer;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
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

/** The recurrence that is shown, carried out line by line, gives the gradient of the unrolled closed form. */
class DerivationTest {
    private static final Path SAMPLES = Path.of("../../samples");

    static Model model(String name, String text) {
        return new Compiler()
                .compile(new CompileRequest(new SourceFile(name, text), Choices.NONE, CompileRequest.Depth.CHECK))
                .model()
                .orElseThrow();
    }

    private static Model sample(String name) throws IOException {
        return model(name + ".orbit", Files.readString(SAMPLES.resolve(name + ".orbit")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Correction", "Garch", "Oil", "Nile", "AirPassengers"})
    void isTheGradient(String sample) throws IOException {
        compare(sample(sample), 17);
    }

    @Test
    void isTheGradientWithPenaltyAndALossAfterTheSteps() {
        compare(
                model(
                        "M.orbit",
                        "model M; param a, b; input x per step; state h = a; state y = 0;"
                                + " step { h' = tanh(a * h + b * x); y' = y + h' * h; loss (y' - x)^2; } iterate 4;"
                                + " loss (y - h)^2; penalty a^2 + b^2;"),
                4);
    }

    private static void compare(Model model, int steps) {
        int rows = model.iteration().map(Iteration::first).orElse(1) - 1 + steps;
        ClosedForms forms = ClosedForms.of(model, steps, new Formulas());
        Map<Name, Double> point = new LinkedHashMap<>();
        Random random = new Random(3);
        for (Datum<Formula> input : forms.inputs().values()) {
            symbols(input).forEach(symbol -> point.put(symbol.name(), 0.2 + 0.6 * random.nextDouble()));
        }
        NumericPoint at =
                new NumericPoint(point, (call, x) -> call.by().isEmpty() ? Math.sin(x.get(0)) : Math.cos(x.get(0)));
        Carried carried = new Carried(at, rows, new LinkedHashMap<>());
        Derivation derivation = Derivation.of(model);
        carried.carry(derivation.map(), Map.of());
        carried.carry(derivation.adjoint(), Map.of());
        Map<String, Double> found = new LinkedHashMap<>();
        for (Line line : derivation.gradient()) {
            Line.Equation equation = line.equation().orElseThrow();
            String by = equation.left().operands().get(1).toString();
            found.merge(by, carried.value(equation.right(), Map.of()), Double::sum);
        }
        assertEquals(forms.gradients().keySet(), found.keySet());
        forms.gradients().forEach((name, gradient) -> {
            double expected = at.of(List.of(gradient.number())).get(0);
            assertEquals(expected, found.get(name), 1e-9 * Math.max(1, Math.abs(expected)), name);
        });
        assertTrue(!found.isEmpty());
    }

    private static List<Formula.Symbol> symbols(Datum<Formula> datum) {
        return datum.match(new Datum.Cases<Formula, List<Formula.Symbol>>(
                entries -> entries.entries().stream()
                        .map(Formula.Symbol.class::cast)
                        .toList(),
                index -> List.of(),
                stack -> stack.rows().stream()
                        .flatMap(row -> symbols(row).stream())
                        .toList()));
    }

    /** Carries out lines in numbers; what has no value at an index beyond the last is zero. */
    private record Carried(NumericPoint at, int last, Map<Name, Double> values) {
        void carry(List<Line> lines, Map<String, Integer> indices) {
            boolean[] taken = {false};
            for (Line line : lines) {
                line.match(new Line.Cases<Optional<Void>>(
                        equation -> {
                            Name name = placed(((Formula.Symbol) equation.left()).name(), indices);
                            values.put(name, value(equation.right(), indices));
                            return Optional.empty();
                        },
                        block -> {
                            taken[0] = block(block, indices, taken[0]);
                            return Optional.empty();
                        }));
            }
        }

        private boolean block(Line.Block block, Map<String, Integer> indices, boolean before) {
            List<Formula> parts = block.heading().parts();
            return switch (block.heading().kind()) {
                case RANGE -> {
                    int from = number(parts.get(1));
                    int to = number(parts.get(2));
                    String index = parts.get(0).toString();
                    for (int i = from; from <= to ? i <= to : i >= to; i += from <= to ? 1 : -1) {
                        Map<String, Integer> inner = new LinkedHashMap<>(indices);
                        inner.put(index, i);
                        carry(block.lines(), inner);
                    }
                    yield false;
                }
                case CONDITION -> {
                    boolean holds = value(parts.get(0), indices) != 0;
                    if (holds) {
                        carry(block.lines(), indices);
                    }
                    yield holds;
                }
                case OTHERWISE -> {
                    if (!before) {
                        carry(block.lines(), indices);
                    }
                    yield false;
                }
            };
        }

        private int number(Formula formula) {
            return formula.toString().equals("T") ? last : Integer.parseInt(formula.toString());
        }

        private Name placed(Name name, Map<String, Integer> indices) {
            List<String> placed = new ArrayList<>();
            name.indices().forEach(index -> placed.add(place(index, indices)));
            return new Name(name.base(), name.accent(), name.primes(), placed);
        }

        private String place(String text, Map<String, Integer> indices) {
            String[] parts = text.split("(?=[-+])", -1);
            Integer index = parts[0].equals("T") ? Integer.valueOf(last) : indices.get(parts[0]);
            return index == null ? text : Integer.toString(index + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0));
        }

        double value(Formula formula, Map<String, Integer> indices) {
            return formula.match(new Formula.Cases<Double>(
                    number -> at.number(number.value()),
                    constant -> at.constant(constant.kind()),
                    symbol -> symbol(symbol.name(), indices),
                    apply -> new Doubles().apply(apply.function(), value(apply.x(), indices)),
                    apply ->
                            new Doubles().apply(apply.function(), value(apply.x(), indices), value(apply.y(), indices)),
                    call -> call(call, indices),
                    compare -> at.compare(
                            compare.relation(),
                            value(compare.operands().get(0), indices),
                            value(compare.operands().get(1), indices)),
                    logic -> at.logic(
                            logic.connective(),
                            logic.operands().stream()
                                    .map(x -> value(x, indices))
                                    .toList()),
                    choice -> value(choice.condition(), indices) != 0
                            ? value(choice.then(), indices)
                            : value(choice.otherwise(), indices)));
        }

        private double call(Formula.Call call, Map<String, Integer> indices) {
            if (Notation.of(call).filter(Notation.SUM::equals).isPresent()) {
                String index = call.operands().get(1).toString();
                double sum = 0;
                for (int i = 1; i <= last; i++) {
                    Map<String, Integer> inner = new LinkedHashMap<>(indices);
                    inner.put(index, i);
                    sum += value(call.operands().get(0), inner);
                }
                return sum;
            }
            return at.call(
                    call, call.operands().stream().map(x -> value(x, indices)).toList());
        }

        private double symbol(Name name, Map<String, Integer> indices) {
            Name placed = placed(name, indices);
            if (placed.indices().isEmpty() && !place(placed.base(), indices).equals(placed.base())) {
                return Integer.parseInt(place(placed.base(), indices));
            }
            if (values.containsKey(placed)) {
                return values.get(placed);
            } else if (at.values().containsKey(placed)) {
                return at.values().get(placed);
            }
            int index = Integer.parseInt(placed.indices().get(0));
            Name before = new Name(name.base(), name.accent(), name.primes(), List.of("≤0"));
            if (index <= 0 && values.containsKey(before)) {
                return values.get(before);
            }
            assertTrue(index > last, "no value of " + Printer.text().render(new Formulas().symbol(placed)));
            return 0;
        }
    }
}
