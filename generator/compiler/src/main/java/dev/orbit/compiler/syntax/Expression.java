package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;

/**
 * An expression as written. Parentheses are not kept; they show in the shape of the tree.
 *
 * <p>Operators that associate to the left are kept flat ({@link Chain}, {@link Logic}), so that a tree is never deeper than
 * the nesting limit of the language, however long a sum: recursion over an expression is safe.
 */
public sealed interface Expression {
    Span span();

    <R> R match(Cases<R> cases);

    /** A number; {@code text} is what the author wrote, always readable by {@link Double#parseDouble} and finite. */
    record Number(String text, Span span) implements Expression {
        public double value() {
            return Double.parseDouble(text);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** {@code inf} */
    record Infinity(Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.infinity(this);
        }
    }

    /** A plain name: of a value, or of a function where one is handed to a function. */
    record Reference(Name name) implements Expression {
        @Override
        public Span span() {
            return name.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** {@code h'}: a state after the step. */
    record Primed(Name state, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.primed(this);
        }
    }

    /** {@code loss} or {@code penalty} as a quantity; only within claims. */
    record ModelTerm(Term term, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.modelTerm(this);
        }
    }

    /** The reserved words that name a quantity in a claim. */
    enum Term {
        LOSS,
        PENALTY
    }

    /** {@code f(x, y)}: also {@code known(y)}, {@code lag(x, k, before)}, {@code push(s, x)}, {@code repeat(f, m, z)}. */
    record Call(Name function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** {@code s'(u)}: the derivative of a function, at its arguments. */
    record DerivativeCall(Name function, List<Expression> arguments, Span span) implements Expression {
        public DerivativeCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.derivativeCall(this);
        }
    }

    /** {@code sum(i in 1..p: body)} */
    record Reduce(Name function, List<Binder> binders, Expression body, Span span) implements Expression {
        public Reduce {
            binders = List.copyOf(binders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reduce(this);
        }
    }

    /** {@code mean(over steps: body)} */
    record ReduceSteps(Name function, Expression body, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reduceSteps(this);
        }
    }

    /** {@code [i in 1..k, j in 1..n: body]} */
    record Comprehension(List<Binder> binders, Expression body, Span span) implements Expression {
        public Comprehension {
            binders = List.copyOf(binders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comprehension(this);
        }
    }

    /** {@code [a, b; c, d]}: rows of blocks; at least one row, no row empty. */
    record Block(List<List<Expression>> rows, Span span) implements Expression {
        public Block {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.block(this);
        }
    }

    /** {@code W[i, ..]} */
    record Index(Expression of, List<Subscript> subscripts, Span span) implements Expression {
        public Index {
            subscripts = List.copyOf(subscripts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.index(this);
        }
    }

    /** {@code -x} */
    record Negation(Expression operand, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negation(this);
        }
    }

    /**
     * {@code a - b + c} or {@code a * b ./ c}: at least two operands, folded from the left, all signs of one level, never
     * of {@link Sign.Level#POWER}.
     */
    record Chain(Expression first, List<Link> rest, Span span) implements Expression {
        public Chain {
            rest = List.copyOf(rest);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chain(this);
        }
    }

    /** One further operand of a {@link Chain}; {@code signSpan} is where the operator stands. */
    record Link(Sign sign, Span signSpan, Expression operand) {}

    /** {@code x^p} or {@code x .^ p} */
    record Power(Expression base, Sign sign, Expression exponent, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.power(this);
        }
    }

    /** {@code left < right} */
    record Comparison(Expression left, Relation relation, Expression right, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comparison(this);
        }
    }

    /** {@code not p} */
    record Not(Expression operand, Span span) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** {@code p and q and r}: at least two operands. */
    record Logic(Connective connective, List<Expression> operands, Span span) implements Expression {
        public Logic {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.logic(this);
        }
    }

    /** What joins conditions. */
    enum Connective {
        AND,
        OR
    }

    /** {@code if c then p else if d then q else r} */
    record Conditional(List<Choice> choices, Expression otherwise, Span span) implements Expression {
        public Conditional {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conditional(this);
        }
    }

    /** One condition of a {@link Conditional} and its value where it is the first that holds. */
    record Choice(Expression condition, Expression value) {}

    /** One function for each kind of expression. */
    interface Cases<R> {
        R number(Number number);

        R infinity(Infinity infinity);

        R reference(Reference reference);

        R primed(Primed primed);

        R modelTerm(ModelTerm term);

        R call(Call call);

        R derivativeCall(DerivativeCall call);

        R reduce(Reduce reduce);

        R reduceSteps(ReduceSteps reduce);

        R comprehension(Comprehension comprehension);

        R block(Block block);

        R index(Index index);

        R negation(Negation negation);

        R chain(Chain chain);

        R power(Power power);

        R comparison(Comparison comparison);

        R not(Not not);

        R logic(Logic logic);

        R conditional(Conditional conditional);
    }
}
