package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;

/** What is true or false. */
public sealed interface Condition {
    /** Where it is written. */
    Span span();

    /** Comparison of two scalars. */
    record Compare(Comparison comparison, Expr left, Expr right, Span span) implements Condition {}

    /** No entry of the datum is NaN; {@code datum} is a reference to an input or target, or an access to one. */
    record Known(Expr datum, Span span) implements Condition {}

    /** Negation. */
    record Not(Condition of, Span span) implements Condition {}

    /** All of at least two, from the left: what follows the first false one is not evaluated. */
    record And(List<Condition> of, Span span) implements Condition {
        public And {
            of = List.copyOf(of);
        }
    }

    /** Any of at least two, from the left: what follows the first true one is not evaluated. */
    record Or(List<Condition> of, Span span) implements Condition {
        public Or {
            of = List.copyOf(of);
        }
    }

    /** The total fold: one case each. */
    interface Cases<R> {
        R compare(Compare condition);

        R known(Known condition);

        R not(Not condition);

        R and(And condition);

        R or(Or condition);
    }

    default <R> R match(Cases<R> cases) {
        if (this instanceof Compare compare) {
            return cases.compare(compare);
        } else if (this instanceof Known known) {
            return cases.known(known);
        } else if (this instanceof Not not) {
            return cases.not(not);
        } else if (this instanceof And and) {
            return cases.and(and);
        }
        return cases.or((Or) this);
    }
}
