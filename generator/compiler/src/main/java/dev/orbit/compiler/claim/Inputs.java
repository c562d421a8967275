package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Arguments of a model's programs, made of single numbers. */
final class Inputs {
    private final Model model;
    private final int rows;

    /** Arguments where per-step data have so many rows. */
    Inputs(Model model, int rows) {
        this.model = model;
        this.rows = rows;
    }

    /** All numbers of parameters and data, in order; without index data. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            add(parameter.symbol(), 0, entries);
        }
        for (dev.orbit.compiler.model.Datum datum : model.data()) {
            if (datum.range().isEmpty()) {
                each(datum, row -> add(datum.symbol(), row, entries));
            }
        }
        return entries;
    }

    /** All numbers of index data. */
    List<Entry> indices() {
        List<Entry> entries = new ArrayList<>();
        for (dev.orbit.compiler.model.Datum datum : model.data()) {
            if (datum.range().isPresent()) {
                each(datum, row -> add(datum.symbol(), row, entries));
            }
        }
        return entries;
    }

    private void each(dev.orbit.compiler.model.Datum datum, java.util.function.IntConsumer rowwise) {
        if (!datum.perStep()) {
            rowwise.accept(0);
        }
        for (int row = 1; datum.perStep() && row <= rows; row++) {
            rowwise.accept(row);
        }
    }

    private static void add(Symbol symbol, int row, List<Entry> entries) {
        for (int place = 0; place < symbol.shape().size(); place++) {
            entries.add(new Entry(symbol, row, place));
        }
    }

    /** The arguments, by the symbol they belong to, in the order of the program's inputs. */
    <V> Map<Symbol, Datum<V>> of(Function<Entry, V> numbers, ToIntFunction<Entry> indices) {
        Map<Symbol, Datum<V>> arguments = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            arguments.put(parameter.symbol(), shaped(parameter.symbol(), 0, numbers));
        }
        for (dev.orbit.compiler.model.Datum datum : model.data()) {
            IntFunction<Datum<V>> row = datum.range().isPresent()
                    ? number -> index(datum.symbol(), number, indices)
                    : number -> shaped(datum.symbol(), number, numbers);
            arguments.put(datum.symbol(), datum.perStep() ? stack(row) : row.apply(0));
        }
        return arguments;
    }

    private <V> Datum<V> stack(IntFunction<Datum<V>> row) {
        List<Datum<V>> stack = new ArrayList<>();
        for (int number = 1; number <= rows; number++) {
            stack.add(row.apply(number));
        }
        return new Datum.Stack<>(stack);
    }

    private static <V> Datum<V> shaped(Symbol symbol, int row, Function<Entry, V> numbers) {
        List<V> entries = new ArrayList<>();
        for (int place = 0; place < symbol.shape().size(); place++) {
            entries.add(numbers.apply(new Entry(symbol, row, place)));
        }
        return Datum.of(entries);
    }

    private static <V> Datum<V> index(Symbol symbol, int row, ToIntFunction<Entry> indices) {
        if (symbol.shape().isScalar()) {
            return new Datum.Index<>(indices.applyAsInt(new Entry(symbol, row, 0)));
        }
        List<Datum<V>> entries = new ArrayList<>();
        for (int place = 0; place < symbol.shape().size(); place++) {
            entries.add(new Datum.Index<>(indices.applyAsInt(new Entry(symbol, row, place))));
        }
        return new Datum.Stack<>(entries);
    }
}
