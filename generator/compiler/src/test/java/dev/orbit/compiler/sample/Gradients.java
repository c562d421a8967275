package dev.orbit.compiler.sample;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.symbolic.Symbolic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the compiler makes of a sample: its loss and gradient, whatever computes them. */
final class Gradients {
    private static final Path SAMPLES = Path.of("../../samples");

    private final Model model;
    private final Program derivative;

    private Gradients(Model model, Program derivative) {
        this.model = model;
        this.derivative = derivative;
    }

    /**
     * Loss and gradient, summed over examples.
     *
     * @param gradient by name, each row-major
     */
    record Result(double loss, Map<String, double[]> gradient) {}

    /**
     * A sample, compiled.
     *
     * @param dims sizes that take the place of the spec's own
     * @param bindings functions for those that the spec leaves open
     */
    static Gradients of(String sample, Map<String, Integer> dims, String... bindings) throws IOException {
        String text = Files.readString(SAMPLES.resolve(sample + ".orbit"));
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(sample + ".orbit", text);
        List<Overrides.Bound> bound = new ArrayList<>();
        for (String binding : bindings) {
            SourceFile line = new SourceFile("binding", binding);
            SpecParser.parseBinding(line, diagnostics).ifPresent(f -> bound.add(new Overrides.Bound(line, f)));
        }
        Model model = SpecParser.parse(source, diagnostics)
                .flatMap(spec -> Check.check(spec, new Overrides(dims, bound), diagnostics))
                .orElseThrow(
                        () -> new IllegalArgumentException(diagnostics.inOrder().toString()));
        Program primal = Simplify.primal(Lower.lower(model, Set.of(Purpose.LOSS, Purpose.PENALTY)), StableForm.all())
                .program();
        List<String> wrt = model.differentiate().stream().map(Symbol::name).toList();
        Program adjoint =
                Adjoint.differentiate(primal, Planner.plan(primal, wrt, new Symbolic(Duration.ofSeconds(20))));
        return new Gradients(model, Simplify.simplify(adjoint));
    }

    static Path data(String file) {
        return SAMPLES.resolve("data").resolve(file);
    }

    /** How many numbers a parameter has. */
    int size(String parameter) {
        for (int i = 0; i < derivative.inputs().size(); i++) {
            if (derivative.inputs().get(i).name().equals(parameter)) {
                return derivative.body().arguments().get(i).type().size();
            }
        }
        throw new IllegalArgumentException(parameter);
    }

    List<String> parameters() {
        return model.parameters().stream().map(p -> p.symbol().name()).toList();
    }

    Result at(Map<String, double[]> parameters, Example... examples) {
        double loss = 0;
        Map<String, double[]> gradient = new LinkedHashMap<>();
        for (Example example : examples) {
            List<Datum<Double>> found = new Evaluator<>(new Doubles())
                    .evaluate(derivative, arguments(parameters, example), openDims(example.steps()));
            for (int i = 0; i < found.size(); i++) {
                Program.Output output = derivative.outputs().get(i);
                if (output.purpose() == Purpose.LOSS) {
                    loss += found.get(i).number();
                } else if (output.purpose() == Purpose.GRADIENT) {
                    double[] sum = gradient.computeIfAbsent(output.of(), name -> new double[size(name)]);
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += found.get(i).entries().get(j);
                    }
                }
            }
        }
        return new Result(loss, gradient);
    }

    private Map<String, Integer> openDims(int steps) {
        Map<String, Integer> dims = new LinkedHashMap<>();
        model.dims().stream()
                .filter(dim -> dim.value().isEmpty())
                .forEach(dim -> dims.put(dim.symbol().name(), steps));
        return dims;
    }

    private List<Datum<Double>> arguments(Map<String, double[]> parameters, Example example) {
        List<Datum<Double>> arguments = new ArrayList<>();
        for (int i = 0; i < derivative.inputs().size(); i++) {
            String name = derivative.inputs().get(i).name();
            Type type = derivative.body().arguments().get(i).type();
            boolean index = model.data().stream()
                    .anyMatch(d -> d.symbol().name().equals(name) && d.range().isPresent());
            double[] values = parameters.containsKey(name)
                    ? parameters.get(name)
                    : example.columns().get(name);
            arguments.add(datum(values, 0, type, example.steps(), index));
        }
        return arguments;
    }

    private static Datum<Double> datum(double[] values, int from, Type type, int steps, boolean index) {
        if (!type.stacked().isEmpty()) {
            List<Datum<Double>> rows = new ArrayList<>();
            for (int t = 0; t < steps; t++) {
                rows.add(datum(values, from + t * type.row().size(), type.row(), steps, index));
            }
            return new Datum.Stack<>(rows);
        } else if (index) {
            return new Datum.Index<>((int) values[from]);
        }
        List<Double> entries = new ArrayList<>();
        for (int i = 0; i < type.size(); i++) {
            entries.add(values[from + i]);
        }
        return Datum.of(entries);
    }
}
