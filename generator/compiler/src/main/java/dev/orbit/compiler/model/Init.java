package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A named start.
 *
 * @param entries one for each parameter of the model, in the order of declaration
 */
public record Init(String name, List<Entry> entries, Span span, Optional<String> doc) {
    public Init {
        entries = List.copyOf(entries);
    }

    /** What one parameter is. */
    public record Entry(Symbol parameter, Value value) {}

    /** A value of the parameter's shape. */
    public sealed interface Value {
        /** Of numbers, dims and constants. */
        record Given(Expr expr) implements Value {}

        /** Each entry drawn from a seed; {@code arguments} are scalars of numbers, dims and constants. */
        record Drawn(Distribution distribution, List<Expr> arguments, Span span) implements Value {
            public Drawn {
                arguments = List.copyOf(arguments);
            }
        }

        /** The total fold: one case each. */
        interface Cases<R> {
            R given(Given value);

            R drawn(Drawn value);
        }

        default <R> R match(Cases<R> cases) {
            return this instanceof Given given ? cases.given(given) : cases.drawn((Drawn) this);
        }
    }

    /** What is drawn from. */
    public enum Distribution {
        /** Arguments: mean and standard deviation. */
        NORMAL,
        /** Arguments: low and high. */
        UNIFORM,
        /**
         * Uniform in +-sqrt(6 / (rows + columns)) (Glorot and Bengio 2010, "Understanding the difficulty of training deep
         * feedforward neural networks", formula 16). For matrices; no arguments.
         */
        GLOROT,
        /**
         * Orthonormal rows or columns, whichever are fewer, uniformly distributed (Saxe, McClelland and Ganguli 2014,
         * "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks"). For matrices; no arguments.
         */
        ORTHOGONAL
    }
}
