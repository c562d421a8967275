package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;

/** Where a claim is made. */
public sealed interface ClaimPoint {
    <R> R match(Cases<R> cases);

    /** No {@code at}: for all values. */
    record Everywhere() implements ClaimPoint {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.everywhere();
        }
    }

    /** {@code at zero}: at a named start. */
    record AtInit(Name init) implements ClaimPoint {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.atInit(this);
        }
    }

    /** {@code at { a = 0; }}: where some params, inputs and constants have values. */
    record AtValues(List<Setting> settings, Span span) implements ClaimPoint {
        public AtValues {
            settings = List.copyOf(settings);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.atValues(this);
        }
    }

    /** One function for each kind of place. */
    interface Cases<R> {
        R everywhere();

        R atInit(AtInit at);

        R atValues(AtValues at);
    }
}
