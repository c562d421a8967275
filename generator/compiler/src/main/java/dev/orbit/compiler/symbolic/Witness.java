package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A point at which two formulas differ.
 *
 * @param point the values of the symbols
 * @param calls the values that were given to abstract functions there, such as {@code s(3/2) = -1}; empty when none matter
 * @param left what the left formula is there: an exact number, a decimal, or {@code undefined}
 * @param right what the right formula is there
 */
public record Witness(Map<Name, Rational> point, List<String> calls, String left, String right) {
    public Witness {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
        calls = List.copyOf(calls);
    }
}
