package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Emitted classes, compiled and loaded. */
public final class Classes {
    private Classes() {}

    @Code("ORB511")
    record Unbound(Span span, String name, List<String> parameters) implements SpecProblem {
        @Override
        public String message() {
            return "`" + name + "` is abstract: it has no value until it is bound";
        }

        @Override
        public Optional<String> help() {
            String call = parameters.stream().collect(Collectors.joining(", ", name + "(", ")"));
            return Optional.of("bind it by the option `--bind '" + call + " = ...'`");
        }
    }

    /** Reports the functions without which the class cannot run. */
    public static void reportUnbound(Compilation compilation, Diagnostics diagnostics) {
        compilation
                .model()
                .ifPresent(model -> model.functions()
                        .forEach(f -> diagnostics.report(model.source(), new Unbound(f.span(), f.name(), names(f)))));
    }

    private static List<String> names(AbstractFunction f) {
        return f.parameters().stream().map(AbstractFunction.Parameter::name).toList();
    }

    /** Reports products that would get in each other's way: those that {@code name} gives the same name. */
    public static void reportClashes(List<Product> products, Function<Product, String> name, Diagnostics diagnostics) {
        Map<String, Product> first = new LinkedHashMap<>();
        for (Product product : products) {
            Product earlier = first.putIfAbsent(name.apply(product), product);
            if (earlier != null) {
                diagnostics.report(new FileProblem.SameName(
                        name.apply(product),
                        earlier.source().name(),
                        product.source().name()));
            }
        }
    }

    /**
     * An instance of each product's class, in order; all are compiled in one call of javac.
     *
     * @param products without abstract functions and with different class names
     */
    public static List<Model> load(List<Product> products) {
        List<JavaSource> sources = products.stream()
                .map(product -> new JavaSource(
                        product.emission().qualifiedName(), product.emission().source()))
                .toList();
        CompiledClasses classes = MemoryCompiler.compile(sources);
        List<Model> models = new ArrayList<>();
        for (Product product : products) {
            models.add(classes.model(product.emission().qualifiedName(), List.of()));
        }
        return models;
    }
}
