package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values of everything that a claim leaves free.
 *
 * @param rows of per-step data
 * @param numbers of parameters, data and constants
 * @param indices of index data
 * @param seed tells the values of abstract functions
 */
record Point(int rows, Map<Entry, Rational> numbers, Map<Entry, Integer> indices, long seed) {
    Point {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
    }

    Rational number(Entry entry) {
        return numbers.getOrDefault(entry, Rational.ZERO);
    }

    Point with(Entry entry, Rational value) {
        Map<Entry, Rational> changed = new LinkedHashMap<>(numbers);
        changed.put(entry, value);
        return new Point(rows, changed, indices, seed);
    }

    Point with(Entry entry, int index) {
        Map<Entry, Integer> changed = new LinkedHashMap<>(indices);
        changed.put(entry, index);
        return new Point(rows, numbers, changed, seed);
    }
}
