package dev.orbit.compiler.driver;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.claim.Claims;
import dev.orbit.compiler.claim.Verdict;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Names;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.emit.Emission;
import dev.orbit.compiler.emit.EmitRequest;
import dev.orbit.compiler.emit.Emitter;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.simplify.Stabilise.Stabilised;
import dev.orbit.compiler.symbolic.Symbolic;
import dev.orbit.compiler.syntax.Spec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pipeline: from the text of a spec to the text of a Java class. */
public final class Compiler {
    /** What is emitted together; {@link Others} come beside it. */
    private static final Set<Program.Purpose> WANTED = Set.of(Program.Purpose.LOSS, Program.Purpose.PENALTY);

    private final Symbolic symbolic = new Symbolic(Duration.ofSeconds(10));

    /** Reports what is wrong; a fault of the compiler itself is reported too, and handed over beside it. */
    public Compilation compile(CompileRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Spec> spec = Optional.empty();
        Optional<Model> model = Optional.empty();
        try {
            spec = SpecParser.parse(request.source(), diagnostics);
            Overrides overrides = Bindings.parse(request.choices(), diagnostics);
            model = spec.flatMap(parsed -> Check.check(parsed, overrides, diagnostics));
            model.ifPresent(checked -> Bulk.report(checked, diagnostics));
            model.filter(checked -> !diagnostics.hasErrors())
                    .ifPresent(checked -> Unreached.report(checked, diagnostics));
            List<Verdict> verdicts = diagnostics.hasErrors()
                    ? List.of()
                    : model.map(new Claims()::decide).orElse(List.of());
            model.ifPresent(checked -> Claims.report(checked, verdicts, diagnostics));
            Optional<Product> product = diagnostics.hasErrors() || request.depth() == CompileRequest.Depth.CHECK
                    ? Optional.empty()
                    : product(spec.orElseThrow(), overrides, model.orElseThrow(), request, diagnostics);
            return new Compilation(diagnostics, spec, model, verdicts, product, Optional.empty());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            diagnostics.report(Fault.problem(request.source(), fault));
            return new Compilation(diagnostics, spec, model, List.of(), Optional.empty(), Optional.of(fault));
        }
    }

    private Optional<Product> product(
            Spec spec, Overrides overrides, Model model, CompileRequest request, Diagnostics diagnostics) {
        Stabilised primal = Simplify.primal(Lower.lower(model, WANTED), StableForm.all());
        Derivative derivative = derivative(model, primal.program());
        Unready.report(model, derivative.program(), diagnostics);
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        Product product =
                emit(model, primal, derivative, request.choices().packageName().orElse(""));
        if (request.depth() == CompileRequest.Depth.EMIT) {
            return Optional.of(product);
        }
        Variant variant = Variant.of(spec, overrides, model);
        Trial trial = Trials.run(this, variant, product, request.choices().seed());
        Trials.report(model, trial, diagnostics);
        return Optional.of(Documentation.checked(product, trial)).filter(tried -> !diagnostics.hasErrors());
    }

    private record Derivative(DerivativePlan plan, Program program) {}

    private Derivative derivative(Model model, Program primal) {
        List<String> wrt = model.differentiate().stream().map(Symbol::name).toList();
        DerivativePlan plan = Planner.plan(primal, wrt, symbolic);
        return new Derivative(plan, Simplify.derivative(Adjoint.differentiate(primal, plan)));
    }

    private Product emit(Model model, Stabilised primal, Derivative derivative, String defaultPackage) {
        Outline outline = Outlines.of(
                model,
                Names.packageOf(model.packageName().orElse(defaultPackage)),
                Documentation.account(model, derivative.program()));
        Map<Method.Purpose, Program> others = Others.of(model, symbolic);
        Emission emission = Emitter.emit(new EmitRequest(outline, derivative.program(), others));
        return new Product(
                model.source(),
                primal.program(),
                primal.applied(),
                derivative.plan(),
                derivative.program(),
                others,
                outline,
                emission,
                Optional.empty());
    }

    /** The class of a model that only stands for another while that is tried. */
    Product emitVariant(Model variant, String packageName) {
        Stabilised primal = Simplify.primal(Lower.lower(variant, WANTED), StableForm.all());
        return emit(variant, primal, derivative(variant, primal.program()), packageName);
    }
}
