package dev.orbit.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Callee;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.DifferentiableFunction1;
import dev.orbit.runtime.DifferentiableFunction2;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Compares a compiled class with the evaluator, bit for bit, at random points. */
final class Agreement {
    static final DifferentiableFunction1 F = DifferentiableFunction1.of(Math::sin, Math::cos);
    static final DifferentiableFunction2 G =
            DifferentiableFunction2.of((u, v) -> u * v + u, (u, v) -> v + 1, (u, v) -> u);

    private final EmitRequest request;
    private final Model model;

    Agreement(EmitRequest request, CompiledClasses classes, String name) {
        this.request = request;
        this.model = classes.model(
                name,
                request.outline().functions().stream()
                        .map(f -> f.signature().arguments().size() == 1 ? F : G)
                        .toList());
    }

    void check(SplittableRandom random, int steps) {
        Outline outline = request.outline();
        int rows = outline.steps().fixed().orElse(steps);
        double[] theta = random.doubles(outline.parameters().size(), -1.5, 1.5).toArray();
        for (int i = 0; i < theta.length; i++) {
            // Inside any interval that a test gives a parameter.
            theta[i] = outline.parameters().get(i).interval().isPresent() ? 0.5 + theta[i] / 4 : theta[i];
        }
        ExamplesBuilder builder = Examples.of(model.schema()).count(2);
        if (outline.steps().fixed().isEmpty()) {
            builder.steps(steps + 1, steps);
        }
        List<Datum<Double>> arguments = new ArrayList<>();
        Arrays.stream(theta).forEach(value -> arguments.add(Datum.of(value)));
        for (Column column : model.schema().columns()) {
            int before = column.perStep() ? outline.steps().fixed().orElse(steps + 1) : 1;
            int here = column.perStep() ? rows : 1;
            double[] values = random.doubles(before + here, -2, 2)
                    .map(value -> random.nextInt(20) == 0 ? Double.NaN : value)
                    .toArray();
            builder.column(column.name(), values);
            double[] own = Arrays.copyOfRange(values, before, before + here);
            arguments.add(column.perStep() ? Datum.column(own) : Datum.of(own[0]));
        }
        compare(theta, builder.build(), arguments, steps);
    }

    private void compare(double[] theta, Examples examples, List<Datum<Double>> arguments, int steps) {
        Callee<Double> f =
                (order, args) -> List.of(List.of(one(order, args.get(0).get(0))));
        Callee<Double> g = (order, args) ->
                List.of(List.of(two(order, args.get(0).get(0), args.get(1).get(0))));
        List<Datum<Double>> expected = new Evaluator<>(new Doubles(Map.of("f", f, "t", g)))
                .evaluate(request.program(), arguments, Map.of("T", steps));
        double[] gradient = new double[theta.length];
        Arrays.fill(gradient, 7);
        double[][] ofData = model.schema().differentiatedColumns().stream()
                .map(column -> new double[column.perStep() ? Math.max(steps, 20) : 1])
                .toArray(double[][]::new);
        double loss = model.lossAndGradient(theta, examples, 1, gradient, ofData);
        same("loss", loss, model.loss(theta, examples, 1));
        for (int i = 0; i < expected.size(); i++) {
            Program.Output output = request.program().outputs().get(i);
            if (output.purpose() == Program.Purpose.LOSS) {
                same("loss", expected.get(i).number(), loss);
            } else {
                compare(output.of(), expected.get(i), gradient, ofData);
            }
        }
    }

    private void compare(String name, Datum<Double> expected, double[] gradient, double[][] ofData) {
        int parameter = request.outline().parameters().stream()
                .map(Outline.Parameter::name)
                .toList()
                .indexOf(name);
        if (parameter >= 0) {
            same(name, expected.number(), gradient[parameter]);
            return;
        }
        List<Column> columns = model.schema().differentiatedColumns();
        int column = columns.stream().map(Column::name).toList().indexOf(name);
        if (!columns.get(column).perStep()) {
            same(name, expected.number(), ofData[column][0]);
            return;
        }
        for (int row = 0; row < expected.rows().size(); row++) {
            same(name + " " + row, expected.rows().get(row).number(), ofData[column][row]);
        }
    }

    private static double one(Abstract.Order order, double u) {
        return order.by().isEmpty() ? F.value(u) : F.derivative(u);
    }

    private static double two(Abstract.Order order, double u, double v) {
        if (order.by().isEmpty()) {
            return G.value(u, v);
        }
        return order.by().get(0) == 0 ? G.partial1(u, v) : G.partial2(u, v);
    }

    private void same(String what, double expected, double actual) {
        assertEquals(
                Double.doubleToLongBits(expected),
                Double.doubleToLongBits(actual),
                () -> request.outline().className() + ", " + what + ": " + expected + " expected, " + actual
                        + " found");
    }
}
