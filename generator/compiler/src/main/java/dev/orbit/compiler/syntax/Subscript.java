package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;

/** What stands at one place between the brackets of {@code W[i, ..]}; entries count from 1. */
public sealed interface Subscript {
    Span span();

    <R> R match(Cases<R> cases);

    /** {@code i}: one entry. */
    record At(Expression index) implements Subscript {
        @Override
        public Span span() {
            return index.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.at(this);
        }
    }

    /** {@code i..j}: the entries of a range. */
    record Between(Range range) implements Subscript {
        @Override
        public Span span() {
            return range.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.between(this);
        }
    }

    /** {@code ..}: all entries. */
    record All(Span span) implements Subscript {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /** One function for each kind of subscript. */
    interface Cases<R> {
        R at(At at);

        R between(Between between);

        R all(All all);
    }
}
