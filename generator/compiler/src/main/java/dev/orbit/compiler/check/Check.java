package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Dim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.PackageHeader;
import dev.orbit.compiler.syntax.Spec;
import java.util.List;
import java.util.Optional;

/** Syntax to model: resolves names, finds shapes, puts equations in order, and reports every problem. */
public final class Check {
    private final Spec spec;
    private final Overrides overrides;
    private final Report report;
    private final Run run;
    private final Parameters checker;

    // What has been checked so far, one phase after the other.
    private List<Dim> dims = List.of();
    private List<AbstractFunction> functions = List.of();
    private List<Constant> constants = List.of();
    private List<Datum> data = List.of();
    private List<Parameter> parameters = List.of();
    private List<Let> lets = List.of();
    private List<State> states = List.of();
    private Optional<Iteration> iteration = Optional.empty();
    private List<Statement> step = List.of();
    private List<Output> outputs = List.of();
    private List<Expr> losses = List.of();
    private List<Expr> residuals = List.of();
    private List<Expr> penalties = List.of();
    private List<Symbol> differentiate = List.of();
    private List<Init> inits = List.of();
    private List<Claim> claims = List.of();

    private Check(Spec spec, Overrides overrides) {
        this.spec = spec;
        this.overrides = overrides;
        this.report = Report.of(spec.source());
        Names names = Names.declare(spec.declarations(), report);
        Functions table =
                FunctionTable.collect(spec.declarations(), names.values().keySet(), overrides, report);
        this.run = new Run(spec, table, Scope.global());
        this.checker = new Parameters(run, report);
        names.values()
                .values()
                .forEach(declared -> run.define(Meaning.untyped(run.symbol(
                        declared.name(),
                        declared.role(),
                        Shape.SCALAR,
                        declared.declaration().doc()))));
    }

    /**
     * The model that a spec means. After a syntax error what could be read is checked too, but there is no model.
     *
     * @return empty if there are errors, here or in what was reported before
     */
    public static Optional<Model> check(Spec spec, Overrides overrides, Diagnostics diagnostics) {
        Check check = new Check(spec, overrides);
        Options.check(overrides, check.declarations(Declaration.Dim.class), diagnostics);
        Optional<Model> model = check.check(!diagnostics.hasErrors());
        check.report.tell(diagnostics);
        if (model.isEmpty() && !diagnostics.hasErrors()) {
            throw new IllegalStateException("no model and no error");
        }
        return diagnostics.hasErrors() ? Optional.empty() : model;
    }

    private <D extends Declaration> List<D> declarations(Class<D> kind) {
        return spec.declarations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** @param readable whether nothing was wrong before: only then is anything certainly unused */
    private Optional<Model> check(boolean readable) {
        dims = Dims.check(declarations(Declaration.Dim.class), overrides.dims(), run.frame(Site.CONSTANT, report));
        checkValues();
        checkStep();
        checkResults();
        checkStatements();
        Uncalled.check(run, report);
        if (run.isComplete()) {
            new Missing(spec, report).check(dims, iteration);
        }
        if (report.hasErrors()) {
            return Optional.empty();
        }
        Model model = model();
        if (readable) {
            Steps.warnUnset(states, run, report);
            Unused.warn(spec.declarations(), run, report);
            Reach.check(model, run, report);
        }
        return Optional.of(model);
    }

    /** What is known before the first step. */
    private void checkValues() {
        functions = FunctionTable.shapes(spec.declarations(), run.frame(Site.CONSTANT, report));
        Variables variables = new Variables(run, report);
        constants = variables.constants(declarations(Declaration.Constant.class));
        data = variables.data(declarations(Declaration.Datum.class));
        checker.declare(declarations(Declaration.Param.class));
        parameters = checker.check();
        lets = variables.lets(declarations(Declaration.Let.class));
        states = variables.states(declarations(Declaration.State.class));
    }

    private void checkStep() {
        iteration = Iterations.check(spec.declarations(), run, report);
        step = Steps.check(declarations(Declaration.Step.class), iteration, run, report);
    }

    /** What is computed after the last step. */
    private void checkResults() {
        Results results = new Results(run, report);
        outputs = results.outputs(declarations(Declaration.Output.class));
        losses = results.losses(declarations(Declaration.Loss.class));
        residuals = results.residuals(declarations(Declaration.Residual.class));
        penalties = results.penalties(declarations(Declaration.Penalty.class));
    }

    /** What is said of the model as a whole. */
    private void checkStatements() {
        List<Declaration.Init> declared = declarations(Declaration.Init.class);
        differentiate = Differentiated.check(declarations(Declaration.Differentiate.class), parameters, run, report);
        inits = Inits.check(declared, parameters, checker, run, report);
        claims = Claims.check(declarations(Declaration.Claim.class), declared, inits, run, report);
    }

    private Model model() {
        return new Model(
                spec.source(),
                spec.packageHeader().map(PackageHeader::name),
                spec.model().name().text(),
                spec.model().doc().map(Doc::text),
                dims,
                constants,
                data,
                parameters,
                functions,
                lets,
                states,
                step,
                iteration,
                outputs,
                losses,
                residuals,
                penalties,
                differentiate,
                inits,
                claims);
    }
}
