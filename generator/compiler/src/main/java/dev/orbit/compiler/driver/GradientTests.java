package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Abstract;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a JUnit 5 test beside an emitted class: its gradient against finite differences, at points drawn from a seed, in the
 * user's own build and on the user's own Java.
 */
public final class GradientTests {
    /** Longer vectors are tried at as many entries, drawn anew for each point. */
    private static final int ENTRIES = 24;

    /** Rows of data per step where their number is open: two years of months, and some. */
    private static final int ROWS = 30;

    private static final String TEMPLATE = """
            /**
             * Compares the gradient of {@link $MODEL$} with finite differences, at points drawn from a seed.
             *
             * <p>Generated from $SOURCE$ by orbit. Change the spec, not this file.
             */
            class $MODEL$GradientTest {
                private final $MODEL$ model = new $MODEL$($FUNCTIONS$);

                @<org.junit.jupiter.api.Test>
                void theGradientAgreesWithFiniteDifferences() {
                    <java.util.SplittableRandom> random = new <java.util.SplittableRandom>(0);
                    int finite = 0;
                    for (int draw = 0; draw < 60 && finite < 3; draw++) {
                        double[] theta = parameters(random);
                        // Every other time all data are positive: of many models the logarithm asks for that.
                        double lowest = draw % 2 == 0 ? -0.8 : 0.3;
                        <dev.orbit.runtime.Objective> objective = model.objective(examples(random, lowest));
                        if (Double.isFinite(objective.value(theta))) {
                            finite++;
                            int[] entries = $ENTRIES$.toArray();
                            <dev.orbit.runtime.GradientReport> report = <dev.orbit.runtime.GradientCheck>.of(objective)
                                    .named(model.parameters())
                                    .entries(entries)
                                    .at(theta);
                            <org.junit.jupiter.api.Assertions>.assertTrue(report.passed(), report::render);
                        }
                    }
                    <org.junit.jupiter.api.Assumptions>.assumeTrue(finite > 0, "of 60 random points none has a finite loss");
                }

                private double[] parameters(<java.util.SplittableRandom> random) {
                    double[] theta = random.doubles($MODEL$.PARAMETER_COUNT, -0.8, 0.8).toArray();$CONSTRAIN$
                    return theta;
                }

                private static <dev.orbit.runtime.Examples> examples(<java.util.SplittableRandom> random, double lowest) {
                    return <dev.orbit.runtime.Examples>.of($MODEL$.SCHEMA)
                            .count(1)$COLUMNS$
                            .build();
                }
            $STAND_IN$}
            """;

    private static final String STAND_IN = """

                /** Stands for an abstract function: smooth in all its arguments. */
                private record StandIn(int arguments, int results)
                        implements <dev.orbit.runtime.DifferentiableVectorFunction> {
                    @Override
                    public void value(double[] z, int at, double[] result, int resultAt) {
                        for (int i = 0; i < results; i++) {
                            result[resultAt + i] = Math.sin(angle(z, at) + i) / 2;
                        }
                    }

                    @Override
                    public void addVectorJacobian(
                            double[] z, int at, double[] seed, int seedAt, double[] adjoint, int adjointAt) {
                        for (int i = 0; i < results; i++) {
                            double slope = seed[seedAt + i] * Math.cos(angle(z, at) + i) / 2;
                            for (int j = 0; j < arguments; j++) {
                                adjoint[adjointAt + j] += slope / (j + 1);
                            }
                        }
                    }

                    private double angle(double[] z, int at) {
                        double angle = 0;
                        for (int j = 0; j < arguments; j++) {
                            angle += z[at + j] / (j + 1);
                        }
                        return angle;
                    }
                }
            """;

    private final Outline outline;
    private final List<String> differentiated;

    private GradientTests(Product product) {
        outline = product.outline();
        differentiated = product.differentiated();
    }

    /** The test of a product's class, for the package of that class; empty where no parameter is differentiated. */
    public static Optional<GeneratedFile> of(Product product) {
        GradientTests test = new GradientTests(product);
        boolean any = test.outline.parameters().stream().anyMatch(test::differentiated);
        String path = product.file().path().replaceFirst("\\.java$", "GradientTest.java");
        return any ? Optional.of(new GeneratedFile(path, test.render())) : Optional.empty();
    }

    private boolean differentiated(Outline.Parameter parameter) {
        return differentiated.contains(parameter.name()) && parameter.size() > 0;
    }

    private String render() {
        boolean standsIn = outline.functions().stream().anyMatch(f -> numbers(f.signature()) == 0);
        boolean constrained = outline.parameters().stream()
                .anyMatch(parameter -> parameter.interval().isPresent());
        String body = TEMPLATE.replace("$STAND_IN$", standsIn ? STAND_IN : "")
                .replace("$ENTRIES$", entries())
                .replace("$CONSTRAIN$", constrained ? "\n        model.constrain(theta, theta);" : "")
                .replace("$COLUMNS$", columns())
                .replace("$FUNCTIONS$", functions())
                .replace("$SOURCE$", outline.account().source())
                .replace("$MODEL$", outline.className());
        return new Imports(outline.className()).settle(outline.packageName(), body);
    }

    private String entries() {
        int size = outline.offset(outline.parameters().size());
        String all = size <= ENTRIES
                ? "<java.util.stream.IntStream>.range(0, $MODEL$.PARAMETER_COUNT)"
                : "random.ints(" + ENTRIES + ", 0, $MODEL$.PARAMETER_COUNT).distinct()";
        if (outline.parameters().stream().allMatch(this::differentiated)) {
            return all;
        }
        String names = outline.parameters().stream()
                .filter(this::differentiated)
                .map(parameter -> "\"" + parameter.name() + "\"")
                .collect(Collectors.joining(", "));
        return all + "\n                        .filter(entry -> <java.util.List>.of(" + names
                + ").contains(model.parameters().parameterAt(entry).name()))\n                        ";
    }

    private String columns() {
        StringBuilder calls = new StringBuilder();
        String newLine = "\n                ";
        if (outline.steps().fixed().isEmpty()) {
            calls.append(newLine).append(".steps(").append(ROWS).append(')');
        }
        for (Outline.Column column : outline.columns()) {
            int rows = column.perStep() ? outline.steps().fixed().orElse(ROWS) : 1;
            String drawn = column.index()
                    .map(range -> "ints(" + rows * column.width() + ", " + range.lowest() + ", " + (range.highest() + 1)
                            + ")")
                    .orElse("doubles(" + rows * column.width() + ", lowest, 1.6)");
            calls.append(newLine).append(".column(\"" + column.name() + "\", random." + drawn + ".toArray())");
        }
        return calls.toString();
    }

    private String functions() {
        return outline.functions().stream().map(f -> standIn(f.signature())).collect(Collectors.joining(", "));
    }

    /** How many numbers a function of numbers takes, if the runtime has an interface for them; else 0. */
    private static int numbers(Abstract function) {
        boolean scalar = function.result().shape().isEmpty()
                && function.arguments().stream().allMatch(type -> type.shape().isEmpty());
        int count = function.arguments().size();
        return scalar && count <= 3 ? count : 0;
    }

    private static String standIn(Abstract function) {
        int count = numbers(function);
        if (count == 0) {
            int arguments =
                    function.arguments().stream().mapToInt(type -> type.size()).sum();
            return "new StandIn(" + arguments + ", " + function.result().size() + ")";
        }
        String parameters = List.of("u", "(u, v)", "(u, v, w)").get(count - 1);
        String angle = List.of("u", "u + v / 2", "u + v / 2 + w / 3").get(count - 1);
        StringBuilder text = new StringBuilder("<dev.orbit.runtime.DifferentiableFunction" + count + ">.of(")
                .append(parameters + " -> Math.sin(" + angle + ") / 2");
        for (int by = 1; by <= count; by++) {
            text.append(", " + parameters + " -> Math.cos(" + angle + ") / " + 2 * by);
        }
        return text.append(')').toString();
    }

    /** Turns marked names into imports; a name that the model has taken stays qualified. */
    private record Imports(String taken) {
        String settle(String packageName, String body) {
            StringBuilder text = new StringBuilder();
            TreeSet<String> imported = new TreeSet<>();
            int at = 0;
            for (int from = mark(body, 0); from >= 0; from = mark(body, at)) {
                int to = body.indexOf('>', from);
                String name = body.substring(from + 1, to);
                String simple = name.substring(name.lastIndexOf('.') + 1);
                boolean free = !simple.equals(taken);
                text.append(body, at, from).append(free ? simple : name);
                imported.addAll(free ? List.of(name) : List.of());
                at = to + 1;
            }
            text.append(body.substring(at));
            String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
            return imported.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining("", head, "\n"))
                    + text;
        }

        private static int mark(String body, int from) {
            return List.of("<dev.", "<org.", "<java.").stream()
                    .mapToInt(start -> body.indexOf(start, from))
                    .filter(found -> found >= 0)
                    .min()
                    .orElse(-1);
        }
    }
}
