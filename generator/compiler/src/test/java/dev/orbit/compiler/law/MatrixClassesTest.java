package dev.orbit.compiler.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.execute.ClassFile;
import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the classes of the samples with vectors and matrices promise beside their numbers. */
class MatrixClassesTest {
    private static final Path SAMPLES = Path.of("../../samples");
    /** HotSpot compiles no larger method. */
    private static final int LARGEST = 8000;

    private static final int STEPS = 20;

    private static Product product(String sample, Map<String, Integer> dims) throws IOException {
        SourceFile source = new SourceFile(sample + ".orbit", Files.readString(SAMPLES.resolve(sample + ".orbit")));
        List<String> bindings = sample.equals("BlockSeed") ? List.of("w(v) = [i in 1..m: tanh(v[i])]") : List.of();
        Choices choices = new Choices(Optional.empty(), dims, bindings, 0);
        return new Compiler()
                .compile(new CompileRequest(source, choices, CompileRequest.Depth.EMIT))
                .product()
                .orElseThrow();
    }

    /** Any warning of javac is an error here. */
    private static CompiledClasses compiled(Product product) {
        return MemoryCompiler.compile(List.of(new JavaSource(
                product.emission().qualifiedName(), product.emission().source())));
    }

    private static Examples examples(Model model) {
        boolean open = model.schema().steps().fixed().isEmpty();
        int rows = model.schema().steps().fixed().orElse(STEPS);
        ExamplesBuilder builder = Examples.of(model.schema()).count(1);
        if (open) {
            builder.steps(STEPS);
        }
        for (Column column : model.schema().columns()) {
            int size = column.shape().size() * (column.perStep() ? rows : 1);
            if (column.values().kind() == Column.Kind.INDEX) {
                int[] ones = new int[size];
                Arrays.fill(ones, 1);
                builder.column(column.name(), ones);
            } else {
                double[] entries = new double[size];
                Arrays.setAll(entries, i -> 1 + 0.5 * Math.sin(i));
                builder.column(column.name(), entries);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BlockSeed", "GruLayer", "MultivariateKalman", "HoltWinters", "RescorlaWagner", "Sir"})
    void aCallAllocatesNothing(String sample) throws IOException {
        Product product = product(sample, Map.of());
        Model model = compiled(product).model(product.emission().qualifiedName(), List.of());
        Examples examples = examples(model);
        double[] theta = new double
                [product.outline().parameters().stream()
                        .mapToInt(parameter -> parameter.shape().stream().reduce(1, (x, y) -> x * y))
                        .sum()];
        Arrays.setAll(theta, i -> 0.3 + 0.01 * (i % 7));
        double[] gradient = new double[theta.length];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            model.lossAndGradient(theta, examples, 0, gradient);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                model.lossAndGradient(theta, examples, 0, gradient);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(Arrays.stream(gradient).anyMatch(slope -> slope != 0), "some entry of the gradient is not 0");
        assertEquals(0, least);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 512})
    void noMethodIsTooLargeForMachineCodeWhateverTheSize(int hidden) throws IOException {
        Map<String, Integer> large = new TreeMap<>();
        compiled(product("Elman", Map.of("k", hidden)))
                .files()
                .values()
                .forEach(file -> ClassFile.codeSizes(file).forEach((method, size) -> {
                    if (size > LARGEST) {
                        large.put(method, size);
                    }
                }));
        assertEquals(Map.of(), large);
    }
}
