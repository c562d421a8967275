package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.GradientTrial;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.execute.StandIn;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries emitted classes. */
final class Trials {
    private Trials() {}

    @Code("ORB512")
    record Untried(Span span, int draws) implements SpecProblem {
        @Override
        public String message() {
            return "the gradient was not tried: of " + draws + " random points none has a finite loss and gradient";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("give parameters their intervals, such as `param sigma in (0, inf)`");
        }
    }

    static void report(Model model, Trial trial, Diagnostics diagnostics) {
        if (trial.report().points() == 0) {
            diagnostics.report(
                    model.source(), new Untried(new Span(0, 0), trial.report().draws()));
        }
        trial.report().disagreements().stream()
                .limit(3)
                .forEach(text -> diagnostics.report(
                        new Fault.WrongGradient(model.source().name(), text)));
    }

    /** The emitted class itself always goes through javac; what runs is a smaller variant if the model is large. */
    static Trial run(Compiler compiler, Variant variant, Product product, long seed) {
        Product tried = variant.isSmaller() ? compiler.emitVariant(variant.model(), "variant") : product;
        List<JavaSource> sources =
                variant.isSmaller() ? List.of(source(product), source(tried)) : List.of(source(tried));
        CompiledClasses classes = MemoryCompiler.compile(sources);
        Map<String, StandIn> functions = new LinkedHashMap<>();
        tried.outline().functions().forEach(f -> functions.put(f.signature().name(), new StandIn(f.signature(), seed)));
        dev.orbit.runtime.Model instance = classes.model(
                tried.emission().qualifiedName(),
                functions.values().stream().map(StandIn::bound).toList());
        GradientTrial trial =
                new GradientTrial(tried.primal(), instance, tried.outline(), tried.differentiated(), functions, seed);
        return new Trial(trial.run(), variant.differs());
    }

    private static JavaSource source(Product product) {
        return new JavaSource(
                product.emission().qualifiedName(), product.emission().source());
    }
}
