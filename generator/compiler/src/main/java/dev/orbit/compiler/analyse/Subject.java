package dev.orbit.compiler.analyse;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models as they are analysed: the same equations, with what is a number in the emitted code kept open. */
final class Subject {
    private final Model model;

    private Subject(Model model) {
        this.model = model;
    }

    /** The model with its constants as scalar inputs, after its data, and its final states and lets as outputs. */
    static Model open(Model model) {
        return new Subject(model).opened();
    }

    /** The model with this many steps from its first on; a model whose number of steps is open stays as it is. */
    static Model shortened(Model model, int steps) {
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

    private Model opened() {
        List<Datum> data = new ArrayList<>(model.data());
        for (Constant constant : model.constants()) {
            data.add(new Datum(constant.symbol(), false, Optional.empty()));
        }
        List<Output> outputs = new ArrayList<>(model.outputs());
        outputs.addAll(finals());
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
