package dev.orbit.compiler.syntax;

import java.util.Arrays;

/** How strongly an expression holds together, weakest first: the layers of the grammar. */
enum Precedence {
    EXPRESSION,
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    NEGATION,
    POWER,
    INDEX,
    PRIMARY;

    /** The precedence of an expression as it would be written without parentheses around it. */
    static final Expression.Cases<Precedence> OF = new Layers();

    /** The layer that binds just more strongly. */
    Precedence next() {
        return Arrays.stream(values())
                .filter(layer -> layer.compareTo(this) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static final class Layers implements Expression.Cases<Precedence> {
        @Override
        public Precedence number(Expression.Number number) {
            return PRIMARY;
        }

        @Override
        public Precedence infinity(Expression.Infinity infinity) {
            return PRIMARY;
        }

        @Override
        public Precedence reference(Expression.Reference reference) {
            return PRIMARY;
        }

        @Override
        public Precedence primed(Expression.Primed primed) {
            return PRIMARY;
        }

        @Override
        public Precedence modelTerm(Expression.ModelTerm term) {
            return PRIMARY;
        }

        @Override
        public Precedence call(Expression.Call call) {
            return PRIMARY;
        }

        @Override
        public Precedence derivativeCall(Expression.DerivativeCall call) {
            return PRIMARY;
        }

        @Override
        public Precedence reduce(Expression.Reduce reduce) {
            return PRIMARY;
        }

        @Override
        public Precedence reduceSteps(Expression.ReduceSteps reduce) {
            return PRIMARY;
        }

        @Override
        public Precedence comprehension(Expression.Comprehension comprehension) {
            return PRIMARY;
        }

        @Override
        public Precedence block(Expression.Block block) {
            return PRIMARY;
        }

        @Override
        public Precedence index(Expression.Index index) {
            return INDEX;
        }

        @Override
        public Precedence negation(Expression.Negation negation) {
            return NEGATION;
        }

        @Override
        public Precedence chain(Expression.Chain chain) {
            return switch (chain.rest().get(0).sign().level()) {
                case SUM -> SUM;
                case PRODUCT -> PRODUCT;
                case POWER -> POWER;
            };
        }

        @Override
        public Precedence power(Expression.Power power) {
            return POWER;
        }

        @Override
        public Precedence comparison(Expression.Comparison comparison) {
            return COMPARISON;
        }

        @Override
        public Precedence not(Expression.Not not) {
            return NOT;
        }

        @Override
        public Precedence logic(Expression.Logic logic) {
            return switch (logic.connective()) {
                case AND -> AND;
                case OR -> OR;
            };
        }

        @Override
        public Precedence conditional(Expression.Conditional conditional) {
            return EXPRESSION;
        }
    }
}
