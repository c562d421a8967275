package dev.orbit.compiler.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known in one evaluation: values by id, and open dimensions. */
final class Environment<V> {
    private final Object[] values;
    private final Map<String, Integer> dimensions;
    private final Evaluator.Watch<V> watch;

    Environment(int ids, Map<String, Integer> dimensions, Evaluator.Watch<V> watch) {
        this.values = new Object[ids];
        this.dimensions = new LinkedHashMap<>(dimensions);
        this.watch = watch;
    }

    void define(Value value, Datum<V> datum) {
        values[value.id()] = watch.defined(value, datum);
    }

    @SuppressWarnings("unchecked") // define is the only writer
    Datum<V> read(Value value) {
        Object found = values[value.id()];
        if (found == null) {
            throw new MalformedProgram(value + " is read before it is defined");
        }
        return (Datum<V>) found;
    }

    /** The open dimensions now, to be restored when a loop over examples ends. */
    Map<String, Integer> dimensions() {
        return Map.copyOf(dimensions);
    }

    void restore(Map<String, Integer> before) {
        dimensions.clear();
        dimensions.putAll(before);
    }

    /** Forgets a dimension before an example tells it anew. */
    void forget(Type type) {
        if (!type.stacked().isEmpty() && type.stacked().get(0) instanceof Count.Dimension dimension) {
            dimensions.remove(dimension.name());
        }
    }

    /** Learns an open dimension from the number of rows of a datum. */
    void measure(Type type, Datum<V> datum) {
        if (type.stacked().isEmpty() || !(type.stacked().get(0) instanceof Count.Dimension dimension)) {
            return;
        }
        int rows = datum.rows().size();
        Integer before = dimensions.putIfAbsent(dimension.name(), rows);
        if (before != null && before != rows) {
            throw new IllegalArgumentException(
                    "dimension " + dimension.name() + " is " + before + ", but here are " + rows + " rows");
        }
    }

    /** One number everywhere in a type. */
    Datum<V> filled(Type type, V number) {
        return rows(type, new Datum.Entries<>(Collections.nCopies(type.size(), number)));
    }

    /** One datum in all rows of a type. */
    Datum<V> rows(Type type, Datum<V> row) {
        return type.stacked().isEmpty()
                ? row
                : new Datum.Stack<>(Collections.nCopies(number(type.stacked().get(0)), rows(type.row(), row)));
    }

    /** The number that a count is now. */
    int number(Count count) {
        return count.match(new Count.Cases<>(
                Count.Fixed::number,
                this::number,
                less -> Math.max(0, number(less.of()) - less.by()),
                given -> Math.max(0, read(given.index()).index()),
                quotient -> (number(quotient.of()) + quotient.by() - 1) / quotient.by(),
                rest -> {
                    int before = read(rest.segment()).index() * rest.by();
                    return Math.max(0, Math.min(rest.by(), number(rest.of()) - before));
                }));
    }

    private int number(Count.Dimension dimension) {
        Integer number = dimensions.get(dimension.name());
        if (number == null) {
            throw new IllegalArgumentException("dimension " + dimension.name() + " is not known");
        }
        return number;
    }

    /** Throws if an argument is not of the shape of its input. */
    static void requireFits(Datum<?> datum, Value input) {
        Type type = input.type();
        if (!type.stacked().isEmpty()) {
            int rows = datum.rows().size();
            if (type.stacked().get(0) instanceof Count.Fixed fixed && fixed.number() != rows) {
                throw new IllegalArgumentException(input + " has " + rows + " rows, not " + fixed.number());
            }
            Value row = new Value(input.id(), type.row(), input.hint(), input.origin());
            datum.rows().forEach(each -> requireFits(each, row));
        } else if (type.element() == Type.Element.INDEX) {
            int places = type.shape().isEmpty() ? 1 : datum.rows().size();
            if (places != type.size()) {
                throw new IllegalArgumentException(input + " has " + places + " indices, not " + type.size());
            }
        } else if (datum.entries().size() != type.size()) {
            throw new IllegalArgumentException(
                    input + " has " + datum.entries().size() + " entries, not " + type.size());
        }
    }
}
