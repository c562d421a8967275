package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Offers;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The step as a loop: states are carried, lags are carried with a delay, losses are summed. */
final class Steps {
    private final Model model;
    private final Frame outside;

    Steps(Model model, Frame outside) {
        this.model = model;
        this.outside = outside;
    }

    /**
     * Writes the loop; afterwards the names of states are their final values.
     *
     * @param residuals whether residuals are wanted for themselves
     * @param outputs whether outputs are wanted
     * @return the sum of the losses inside the step, if there are any, and the stacks of what is wanted besides
     */
    Result run(boolean residuals, boolean outputs) {
        List<State> states = assignedStates();
        Builder builder = outside.builder.inner();
        Frame rowwise = outside.inner(builder);
        Horizon.Rows rows = outside.horizon().open(rowwise, outside);
        Lags lags = new Lags(outside, rows.counter());
        Frame step = rowwise.step(builder, lags);
        List<Carry> carries = new ArrayList<>();
        List<Value> arguments = new ArrayList<>(List.of(rows.counter()));
        for (State state : states) {
            Value initial = whole(outside.name(state.symbol()), state.symbol(), outside);
            Value argument = outside.at(state.symbol().span())
                    .named(state.symbol().name())
                    .fresh(initial.type());
            step.define(state.symbol(), new Term.Plain(argument));
            carries.add(Carry.state(initial));
            arguments.add(argument);
        }
        Map<Expr, Value> offered = offered(step, residuals, outputs);
        List<Value> results = new ArrayList<>();
        states.forEach(state -> results.add(next(state, step)));
        lags.close(step, carries, arguments, results);
        Optional<Value> loss = Sums.total(step.losses, builder);
        loss.ifPresent(total -> {
            carries.add(Carry.sum(outside.builder.literal(Literal.of(0.0), Type.SCALAR)));
            results.add(total);
        });
        results.addAll(offered.values());
        arguments.addAll(rows.values());
        Region body = new Region(arguments, builder.written(), results);
        List<Value> finals = outside.builder.loop(
                Instr.Axis.STEPS, outside.horizon().steps(), false, carries, rows.sequences(), body);
        for (int i = 0; i < states.size(); i++) {
            outside.define(states.get(i).symbol(), new Term.Plain(finals.get(i)));
        }
        Map<Expr, Value> stacks = named(offered, finals.subList(carries.size(), finals.size()));
        return new Result(loss.map(total -> finals.get(carries.size() - 1)), stacks);
    }

    private static Map<Expr, Value> named(Map<Expr, Value> rows, List<Value> stacks) {
        Map<Expr, Value> named = new LinkedHashMap<>();
        for (Expr offer : rows.keySet()) {
            named.put(offer, stacks.get(named.size()));
        }
        return named;
    }

    private Map<Expr, Value> offered(Frame step, boolean residuals, boolean outputs) {
        Map<Expr, Value> offered = new Statements(step, residuals).run(model.step());
        if (!outputs) {
            Offers.outputs(model).forEach(output -> offered.remove(output.value()));
        }
        return offered;
    }

    /** A state without an equation keeps its value and is not carried. */
    private List<State> assignedStates() {
        return model.states().stream()
                .filter(state -> assigned(model.step()).contains(state.symbol()))
                .toList();
    }

    /** What a run of the step leaves behind; stacks by what was written for them. */
    record Result(Optional<Value> loss, Map<Expr, Value> stacks) {}

    private static Value next(State state, Frame step) {
        return whole(step.primed(state.symbol()), state.symbol(), step);
    }

    static Value whole(Term term, Symbol symbol, Frame frame) {
        return Grids.whole(term, Types.of(symbol.shape()), frame.at(symbol.span()));
    }

    /** The states that some statement sets, in whole or in part. */
    private static Set<Symbol> assigned(List<Statement> statements) {
        Set<Symbol> states = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Next next) {
                states.add(next.state());
            } else if (statement instanceof Statement.Update update) {
                states.add(update.state());
            } else if (statement instanceof Statement.Branch branch) {
                states.addAll(branch.states());
            }
        }
        return states;
    }
}
