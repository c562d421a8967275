package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a model: how many, from which row of the per-step data on, and the stacks of those data. */
final class Horizon {
    private final Optional<Symbol> index;
    private final int first;
    private final Count rows;
    private final Map<Symbol, Value> stacks = new LinkedHashMap<>();

    Horizon(Model model) {
        index = model.iteration().flatMap(Iteration::index);
        first = model.iteration().map(Iteration::first).orElse(1);
        rows = model.iteration()
                .map(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<Count>(
                                fixed -> new Count.Fixed(fixed.number()),
                                open -> new Count.Dimension(open.dim().name()))))
                .orElse(new Count.Fixed(0));
    }

    /** The type of a datum: an index or numbers, one value or one for each row. */
    Type type(Datum datum) {
        Type row = datum.range().isPresent()
                ? new Type(Type.Element.INDEX, Types.of(datum.symbol().shape()).shape(), List.of())
                : Types.of(datum.symbol().shape());
        return datum.perStep() ? row.stackedOver(rows) : row;
    }

    void stack(Symbol datum, Value value) {
        stacks.put(datum, value);
    }

    /** How many steps: rows from {@code first} on. */
    Count steps() {
        if (first == 1) {
            return rows;
        }
        return rows instanceof Count.Fixed fixed
                ? new Count.Fixed(Math.max(0, fixed.number() - first + 1))
                : new Count.Less(rows, first - 1);
    }

    /** What is added to an index to get the number that the author means. */
    int offset(Symbol symbol) {
        return index.equals(Optional.of(symbol)) ? first : 0;
    }

    /** Names the loop's index and the rows of per-step data in the frame of a step. */
    Rows open(Frame step, Frame outside) {
        Value counter =
                outside.builder.named(index.map(Symbol::name).orElse("")).fresh(Type.INDEX);
        index.ifPresent(symbol -> step.define(symbol, new Term.Plain(counter)));
        List<Instr.Sequence> sequences = new ArrayList<>();
        List<Value> rowValues = new ArrayList<>();
        stacks.forEach((symbol, stack) -> {
            Value row = outside.at(symbol.span())
                    .named(symbol.name())
                    .fresh(stack.type().row());
            step.define(symbol, new Term.Plain(row));
            sequences.add(new Instr.Sequence(stack, first - 1));
            rowValues.add(row);
        });
        return new Rows(counter, sequences, rowValues);
    }

    /** The arguments of a loop over steps, without its carries. */
    record Rows(Value counter, List<Instr.Sequence> sequences, List<Value> values) {}
}
