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
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tries emitted classes. */
final class Trials {
    /** Models with more steps than this are tried in a variant. */
    private static final int MOST_STEPS = 32;
    /** Steps of the variant: more than are ever written out one by one, so that its loops are loops too. */
    private static final int FEW_STEPS = 11;

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

    /** The emitted class itself always goes through javac; what runs is a variant with few steps if it has many. */
    static Trial run(Compiler compiler, Model model, Product product, long seed) {
        Optional<Model> variant = variant(model);
        Product tried = variant.map(few -> compiler.emitVariant(few, "variant")).orElse(product);
        List<JavaSource> sources =
                variant.isPresent() ? List.of(source(product), source(tried)) : List.of(source(tried));
        CompiledClasses classes = MemoryCompiler.compile(sources);
        Map<String, StandIn> functions = new LinkedHashMap<>();
        tried.outline().functions().forEach(f -> functions.put(f.signature().name(), new StandIn(f.signature(), seed)));
        dev.orbit.runtime.Model instance = classes.model(
                tried.emission().qualifiedName(),
                functions.values().stream().map(StandIn::bound).toList());
        GradientTrial trial =
                new GradientTrial(tried.primal(), instance, tried.outline(), tried.differentiated(), functions, seed);
        return new Trial(
                trial.run(), variant.map(few -> OptionalInt.of(FEW_STEPS)).orElse(OptionalInt.empty()));
    }

    private static JavaSource source(Product product) {
        return new JavaSource(
                product.emission().qualifiedName(), product.emission().source());
    }

    private static Optional<Model> variant(Model model) {
        return model.iteration()
                .flatMap(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> fixed.number() - iteration.first() + 1 > MOST_STEPS
                                        ? Optional.of(iteration)
                                        : Optional.empty(),
                                open -> Optional.empty())))
                .map(iteration -> with(model, few(iteration)));
    }

    private static Iteration few(Iteration iteration) {
        Iteration.Last last = new Iteration.Last.Fixed(iteration.first() - 1 + FEW_STEPS);
        return new Iteration(iteration.index(), iteration.first(), last);
    }

    private static Model with(Model model, Iteration iteration) {
        return new Model(
                model.source(),
                Optional.empty(),
                model.name(),
                model.doc(),
                model.dims(),
                model.constants(),
                model.data(),
                model.parameters(),
                model.functions(),
                model.lets(),
                model.states(),
                model.step(),
                Optional.of(iteration),
                model.outputs(),
                model.losses(),
                model.residuals(),
                model.penalties(),
                model.differentiate(),
                model.inits(),
                model.claims());
    }
}
