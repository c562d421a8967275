package dev.orbit.compiler.lower;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.model.Selector;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries, rows and ranges: read, and replaced. */
final class Accesses {
    private Accesses() {}

    static Term read(Expr.Access expr, Expressions expressions, Frame frame) {
        Term of = expressions.term(expr.of());
        List<Place> places = places(expr.selectors(), frame);
        if (of instanceof Term.Grid grid && grid.vector() && places.get(0) instanceof Span span) {
            Optional<Term> part = part(grid, span);
            if (part.isPresent()) {
                return part.get();
            }
        }
        Value whole = Grids.whole(of, Types.of(expr.of().shape()), frame.at(expr.span()));
        return new Term.Plain(read(whole, places, Types.of(expr.shape()), frame.at(expr.span())));
    }

    /** Where along one axis: known, or by an index. */
    private sealed interface Place permits Span, Dynamic {}

    /** From, inclusive, to, exclusive, counted from 0. */
    private record Span(int from, int to) implements Place {}

    /** At the sum of the indices times the bounds, with the last bound added; without bounds at the one index. */
    private record Dynamic(List<Integer> bounds, List<Value> indices) implements Place {
        Value entry(Value of, Type type, Builder builder) {
            List<Value> args = new ArrayList<>(List.of(of));
            args.addAll(indices);
            return builder.view(Access.ENTRY, type, bounds, args.toArray(Value[]::new));
        }
    }

    private static List<Place> places(List<Selector> selectors, Frame frame) {
        List<Place> places = new ArrayList<>();
        for (Selector selector : selectors) {
            places.add(selector.match(new Selector.Cases<Place>() {
                @Override
                public Place at(Selector.At at) {
                    return at.index().match(new Index.Cases<Place>() {
                        @Override
                        public Place fixed(Index.Fixed index) {
                            return place(index.number(), frame);
                        }

                        @Override
                        public Place given(Index.Given index) {
                            return new Dynamic(List.of(), List.of(index(index.datum(), frame)));
                        }
                    });
                }

                @Override
                public Place range(Selector.Range range) {
                    int first = range.first().at(frame.running());
                    return new Span(first - 1, first - 1 + range.length().size());
                }
            }));
        }
        return places;
    }

    /** A known place, or one that loops tell by their indices. */
    private static Place place(Affine number, Frame frame) {
        List<Integer> bounds = new ArrayList<>();
        List<Value> indices = new ArrayList<>();
        int plus = number.constant();
        for (Map.Entry<Symbol, Integer> term : number.coefficients().entrySet()) {
            Frame.Counter counter = frame.counters().get(term.getKey());
            int first = counter == null ? requireNonNull(frame.running().get(term.getKey())) : counter.first();
            plus = Math.addExact(plus, Math.multiplyExact(term.getValue(), first));
            if (counter != null) {
                bounds.add(term.getValue());
                indices.add(counter.index());
            }
        }
        if (indices.isEmpty()) {
            return new Span(plus - 1, plus);
        }
        bounds.add(plus);
        return new Dynamic(bounds, indices);
    }

    /** An index datum, or an entry of one. */
    static Value index(Expr datum, Frame frame) {
        if (datum instanceof Expr.Access access) {
            Value of = index(access.of(), frame);
            return read(of, places(access.selectors(), frame), Type.INDEX, frame.at(datum.span()));
        }
        return ((Term.Plain) frame.name(((Expr.Reference) datum).symbol())).value();
    }

    /** Whole blocks of a stacked vector, if the span covers whole blocks. */
    private static Optional<Term> part(Term.Grid grid, Span span) {
        int at = 0;
        List<Integer> rows = new ArrayList<>();
        List<List<Term.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            int end = at + grid.rows().get(i);
            if (at >= span.from() && end <= span.to()) {
                rows.add(grid.rows().get(i));
                cells.add(grid.cells().get(i));
            } else if (end > span.from() && at < span.to()) {
                return Optional.empty();
            }
            at = end;
        }
        if (cells.size() == 1 && cells.get(0).get(0) instanceof Term.Cell.Part cell) {
            return Optional.of(new Term.Plain(cell.value()));
        }
        return Optional.of(new Term.Grid(rows, grid.columns(), cells, true));
    }

    private static Value read(Value value, List<Place> places, Type type, Builder builder) {
        List<Integer> shape = value.type().shape();
        if (shape.isEmpty()) {
            return type.equals(value.type()) ? value : builder.literal(Literal.of(0.0), type);
        }
        if (isThin(shape)) {
            Value vector = Shapes.reshape(value, Type.vector(value.type().size()), builder);
            Type part = type.shape().size() == 2 ? Type.vector(type.size()) : type;
            return Shapes.reshape(read(vector, List.of(along(shape, places)), part, builder), type, builder);
        }
        Place first = places.get(0);
        if (first instanceof Dynamic dynamic) {
            Type row = new Type(
                    value.type().element(),
                    Types.of(shape.subList(1, shape.size())).shape(),
                    List.of());
            Value entry = dynamic.entry(value, row, builder);
            return places.size() == 1 ? entry : read(entry, places.subList(1, 2), type, builder);
        }
        Span rows = (Span) first;
        if (places.size() == 1) {
            return builder.view(Access.SLICE, type, List.of(rows.from(), rows.to()), value);
        } else if (places.get(1) instanceof Span columns) {
            List<Integer> bounds = List.of(rows.from(), rows.to(), columns.from(), columns.to());
            return builder.view(Access.SLICE, type, bounds, value);
        }
        if (rows.to() - rows.from() == 1) {
            List<Integer> bounds = List.of(rows.from(), rows.to(), 0, shape.get(1));
            Value row = builder.view(Access.SLICE, Type.vector(shape.get(1)), bounds, value);
            return read(row, places.subList(1, 2), type, builder);
        }
        Type turned = Type.matrix(shape.get(1), shape.get(0));
        Value columns = builder.view(Access.TRANSPOSE, turned, List.of(), value);
        return read(columns, List.of(places.get(1), first), type, builder);
    }

    /** The value with the selected entries replaced. */
    static Value replace(Value before, List<Selector> selectors, Value entry, Frame frame) {
        return replace(before, places(selectors, frame), entry, frame.builder);
    }

    private static Value replace(Value before, List<Place> places, Value entry, Builder builder) {
        List<Integer> shape = before.type().shape();
        if (shape.isEmpty()) {
            return entry.type().isScalar() ? entry : before;
        } else if (isThin(shape)) {
            Value vector = Shapes.reshape(before, Type.vector(before.type().size()), builder);
            Value after = replaceRows(vector, along(shape, places), entry, builder);
            return Shapes.reshape(after, before.type(), builder);
        }
        Place first = places.get(0);
        if (places.size() == 1 || covers(places.get(1), shape.get(1))) {
            return replaceRows(before, first, entry, builder);
        }
        if (first instanceof Span rows && covers(rows, shape.get(0))) {
            Value turned = Shapes.transposed(before, builder);
            Value turnedEntry = entry.type().shape().size() == 2 ? Shapes.transposed(entry, builder) : entry;
            return Shapes.transposed(replaceRows(turned, places.get(1), turnedEntry, builder), builder);
        } else if (first instanceof Span rows && rows.to() - rows.from() != 1) {
            int height = rows.to() - rows.from();
            Value old = Shapes.rows(before, rows.from(), rows.to(), sized(before, height), builder);
            Value now = replace(old, List.of(new Span(0, height), places.get(1)), entry, builder);
            return replaceRows(before, first, now, builder);
        }
        Type row = Type.vector(shape.get(1));
        Value old = read(before, List.of(first, new Span(0, shape.get(1))), row, builder);
        Value now = replaceRows(old, places.get(1), entry, builder);
        return replaceRows(before, first, now, builder);
    }

    /** A matrix of one row or of one column. */
    private static boolean isThin(List<Integer> shape) {
        return shape.size() == 2 && (shape.get(0) == 1 || shape.get(1) == 1);
    }

    /** The place along the axis of a thin matrix that is longer than 1. */
    private static Place along(List<Integer> shape, List<Place> places) {
        return shape.get(1) == 1 ? places.get(0) : places.get(1);
    }

    private static boolean covers(Place place, int size) {
        return place instanceof Span span && span.from() == 0 && span.to() == size;
    }

    /** Entries of a vector, or whole rows of a matrix. */
    private static Value replaceRows(Value before, Place place, Value given, Builder builder) {
        boolean one = !(place instanceof Span span) || span.to() - span.from() == 1;
        boolean flat = before.type().shape().size() == 1 || one;
        Type vector = Type.vector(given.type().size());
        Value entry = flat && !given.type().isScalar() ? Shapes.reshape(given, vector, builder) : given;
        if (place instanceof Dynamic dynamic) {
            return builder.view(
                    Access.PUT,
                    before.type(),
                    List.of(),
                    before,
                    dynamic.indices().get(0),
                    entry);
        }
        Span span = (Span) place;
        int rows = before.type().shape().get(0);
        if (span.to() - span.from() == 1) {
            Value index = builder.literal(Literal.of(span.to()), Type.INDEX);
            return builder.view(Access.PUT, before.type(), List.of(), before, index, entry);
        }
        List<Value> parts = new ArrayList<>();
        if (span.from() > 0) {
            parts.add(Shapes.rows(before, 0, span.from(), sized(before, span.from()), builder));
        }
        parts.add(entry);
        if (span.to() < rows) {
            parts.add(Shapes.rows(before, span.to(), rows, sized(before, rows - span.to()), builder));
        }
        return parts.size() == 1
                ? entry
                : builder.view(Access.STACK, before.type(), List.of(), parts.toArray(Value[]::new));
    }

    private static Type sized(Value like, int rows) {
        List<Integer> shape = like.type().shape();
        return Types.of(shape.size() == 1 ? List.of(rows) : List.of(rows, shape.get(1)));
    }
}
