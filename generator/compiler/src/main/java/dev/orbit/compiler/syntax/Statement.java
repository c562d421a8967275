package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;

/** A statement of the step. */
public sealed interface Statement {
    Span span();

    <R> R match(Cases<R> cases);

    /** {@code h' = value;} */
    record Update(Name state, Expression value, Span span) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.update(this);
        }
    }

    /** {@code Q'[c] = value;} The other entries keep their values. */
    record UpdateEntry(Name state, List<Subscript> subscripts, Expression value, Span span) implements Statement {
        public UpdateEntry {
            subscripts = List.copyOf(subscripts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateEntry(this);
        }
    }

    /** {@code name = value;} */
    record Intermediate(Name name, Expression value, Span span) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.intermediate(this);
        }
    }

    /** {@code [i[k]; q'; _] = value;} */
    record Destructure(List<Part> parts, Expression value, Span span) implements Statement {
        public Destructure {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.destructure(this);
        }
    }

    /** {@code if ... { } else if ... { } else { }} Without an {@code else}, {@code otherwise} is empty. */
    record If(List<Branch> branches, List<Statement> otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ifElse(this);
        }
    }

    /** One condition of an {@link If} and what is done where it is the first that holds. */
    record Branch(Expression condition, List<Statement> statements, Span span) {
        public Branch {
            statements = List.copyOf(statements);
        }
    }

    /** {@code loss value;} at every step. */
    record Loss(Expression value, Span span) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.loss(this);
        }
    }

    /** {@code residual value;} at every step. */
    record Residual(Expression value, Span span) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.residual(this);
        }
    }

    /** {@code output name = value;} at every step. */
    record Output(Name name, Expression value, Span span) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.output(this);
        }
    }

    /** One function for each kind of statement. */
    interface Cases<R> {
        R update(Update update);

        R updateEntry(UpdateEntry update);

        R intermediate(Intermediate intermediate);

        R destructure(Destructure destructure);

        R ifElse(If ifElse);

        R loss(Loss loss);

        R residual(Residual residual);

        R output(Output output);
    }
}
