package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Doubles at a start: what the start gives, and at random what it leaves open. Constants are what the spec says.
 *
 * @param arguments parameters and data, in the order of a program's inputs
 * @param constants that the start sets
 * @param open rows of per-step data by the name of the open dim
 */
record StartPoint(Map<Symbol, Datum<Double>> arguments, Map<String, Double> constants, Map<String, Integer> open) {
    /** A point; the same for the same seed. */
    static StartPoint of(Model model, ClaimProgram program, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ValueAlgebra algebra = new ValueAlgebra();
        Intervals intervals = new Intervals(model);
        Map<Entry, Double> drawn = new HashMap<>();
        Inputs inputs = new Inputs(model, rows);
        for (Entry entry : inputs.entries()) {
            Intervals.Bounds<Double> bounds = intervals.of(entry, algebra, each -> drawn.getOrDefault(each, 0.0));
            drawn.put(entry, inside(bounds, random.nextDouble(0.2, 0.8), size(entry.symbol()), random));
        }
        Map<Entry, Integer> indices = new HashMap<>();
        for (Entry entry : inputs.indices()) {
            dev.orbit.compiler.model.Datum.IndexRange range = model.data().stream()
                    .filter(datum -> datum.symbol().equals(entry.symbol()))
                    .findFirst()
                    .flatMap(dev.orbit.compiler.model.Datum::range)
                    .orElseThrow();
            indices.put(entry, range.first() + random.nextInt(range.last() - range.first() + 1));
        }
        Map<Symbol, Datum<Double>> free =
                inputs.of(entry -> requireNonNull(drawn.get(entry)), entry -> requireNonNull(indices.get(entry)));
        Map<String, Integer> open =
                Horizons.openDim(model).map(name -> Map.of(name, rows)).orElse(Map.of());
        Map<String, Double> constants = new LinkedHashMap<>();
        return new StartPoint(program.placed(Machine.of(algebra), free, open, constants::put), constants, open);
    }

    /** The same data with the parameters of another point. */
    StartPoint with(StartPoint other, Model model) {
        Map<Symbol, Datum<Double>> mixed = new LinkedHashMap<>(arguments);
        model.parameters()
                .forEach(parameter -> mixed.put(
                        parameter.symbol(), requireNonNull(other.arguments().get(parameter.symbol()))));
        return new StartPoint(mixed, constants, open);
    }

    /** Matrices keep the size of what they multiply. */
    private static double size(Symbol symbol) {
        Shape shape = symbol.shape();
        return shape.sizes().size() < 2 ? 1 : 2 / Math.sqrt(shape.columns().size());
    }

    private static double inside(Intervals.Bounds<Double> bounds, double part, double size, SplittableRandom random) {
        if (bounds.low().isPresent() && bounds.high().isPresent()) {
            return bounds.low().get()
                    + part * (bounds.high().get() - bounds.low().get());
        }
        return bounds.low()
                .map(low -> low + part)
                .or(() -> bounds.high().map(high -> high - part))
                .orElse((random.nextBoolean() ? part : -part) * size);
    }
}
