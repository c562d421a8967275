package dev.orbit.compiler.law;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.EmittedSourceRejected;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The law of the emitter: the compiled class computes the bits of the derivative program, NaN and infinities too. */
public final class EmittedLaw {
    private final Product product;
    private final Model model;
    private final GradientLaw law;

    private EmittedLaw(GradientLaw law, CompiledClasses classes) {
        this.law = law;
        product = law.pipeline().product().orElseThrow();
        model = classes.model(
                product.emission().qualifiedName(),
                product.outline().functions().stream()
                        .map(f -> bound(law, f.signature()))
                        .toList());
    }

    private static Object bound(GradientLaw law, Abstract declared) {
        SmoothFunction function = law.functions().containsKey(declared.name())
                ? law.functions().get(declared.name())
                : new SmoothFunction(declared, 0);
        return function.bound(declared);
    }

    /**
     * Compares the classes of models with what the evaluator found at all points that their laws visited. All classes are
     * compiled in one call of javac.
     *
     * @param laws tried, of models with their classes, named apart
     * @return what broke the law, a sentence each
     */
    public static List<String> broken(List<GradientLaw> laws) {
        if (laws.isEmpty()) {
            return List.of();
        }
        CompiledClasses classes;
        try {
            classes =
                    MemoryCompiler.compile(laws.stream().map(EmittedLaw::source).toList());
        } catch (EmittedSourceRejected e) {
            return laws.size() == 1 ? List.of(e.toString()) : eachAlone(laws);
        }
        List<String> broken = new ArrayList<>();
        for (GradientLaw law : laws) {
            try {
                EmittedLaw emitted = new EmittedLaw(law, classes);
                law.visits().forEach(emitted::hold);
                law.visits().stream().findFirst().ifPresent(emitted::holdBatch);
            } catch (AssertionError | RuntimeException e) {
                broken.add(name(law) + ": " + e);
            }
        }
        return broken;
    }

    private static List<String> eachAlone(List<GradientLaw> laws) {
        List<String> broken = new ArrayList<>();
        laws.forEach(law -> broken(List.of(law)).forEach(text -> broken.add(name(law) + ": " + text)));
        return broken;
    }

    private static String name(GradientLaw law) {
        return law.pipeline().product().orElseThrow().emission().qualifiedName();
    }

    private static JavaSource source(GradientLaw law) {
        return new JavaSource(
                name(law), law.pipeline().product().orElseThrow().emission().source());
    }

    private void holdBatch(GradientLaw.Visit visit) {
        BatchLaw.hold(model, examples(model, product, visit.point(), true), theta(visit));
    }

    private double[] theta(GradientLaw.Visit visit) {
        return visit
                .point()
                .arguments()
                .subList(0, product.outline().parameters().size())
                .stream()
                .flatMap(datum -> GradientLaw.flat(datum).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private void hold(GradientLaw.Visit visit) {
        double[] theta = theta(visit);
        Examples examples = examples(model, product, visit.point(), true);
        new OffersLaw(law, model, visit.point(), theta, examples).hold();
        double[] gradient = new double[theta.length];
        // what was there before must not matter
        Arrays.fill(gradient, 7);
        double[] again = gradient.clone();
        double[][] ofData = model.schema().differentiatedColumns().stream()
                .map(column -> filled(column.shape().size() * (column.perStep() ? rows(visit.point()) : 1)))
                .toArray(double[][]::new);
        double loss = model.lossAndGradient(theta, examples, 0, gradient);
        same("the loss without its gradient", loss, model.loss(theta, examples, 0));
        same("the loss with its gradient by data", loss, model.lossAndGradient(theta, examples, 0, again, ofData));
        for (int i = 0; i < theta.length; i++) {
            same("the gradient beside that by data", gradient[i], again[i]);
        }
        double[] ofPenalty = new double[theta.length];
        double penalty = model.penaltyAndGradient(theta, ofPenalty);
        same("the penalty without its gradient", penalty, model.penalty(theta));
        List<Program.Output> outputs = product.derivative().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            List<Double> expected = GradientLaw.flat(visit.found().get(i));
            Program.Output output = outputs.get(i);
            if (output.purpose() == Purpose.LOSS) {
                same("loss", expected.get(0), loss);
            } else if (output.purpose() == Purpose.PENALTY) {
                same("penalty", expected.get(0), penalty);
            } else if (output.purpose() == Purpose.PENALTY_GRADIENT) {
                // it is added
                same(output, expected.stream().map(entry -> 0.0 + entry).toList(), ofPenalty, first(output.of()));
            } else if (first(output.of()) < 0) {
                same(output, expected, ofData[differentiated(output.of())], 0);
            } else {
                same(output, expected, gradient, first(output.of()));
            }
        }
    }

    private static double[] filled(int size) {
        double[] array = new double[size];
        Arrays.fill(array, 7);
        return array;
    }

    private int rows(Point point) {
        return model.schema().steps().fixed().orElse(point.steps());
    }

    /** @param targets whether the data have targets */
    static Examples examples(Model model, Product product, Point point, boolean targets) {
        ExamplesBuilder builder = Examples.of(model.schema()).count(1).withoutTargets();
        if (model.schema().steps().fixed().isEmpty()) {
            builder.steps(point.steps());
        }
        int next = product.outline().parameters().size();
        for (Column column : model.schema().columns()) {
            if (column.role() == Column.Role.TARGET && !targets) {
                next++;
            } else if (column.values().kind() == Column.Kind.INDEX) {
                builder.column(
                        column.name(),
                        GradientLaw.indices(point.arguments().get(next++)).stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
            } else {
                builder.column(
                        column.name(),
                        GradientLaw.flat(point.arguments().get(next++)).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
            }
        }
        return builder.build();
    }

    /** Where a parameter begins in the vector of all; -1 for data. */
    private int first(String name) {
        int at = 0;
        for (Outline.Parameter parameter : product.outline().parameters()) {
            if (parameter.name().equals(name)) {
                return at;
            }
            at += parameter.shape().stream().reduce(1, (x, y) -> x * y);
        }
        return -1;
    }

    private int differentiated(String name) {
        return model.schema().differentiatedColumns().stream()
                .map(Column::name)
                .toList()
                .indexOf(name);
    }

    private static void same(Program.Output output, List<Double> expected, double[] found, int from) {
        for (int i = 0; i < expected.size(); i++) {
            same(output + " entry " + i, expected.get(i), found[from + i]);
        }
    }

    static void same(String what, double expected, double found) {
        if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(found)) {
            throw new AssertionError(what + " is " + found + " by the class, " + expected + " is right");
        }
    }
}
