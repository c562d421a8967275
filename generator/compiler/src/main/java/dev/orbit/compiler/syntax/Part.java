package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.Optional;

/** One block of rows in a {@link Statement.Destructure}; the size stands in brackets when it is written. */
public sealed interface Part {
    Span span();

    Optional<Expression> size();

    <R> R match(Cases<R> cases);

    /** {@code p} or {@code p[k]}: a new intermediate. */
    record ToIntermediate(Name name, Optional<Expression> size, Span span) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.toIntermediate(this);
        }
    }

    /** {@code q'} or {@code q'[k]}: a state after the step. */
    record ToState(Name state, Optional<Expression> size, Span span) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.toState(this);
        }
    }

    /** {@code _} or {@code _[k]}: rows that nobody wants. */
    record Drop(Optional<Expression> size, Span span) implements Part {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }
    }

    /** One function for each kind of part. */
    interface Cases<R> {
        R toIntermediate(ToIntermediate part);

        R toState(ToState part);

        R drop(Drop part);
    }
}
