package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A declaration of a spec. Where a declaration lists several names, each becomes a declaration of its own with the
 * documentation of the list; its span then runs from the name to the end of what belongs to that name.
 */
public sealed interface Declaration {
    Span span();

    Optional<Doc> doc();

    <R> R match(Cases<R> cases);

    /** {@code dim k = 64;} Without a value it is the number of steps. */
    record Dim(Optional<Doc> doc, Name name, Optional<Expression> value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dim(this);
        }
    }

    /** {@code constant epsilon = 0.001;} */
    record Constant(Optional<Doc> doc, Name name, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** Whether prediction needs the data. */
    enum DatumRole {
        INPUT,
        TARGET
    }

    /**
     * {@code input x[n] in 1..k per step;} or {@code target ...}
     *
     * @param shape empty for a scalar
     * @param range given for an index
     */
    record Datum(
            Optional<Doc> doc,
            DatumRole role,
            Name name,
            List<Expression> shape,
            Optional<Range> range,
            boolean perStep,
            Span span)
            implements Declaration {
        public Datum {
            shape = List.copyOf(shape);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.datum(this);
        }
    }

    /** {@code param W[k, n] in (low, high) = start;} */
    record Param(
            Optional<Doc> doc,
            Name name,
            List<Expression> shape,
            Optional<Interval> interval,
            Optional<Expression> start,
            Span span)
            implements Declaration {
        public Param {
            shape = List.copyOf(shape);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.param(this);
        }
    }

    /** {@code function f(u, v) = result;} or {@code function f(u) { let t = ...; return result; }} */
    record InlineFunction(
            Optional<Doc> doc, Name name, List<Name> parameters, List<LocalLet> lets, Expression result, Span span)
            implements Declaration {
        public InlineFunction {
            parameters = List.copyOf(parameters);
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inlineFunction(this);
        }
    }

    /** {@code function w(x[n])[m];} An empty shape is a scalar. */
    record AbstractFunction(Optional<Doc> doc, Name name, List<Parameter> parameters, List<Expression> shape, Span span)
            implements Declaration {
        public AbstractFunction {
            parameters = List.copyOf(parameters);
            shape = List.copyOf(shape);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.abstractFunction(this);
        }
    }

    /** {@code let B = value;} */
    record Let(Optional<Doc> doc, Name name, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.let(this);
        }
    }

    /** {@code state h[k] = start;} */
    record State(Optional<Doc> doc, Name name, List<Expression> shape, Expression start, Span span)
            implements Declaration {
        public State {
            shape = List.copyOf(shape);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.state(this);
        }
    }

    /** {@code step { ... }} */
    record Step(Optional<Doc> doc, List<Statement> statements, Span span) implements Declaration {
        public Step {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.step(this);
        }
    }

    /** {@code iterate count;} */
    record IterateTimes(Optional<Doc> doc, Expression count, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.iterateTimes(this);
        }
    }

    /** {@code iterate t in first..last;} */
    record IterateOver(Optional<Doc> doc, Binder counter, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.iterateOver(this);
        }
    }

    /** {@code loss value;} outside the step. */
    record Loss(Optional<Doc> doc, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.loss(this);
        }
    }

    /** {@code residual value;} outside the step. */
    record Residual(Optional<Doc> doc, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.residual(this);
        }
    }

    /** {@code output name = value;} outside the step. */
    record Output(Optional<Doc> doc, Name name, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.output(this);
        }
    }

    /** {@code penalty value;} */
    record Penalty(Optional<Doc> doc, Expression value, Span span) implements Declaration {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.penalty(this);
        }
    }

    /** {@code differentiate a, b;} */
    record Differentiate(Optional<Doc> doc, List<Name> names, Span span) implements Declaration {
        public Differentiate {
            names = List.copyOf(names);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.differentiate(this);
        }
    }

    /** {@code init NAME { p = value; }} */
    record Init(Optional<Doc> doc, Name name, List<Setting> settings, Span span) implements Declaration {
        public Init {
            settings = List.copyOf(settings);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.init(this);
        }
    }

    /**
     * {@code claim "text" assuming s(0) == 0 at zero: left == right;}
     *
     * @param assumptions comparisons that restrict the abstract functions and what is left free
     * @param fact a comparison by {@code ==} or {@code !=}
     */
    record Claim(
            Optional<Doc> doc,
            String text,
            List<Expression.Comparison> assumptions,
            ClaimPoint at,
            Expression.Comparison fact,
            Span span)
            implements Declaration {
        public Claim {
            assumptions = List.copyOf(assumptions);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.claim(this);
        }
    }

    /** One function for each kind of declaration. */
    interface Cases<R> {
        R dim(Dim dim);

        R constant(Constant constant);

        R datum(Datum datum);

        R param(Param param);

        R inlineFunction(InlineFunction function);

        R abstractFunction(AbstractFunction function);

        R let(Let let);

        R state(State state);

        R step(Step step);

        R iterateTimes(IterateTimes iterate);

        R iterateOver(IterateOver iterate);

        R loss(Loss loss);

        R residual(Residual residual);

        R output(Output output);

        R penalty(Penalty penalty);

        R differentiate(Differentiate differentiate);

        R init(Init init);

        R claim(Claim claim);
    }
}
