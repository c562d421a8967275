package dev.orbit.compiler.law;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.Choices;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Compiler;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.simplify.Stabilise;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.symbolic.Symbolic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spec taken as far as its simplified derivative or its class, every program on the way verified.
 *
 * @param lowered with the outputs LOSS and PENALTY
 * @param stable the same in stable form, if that is another
 * @param primal what was differentiated
 * @param derivative simplified
 * @param product the class, if one was asked for
 */
record Pipeline(
        Model model,
        Program lowered,
        Optional<Program> stable,
        Program primal,
        Program derivative,
        Optional<Product> product) {
    private static final Pattern DIM = Pattern.compile("(\\w+)\\s*=\\s*(\\d+)(?=\\s*[;,])");
    private static final Pattern DIMS = Pattern.compile("\\bdim [^;]*;");
    private static final int LARGEST = 5;
    /** Shapes; second derivatives of abstract functions. */
    private static final Set<String> NOT_YET = Set.of("ORB514");

    private static final Set<Purpose> OUTPUTS = Set.of(Purpose.LOSS, Purpose.PENALTY);
    private static final Symbolic SYMBOLIC = new Symbolic(Duration.ofSeconds(20));

    private static final Compiler COMPILER = new Compiler();

    /** Sizes that are written as numbers, made small: a law over all entries is dear. */
    private static Map<String, Integer> small(String text) {
        Map<String, Integer> dims = new LinkedHashMap<>();
        Matcher statement = DIMS.matcher(text);
        while (statement.find()) {
            Matcher dim = DIM.matcher(statement.group());
            while (dim.find()) {
                if (Integer.parseInt(dim.group(2)) > LARGEST) {
                    dims.put(dim.group(1), LARGEST - dims.size() % 3);
                }
            }
        }
        return dims;
    }

    /** As far as the derivative. */
    static Pipeline of(String name, String text) {
        return of(model(name, text));
    }

    /** With these sizes instead of the written ones. */
    static Pipeline at(String name, String text, Map<String, Integer> sizes) {
        return of(model(name, text, new Overrides(sizes, List.of())));
    }

    private static Pipeline of(Model model) {
        Program lowered = Lower.lower(model, OUTPUTS);
        Verifier.verify(lowered);
        Program primal = Simplify.primal(lowered, StableForm.all()).program();
        Verifier.verify(primal);
        List<String> wrt = model.differentiate().stream().map(Symbol::name).toList();
        Program adjoint = Adjoint.differentiate(primal, Planner.plan(primal, wrt, SYMBOLIC));
        Verifier.verify(adjoint);
        return verified(model, primal, Simplify.derivative(adjoint), Optional.empty());
    }

    /** As far as the class, on the road that every spec takes; without it if a class cannot yet do what is asked. */
    static Pipeline emitted(String name, String text) {
        Choices choices = new Choices(Optional.empty(), small(text), List.of(), 0);
        Compilation compilation =
                COMPILER.compile(new CompileRequest(new SourceFile(name, text), choices, CompileRequest.Depth.EMIT));
        List<Diagnostic> errors = compilation.diagnostics().inOrder().stream()
                .filter(Diagnostic::isError)
                .toList();
        if (!errors.isEmpty() && errors.stream().allMatch(error -> NOT_YET.contains(error.code()))) {
            return of(name, text);
        }
        if (compilation.product().isEmpty()) {
            IllegalArgumentException rejected = rejected(name, text, compilation.diagnostics());
            compilation.fault().ifPresent(rejected::initCause);
            throw rejected;
        }
        Product product = compilation.product().get();
        return verified(
                compilation.model().orElseThrow(), product.primal(), product.derivative(), Optional.of(product));
    }

    private static Pipeline verified(Model model, Program primal, Program derivative, Optional<Product> product) {
        Program lowered = Lower.lower(model, OUTPUTS);
        Stabilise.Stabilised stable = Simplify.stable(lowered, StableForm.all());
        List.of(lowered, stable.program(), primal, derivative).forEach(Verifier::verify);
        Optional<Program> other = Optional.of(stable.program())
                .filter(program -> !stable.applied().isEmpty());
        return new Pipeline(model, lowered, other, primal, derivative, product);
    }

    private static IllegalArgumentException rejected(String name, String text, Diagnostics diagnostics) {
        return new IllegalArgumentException(name + ": " + diagnostics.inOrder() + "\n" + text);
    }

    static Model model(String name, String text) {
        return model(name, text, new Overrides(small(text), List.of()));
    }

    private static Model model(String name, String text, Overrides overrides) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(name, text);
        Optional<Model> model =
                SpecParser.parse(source, diagnostics).flatMap(spec -> Check.check(spec, overrides, diagnostics));
        return model.orElseThrow(() -> rejected(name, text, diagnostics));
    }
}
