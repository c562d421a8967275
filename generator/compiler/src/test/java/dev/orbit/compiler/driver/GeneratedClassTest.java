package dev.orbit.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.ParameterLayout;
import dev.orbit.runtime.ParameterOutsideInterval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training code meets in a generated class: mistakes in its data, threads, runtimes, and what it depends on. */
class GeneratedClassTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static final Path RUNTIME = Path.of("../../runtime/core/src/main/java/dev/orbit/runtime");
    private static final String LEVEL = "dev.orbit.runtime.RuntimeLevel";
    private static final String MISMATCH = "dev.orbit.runtime.RuntimeMismatch";

    private static Product sample(String name) throws IOException {
        return product(name, Files.readString(SAMPLES.resolve(name + ".orbit")));
    }

    private static Product product(String name, String text) {
        SourceFile source = new SourceFile(name + ".orbit", text);
        Choices choices = new Choices(Optional.empty(), Map.of(), List.of(), 0);
        return new Compiler()
                .compile(new CompileRequest(source, choices, CompileRequest.Depth.EMIT))
                .product()
                .orElseThrow();
    }

    private static CompiledClasses compiled(Product product) {
        return MemoryCompiler.compile(List.of(new JavaSource(
                product.emission().qualifiedName(), product.emission().source())));
    }

    private static Model model(Product product) {
        return compiled(product).model(product.emission().qualifiedName(), List.of());
    }

    private static double[] waves(int size) {
        double[] waves = new double[size];
        for (int i = 0; i < size; i++) {
            waves[i] = 2 + Math.sin(i);
        }
        return waves;
    }

    private static void refused(String message, Executable executable) {
        String said = assertThrows(IllegalArgumentException.class, executable).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void mistakesInDataNameTheEntry() throws IOException {
        Model model = model(sample("HoltWinters"));
        refused(
                "level0 has 2 values; 1 example needs 1",
                () -> Examples.of(model.schema())
                        .count(1)
                        .column("y", waves(30))
                        .column("level0", new double[] {1, 2})
                        .column("trend0", new double[] {0})
                        .column("season0", waves(12))
                        .build());
        refused(
                "season0[12] has 11 values; 1 example needs 12",
                () -> Examples.of(model.schema())
                        .column("y", waves(30))
                        .column("level0", new double[] {1})
                        .column("trend0", new double[] {0})
                        .column("season0", waves(11))
                        .build());
        refused(
                "trend0",
                () -> Examples.of(model.schema())
                        .column("y", waves(30))
                        .column("level0", new double[] {1})
                        .column("season0", waves(12))
                        .build());
    }

    /** NaN is a missing value: it goes where it is read, and stays out where the model asks. */
    @Test
    void missingValuesPropagateUnlessTheModelAsks() {
        double[] y = {1, Double.NaN, 4};
        String spec = "model M;\ndim T;\ninput y per step;\nparam m = 1;\nstep { loss (y - m)^2; }\niterate T;\n";
        assertTrue(Double.isNaN(value(model(product("M", spec)), y)));
        String asking = spec.replace("loss (y - m)^2", "loss if known(y) then (y - m)^2 else 0");
        assertEquals(9, value(model(product("M", asking)), y));
    }

    private static double value(Model model, double... y) {
        return Objective.of(model, Examples.of(model.schema()).column("y", y).build())
                .value(model.schema().parameters().start());
    }

    @Test
    void parametersOutsideTheirIntervalAreNamed() throws IOException {
        Model model = model(sample("Oil"));
        Objective objective = Objective.of(
                model, Examples.of(model.schema()).column("y", waves(5)).build());
        for (double wrong : new double[] {0, 1, -1, Double.NaN}) {
            ParameterOutsideInterval outside =
                    assertThrows(ParameterOutsideInterval.class, () -> objective.value(new double[] {wrong, 1}));
            assertEquals("parameter alpha is " + wrong + ", which is not inside (0.0, 1.0)", outside.getMessage());
            assertThrows(
                    ParameterOutsideInterval.class,
                    () -> objective.valueAndGradient(new double[] {wrong, 1}, new double[2]));
        }
        refused("the parameter vector has 3 entries, the model has 2", () -> objective.value(new double[3]));
    }

    @Test
    void aVectorOfAnotherModelIsRefused() throws IOException {
        Model oil = model(sample("Oil"));
        Model nile = model(sample("Nile"));
        String saved = oil.schema().save(new double[] {0.5, 3});
        assertArrayEquals(new double[] {0.5, 3}, oil.schema().restore(saved));
        refused("saved for the model Oil, not for Nile", () -> nile.schema().restore(saved));
        Model later = model(
                product("Oil", Files.readString(SAMPLES.resolve("Oil.orbit")).replace("l0", "start")));
        refused("saved for another version of Oil", () -> later.schema().restore(saved));
    }

    @Test
    void noDataAndNoStepsHaveADefinedLoss() throws IOException {
        Model model = model(
                product(
                        "P",
                        "model P;\ndim T;\ninput y per step;\nparam m = 3;\nstep { loss (y - m)^2; }\niterate T;\npenalty m^2;\n"));
        Examples none = Examples.of(model.schema())
                .count(0)
                .steps(4)
                .column("y", new double[0])
                .build();
        double[] gradient = new double[1];
        assertEquals(9, Objective.of(model, none).valueAndGradient(new double[] {3}, gradient));
        assertArrayEquals(new double[] {6}, gradient);
        Examples zero = Examples.of(model.schema())
                .count(2)
                .steps(0)
                .column("y", new double[0])
                .build();
        assertEquals(9, Objective.of(model, zero).valueAndGradient(new double[] {3}, gradient));
        assertArrayEquals(new double[] {6}, gradient);
    }

    private static final String DRAWN = """
            model Drawn;
            dim n = 20;
            dim k = 40;
            constant spread = 0.1;
            param W[k, n], U[k, k], b[k], c[n], rate in (0, 1), free = 7;
            loss sum(W.^2) + sum(U.^2) + sum(b.^2) + sum(c.^2) + rate + free;
            init random {
              W = glorot();
              U = orthogonal();
              b = normal(1, spread);
              c = uniform(-1 / n, 2);
              rate = normal(0, 1);
            }
            init zero { W = 0; U = eye(k); b = 0; c = 0; rate = 0.5; }
            """;

    /** A named start draws what the spec says, the same from the same seed, and inside the intervals. */
    @Test
    void startsAreDrawnFromSeeds() throws Exception {
        Product product = product("Drawn", DRAWN);
        CompiledClasses classes = compiled(product);
        Class<?> type = classes.type("Drawn");
        Model model = classes.model("Drawn", List.of());
        ParameterLayout layout = model.schema().parameters();
        double[] first =
                (double[]) type.getMethod("init", String.class, long.class).invoke(null, "random", 1L);
        assertArrayEquals(first, model.schema().start("random", 1));
        assertArrayEquals(
                (double[]) type.getMethod("init", String.class).invoke(null, "random"),
                model.schema().start("random", 0));
        assertFalse(Arrays.equals(first, model.schema().start("random", 2)));
        double limit = Math.sqrt(6.0 / 60);
        double[] w = layout.values("W", first);
        assertTrue(Arrays.stream(w).allMatch(x -> Math.abs(x) <= limit));
        assertTrue(Arrays.stream(w).max().orElseThrow() > 0.95 * limit);
        double[] u = layout.values("U", first);
        assertEquals(40, Arrays.stream(u).map(x -> x * x).sum(), 1e-12);
        double[] b = layout.values("b", first);
        assertEquals(1, Arrays.stream(b).average().orElseThrow(), 5 * 0.1 / Math.sqrt(40));
        assertTrue(Arrays.stream(b).distinct().count() == 40);
        double[] c = layout.values("c", first);
        assertTrue(Arrays.stream(c).allMatch(x -> -0.05 <= x && x < 2));
        assertEquals(7, first[layout.offset("free")]);
        for (int seed = 0; seed < 100; seed++) {
            double rate = model.schema().start("random", seed)[layout.offset("rate")];
            assertTrue(0 < rate && rate < 1, "seed " + seed);
        }
        double[] zero = model.schema().start("zero");
        assertEquals(40 + 0.5 + 7, Arrays.stream(zero).sum());
    }

    /** A start that is one number for each parameter is not spelled out, however large the parameters are. */
    @Test
    void aLargeStartIsAShortText() {
        String large = DRAWN.replace("dim k = 40", "dim k = 300").replace("eye(k)", "0");
        String source = product("Drawn", large).emission().source();
        assertTrue(source.contains("Draw.filled(90000, 0)"), source);
        assertTrue(source.contains("Draw.orthogonal(300, 300)"), source);
    }

    /** Two instances share nothing that they write to: threads in step give what each gives alone, bit for bit. */
    @ParameterizedTest
    @ValueSource(strings = {"Nile", "HoltWinters"})
    void twoInstancesWorkInTwoThreads(String sample) throws Exception {
        Product product = sample(sample);
        CompiledClasses classes = compiled(product);
        List<Model> models = List.of(
                classes.model(product.emission().qualifiedName(), List.of()),
                classes.model(product.emission().qualifiedName(), List.of()));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Model model = models.get(i);
                // Series of different lengths: a shared workspace would grow under the other's feet.
                Examples examples = examples(model, 150 - 100 * i);
                double[] theta = theta(model, 0.3 + 0.2 * i);
                double[] alone = results(model.fork(), theta, examples);
                ends.add(threads.submit(() -> {
                    boolean same = true;
                    for (int round = 0; round < 200; round++) {
                        if (round % 20 == 0) {
                            together.await();
                        }
                        same &= Arrays.equals(alone, results(model, theta, examples));
                    }
                    return same;
                }));
            }
            for (Future<Boolean> end : ends) {
                assertTrue(end.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Examples examples(Model model, int steps) {
        ExamplesBuilder builder = Examples.of(model.schema()).count(1).steps(steps);
        model.schema()
                .columns()
                .forEach(column ->
                        builder.column(column.name(), waves(column.shape().size() * (column.perStep() ? steps : 1))));
        return builder.build();
    }

    private static double[] theta(Model model, double value) {
        double[] theta = new double[model.schema().parameters().size()];
        Arrays.fill(theta, value);
        return theta;
    }

    /** The gradient and, last, the loss. */
    private static double[] results(Model model, double[] theta, Examples examples) {
        double[] gradient = new double[theta.length];
        double loss = model.lossAndGradient(theta, examples, 0, gradient);
        double[] results = Arrays.copyOf(gradient, theta.length + 1);
        results[theta.length] = loss;
        return results;
    }

    /** The runtime's own source, one level older, takes the place of today's. */
    @Test
    void aRuntimeThatIsTooOldIsRefusedBeforeAnythingElse() throws Exception {
        Product product = sample("Oil");
        String name = product.emission().qualifiedName();
        String level = Files.readString(RUNTIME.resolve("RuntimeLevel.java"));
        String older = level.replaceAll("(CURRENT|OLDEST) = 1;", "$1 = 0;");
        assertFalse(older.equals(level), "the runtime has another level now: make it older here");
        Map<String, byte[]> files = new TreeMap<>(MemoryCompiler.compile(List.of(
                        new JavaSource(LEVEL, older),
                        new JavaSource(MISMATCH, Files.readString(RUNTIME.resolve("RuntimeMismatch.java")))))
                .files());
        files.putAll(compiled(product).files());
        ClassLoader old = new Preferring(files);
        Error refusal = assertThrows(Error.class, () -> Class.forName(name, true, old));
        assertEquals(MISMATCH, refusal.getClass().getName());
        assertEquals(
                "Oil was generated for orbit-runtime level 1, but the class path has level 0. "
                        + "Use the orbit-runtime of the version that generated it, or a newer one.",
                refusal.getMessage());
        assertSame(old, refusal.getClass().getClassLoader());
    }

    /** Takes these classes before those of the parent. */
    private static final class Preferring extends ClassLoader {
        private final Map<String, byte[]> files;

        Preferring(Map<String, byte[]> files) {
            super(Model.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, file, 0, file.length) : loaded;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Correction", "Nile", "GruLayer", "MultivariateKalman"})
    void refersToTheRuntimeAndThePlatformAlone(String sample) throws IOException {
        Product product = sample(sample);
        for (String foreign : List.of("matheclipse", "antlr", "javapoet", "dev.orbit.compiler", "jspecify")) {
            assertFalse(product.emission().source().contains(foreign), foreign);
        }
        compiled(product).files().forEach((name, file) -> {
            String constants = new String(file, StandardCharsets.ISO_8859_1);
            for (String foreign : List.of("matheclipse", "antlr", "javapoet", "dev/orbit/compiler", "jspecify")) {
                assertFalse(constants.contains(foreign), name + " speaks of " + foreign);
            }
        });
    }
}
