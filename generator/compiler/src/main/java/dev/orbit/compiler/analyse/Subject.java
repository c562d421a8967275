package dev.orbit.compiler.analyse;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models as they are analysed: the same equations, with what is a number in the emitted code kept open. */
public final class Subject {
    private final Model model;

    private Subject(Model model) {
        this.model = model;
    }

    /** The model with its constants as scalar inputs, after its data, and its final states and lets as outputs. */
    public static Model open(Model model) {
        return new Subject(model).opened(true);
    }

    /** The model with its constants as scalar inputs, after its data. */
    public static Model symbolic(Model model) {
        return new Subject(model).opened(false);
    }

    /** The model for any number of steps. */
    public static Model unending(Model model) {
        Symbol steps =
                new Symbol(Integer.MAX_VALUE, count(model), Role.DIM, Shape.SCALAR, new Span(0, 0), Optional.empty());
        Optional<Iteration> iteration = model.iteration()
                .map(given -> new Iteration(
                        given.index(),
                        given.first(),
                        given.last()
                                .match(new Iteration.Last.Cases<Iteration.Last>(
                                        fixed -> new Iteration.Last.Open(steps), open -> open))));
        return with(model, iteration, model.data(), model.constants(), model.outputs());
    }

    /** The parameters, data and constants of a model, and these values of them. */
    public static Model only(Model model, List<Output> outputs) {
        Model symbolic = symbolic(model);
        return new Model(
                model.source(),
                model.packageName(),
                model.name(),
                model.doc(),
                model.dims(),
                List.of(),
                symbolic.data().stream()
                        .filter(datum -> !datum.perStep() && datum.range().isEmpty())
                        .toList(),
                model.parameters(),
                model.functions(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                outputs,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What the number of steps is called in mathematics: as in the spec if it is open there. */
    public static String count(Model model) {
        return model.iteration()
                .flatMap(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<Optional<String>>(
                                fixed -> Optional.empty(),
                                open -> Optional.of(open.dim().name()))))
                .orElseGet(() -> unused(model, List.of("T", "N", "K", "last")));
    }

    /** The running index of the steps: as in the spec if it has a name there. */
    public static String stepIndex(Model model) {
        return model.iteration()
                .flatMap(Iteration::index)
                .map(Symbol::name)
                .orElseGet(() -> unused(model, List.of("t", "n", "i", "step")));
    }

    private static String unused(Model model, List<String> names) {
        Set<String> used = Stream.of(
                        model.parameters().stream().map(parameter -> parameter.symbol()),
                        model.data().stream().map(Datum::symbol),
                        model.states().stream().map(State::symbol),
                        model.constants().stream().map(Constant::symbol),
                        model.lets().stream().map(let -> let.symbol()))
                .flatMap(symbols -> symbols)
                .map(Symbol::name)
                .collect(Collectors.toSet());
        return names.stream().filter(name -> !used.contains(name)).findFirst().orElse(names.get(0));
    }

    /** The model with this many steps from its first on; a model whose number of steps is open stays as it is. */
    public static Model shortened(Model model, int steps) {
        return with(
                model,
                model.iteration()
                        .map(iteration -> new Iteration(
                                iteration.index(),
                                iteration.first(),
                                iteration
                                        .last()
                                        .match(new Iteration.Last.Cases<Iteration.Last>(
                                                fixed -> new Iteration.Last.Fixed(iteration.first() - 1 + steps),
                                                open -> open)))),
                model.data(),
                model.constants(),
                model.outputs());
    }

    private Model opened(boolean finals) {
        List<Datum> data = new ArrayList<>(model.data());
        for (Constant constant : model.constants()) {
            data.add(new Datum(constant.symbol(), false, Optional.empty()));
        }
        List<Output> outputs = new ArrayList<>(model.outputs());
        outputs.addAll(finals ? finals() : List.of());
        return with(model, model.iteration(), data, List.of(), outputs);
    }

    /** States, by their final values, and lets. */
    private List<Output> finals() {
        return Stream.concat(
                        model.states().stream().map(State::symbol),
                        model.lets().stream().map(let -> let.symbol()))
                .map(symbol -> new Output(symbol, reference(symbol)))
                .toList();
    }

    private static Expr reference(Symbol symbol) {
        return new Expr.Reference(symbol, symbol.span());
    }

    private static Model with(
            Model model,
            Optional<Iteration> iteration,
            List<Datum> data,
            List<Constant> constants,
            List<Output> outputs) {
        return new Model(
                model.source(),
                model.packageName(),
                model.name(),
                model.doc(),
                model.dims(),
                constants,
                data,
                model.parameters(),
                model.functions(),
                model.lets(),
                model.states(),
                model.step(),
                iteration,
                outputs,
                model.losses(),
                model.residuals(),
                model.penalties(),
                model.differentiate(),
                model.inits(),
                model.claims());
    }
}
