package dev.orbit.compiler.claim;

import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The open intervals of parameters, in any algebra. */
final class Intervals {
    private final Model model;
    private final Map<Symbol, Ends> ends = new LinkedHashMap<>();

    /** The ends of an interval as programs of the parameters; none where it is infinite. */
    private record Ends(Optional<Program> low, Optional<Program> high) {}

    /**
     * The bounds of one number.
     *
     * @param <V> numbers
     */
    record Bounds<V>(Optional<V> low, Optional<V> high) {}

    Intervals(Model model) {
        this.model = model;
        for (Parameter parameter : model.parameters()) {
            parameter
                    .interval()
                    .ifPresent(interval ->
                            ends.put(parameter.symbol(), new Ends(program(interval.low()), program(interval.high()))));
        }
    }

    private Optional<Program> program(Expr end) {
        return isInfinite(end) ? Optional.empty() : Optional.of(Lower.bound(model, end));
    }

    private static boolean isInfinite(Expr end) {
        return end instanceof Expr.Infinity || end instanceof Expr.Map1 map && isInfinite(map.of());
    }

    /** The bounds of an entry of a parameter where other parameters are as told; an end that is not finite is none. */
    <V> Bounds<V> of(Entry entry, Algebra<V> algebra, Function<Entry, V> numbers) {
        Ends found = ends.getOrDefault(entry.symbol(), new Ends(Optional.empty(), Optional.empty()));
        return new Bounds<>(
                found.low().map(program -> end(program, entry, algebra, numbers)),
                found.high().map(program -> end(program, entry, algebra, numbers)));
    }

    private <V> V end(Program program, Entry entry, Algebra<V> algebra, Function<Entry, V> numbers) {
        List<Datum<V>> arguments = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            List<V> entries = new ArrayList<>();
            for (int place = 0; place < parameter.symbol().shape().size(); place++) {
                entries.add(numbers.apply(new Entry(parameter.symbol(), 0, place)));
            }
            arguments.add(Datum.of(entries));
        }
        List<V> values =
                new Evaluator<>(algebra).evaluate(program, arguments).get(0).entries();
        return values.get(values.size() == 1 ? 0 : entry.place());
    }
}
