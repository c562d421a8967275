package dev.orbit.compiler.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values at which a claim fails, or for a claim of inequality at which it holds.
 *
 * @param steps how many steps were taken, where that is open
 * @param values of what is left free, by name as in {@code x} or {@code r[2]}: exact numbers; what does not matter is left out
 * @param calls values given to abstract functions there, such as {@code w(1) = 2}
 * @param of which side is meant, such as {@code gradient(b)}
 * @param left what the left side is there
 * @param right what the right side is there
 */
public record Counterexample(
        OptionalInt steps, Map<String, String> values, List<String> calls, String of, String left, String right) {
    public Counterexample {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        calls = List.copyOf(calls);
    }

    /** The values on one line, as {@code T = 0, x = 1, w(1) = 2}. */
    public String point() {
        Stream<String> count = steps.stream().mapToObj(number -> "T = " + number);
        Stream<String> named = values.entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue());
        return Stream.of(count, named, calls.stream()).flatMap(part -> part).collect(Collectors.joining(", "));
    }
}
