package dev.orbit.compiler.driver;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Offers;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.simplify.Simplify;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a model's class offers and tells. */
final class Outlines {
    private final Model model;

    private Outlines(Model model) {
        this.model = model;
    }

    /**
     * The outline of a model's class.
     *
     * @param packageName the class's package, or empty
     */
    static Outline of(Model model, String packageName, Outline.Account account) {
        return new Outlines(model).outline(packageName, account);
    }

    private Outline outline(String packageName, Outline.Account account) {
        return new Outline(
                packageName,
                model.name(),
                model.doc().orElse(""),
                model.parameters().stream().map(this::parameter).toList(),
                model.data().stream().map(Outlines::column).toList(),
                steps(),
                model.functions().stream().map(Outlines::function).toList(),
                model.inits().stream().map(this::start).toList(),
                offers(),
                Notes.of(model),
                account);
    }

    private Outline.Offers offers() {
        boolean loss = !model.losses().isEmpty() || hasLoss(model.step());
        return new Outline.Offers(
                Offers.outputs(model).stream().map(Outlines::offer).toList(),
                Offers.residuals(model).stream().map(Outlines::offer).toList(),
                !loss && model.penalties().isEmpty());
    }

    private static Outline.Offer offer(Offers.Offer offer) {
        return new Outline.Offer(offer.name(), offer.shape().sizes(), offer.perStep());
    }

    private static boolean hasLoss(List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Loss
                        || statement instanceof Statement.Branch branch
                                && (hasLoss(branch.otherwise())
                                        || branch.arms().stream().anyMatch(arm -> hasLoss(arm.statements()))));
    }

    private Outline.Parameter parameter(Parameter parameter) {
        return new Outline.Parameter(
                parameter.symbol().name(),
                parameter.symbol().shape().sizes(),
                parameter.interval().map(this::interval),
                parameter.start().map(start -> Lower.numbers(model, start)).orElse(List.of()),
                parameter.symbol().doc().orElse(""));
    }

    private Outline.Interval interval(Parameter.Interval interval) {
        String text = model.source().slice(interval.span());
        return new Outline.Interval(bound(interval.low()), bound(interval.high()), text);
    }

    /** A bound that reads a parameter is a program with its derivative; any other is a number. */
    private Outline.Bound bound(Expr end) {
        Program program = Lower.bound(model, end);
        Uses uses = Uses.of(program);
        List<String> read = new ArrayList<>();
        for (int i = 0; i < program.inputs().size(); i++) {
            if (uses.count(program.body().arguments().get(i)) > 0) {
                read.add(program.inputs().get(i).name());
            }
        }
        if (read.isEmpty()) {
            return new Outline.Bound(Lower.numbers(model, end).get(0), Optional.empty());
        }
        Program derivative = Adjoint.differentiate(Simplify.simplify(program), DerivativePlan.plain(read));
        return new Outline.Bound(Literal.of(0), Optional.of(Simplify.simplify(derivative)));
    }

    private static Outline.Column column(Datum datum) {
        return new Outline.Column(
                datum.symbol().name(),
                datum.symbol().role() == Role.TARGET,
                datum.range().map(range -> new Outline.Range(range.first(), range.last())),
                datum.symbol().shape().sizes(),
                datum.perStep(),
                datum.symbol().doc().orElse(""));
    }

    private Outline.Steps steps() {
        if (model.iteration().isEmpty()) {
            return new Outline.Steps(OptionalInt.of(0), "", 1);
        }
        Iteration iteration = model.iteration().get();
        return iteration
                .last()
                .match(new Iteration.Last.Cases<>(
                        fixed -> new Outline.Steps(OptionalInt.of(fixed.number()), "", iteration.first()),
                        open -> new Outline.Steps(
                                OptionalInt.empty(), open.dim().name(), iteration.first())));
    }

    private static Outline.AbstractFunction function(dev.orbit.compiler.model.AbstractFunction f) {
        List<Type> arguments = f.parameters().stream()
                .map(p -> new Type(Type.Element.DOUBLE, p.shape().sizes(), List.of()))
                .toList();
        Type result = new Type(Type.Element.DOUBLE, f.result().sizes(), List.of());
        return new Outline.AbstractFunction(
                new Abstract(f.name(), arguments, result), f.doc().orElse(""));
    }

    private Outline.Start start(Init init) {
        List<Outline.Part> parts = new ArrayList<>();
        for (Init.Entry entry : init.entries()) {
            parts.add(entry.value().match(new Init.Value.Cases<Outline.Part>() {
                @Override
                public Outline.Part given(Init.Value.Given value) {
                    List<Literal> entries = Lower.numbers(model, value.expr());
                    boolean equal = entries.stream().distinct().count() == 1;
                    return new Outline.Part(Optional.empty(), equal ? entries.subList(0, 1) : entries);
                }

                @Override
                public Outline.Part drawn(Init.Value.Drawn value) {
                    return new Outline.Part(Optional.of(value.distribution()), numbers(value.arguments()));
                }
            }));
        }
        return new Outline.Start(init.name(), parts, init.doc().orElse(""));
    }

    private List<Literal> numbers(List<Expr> scalars) {
        return scalars.stream()
                .map(scalar -> Lower.numbers(model, scalar).get(0))
                .toList();
    }
}
