package dev.orbit.compiler.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * What a symbol is called when it is shown.
 *
 * @param base the author's name, such as {@code h} or {@code y_true}
 * @param accent what it is of that name: the thing itself, its adjoint, its tangent
 * @param primes 1 for a state after the step
 * @param indices subscripts, such as the step {@code 3} or {@code t - 1}; shown after one another
 */
public record Name(String base, Accent accent, int primes, List<String> indices) {
    public Name {
        indices = List.copyOf(indices);
    }

    /** What a symbol is of its name. */
    public enum Accent {
        PLAIN(""),
        ADJOINT("Bar"),
        TANGENT("Dot"),
        PREDICTED("Hat");

        private final String suffix;

        Accent(String suffix) {
            this.suffix = suffix;
        }

        /** How it is written where no accent can be set. */
        public String suffix() {
            return suffix;
        }
    }

    public static Name of(String base) {
        return new Name(base, Accent.PLAIN, 0, List.of());
    }

    public Name primed() {
        return new Name(base, accent, primes + 1, indices);
    }

    public Name with(Accent other) {
        return new Name(base, other, primes, indices);
    }

    /** The name with one more subscript. */
    public Name at(String index) {
        List<String> longer = new ArrayList<>(indices);
        longer.add(index);
        return new Name(base, accent, primes, longer);
    }

    /** As one writes it on a line: {@code hBar'}, {@code h[3]}. */
    @Override
    public String toString() {
        String subscript = indices.isEmpty() ? "" : "[" + String.join(", ", indices) + "]";
        return base + accent.suffix() + "'".repeat(primes) + subscript;
    }
}
