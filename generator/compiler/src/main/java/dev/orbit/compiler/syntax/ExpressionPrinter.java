package dev.orbit.compiler.syntax;

import java.util.List;
import java.util.function.Consumer;

/** Writes expressions as a spec has them, with parentheses only where the precedence asks for them. */
final class ExpressionPrinter implements Expression.Cases<StringBuilder> {
    private final StringBuilder out;

    ExpressionPrinter(StringBuilder out) {
        this.out = out;
    }

    /** Writes an expression where the grammar takes any. */
    void print(Expression expression) {
        print(expression, Precedence.EXPRESSION);
    }

    /** Writes an expression where the grammar takes one that binds at least as strongly as {@code least}. */
    void print(Expression expression, Precedence least) {
        boolean inParentheses = expression.match(Precedence.OF).compareTo(least) < 0;
        out.append(inParentheses ? "(" : "");
        expression.match(this);
        out.append(inParentheses ? ")" : "");
    }

    /** Writes the items with a separator between them. */
    <T> StringBuilder list(List<T> items, String separator, Consumer<T> print) {
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : separator);
            print.accept(items.get(i));
        }
        return out;
    }

    void print(Range range) {
        print(range.first());
        out.append("..");
        print(range.last());
    }

    private void print(Binder binder) {
        out.append(binder.name().text()).append(" in ");
        print(binder.range());
    }

    void print(Subscript subscript) {
        subscript.match(new Subscript.Cases<StringBuilder>() {
            @Override
            public StringBuilder at(Subscript.At at) {
                print(at.index());
                return out;
            }

            @Override
            public StringBuilder between(Subscript.Between between) {
                print(between.range());
                return out;
            }

            @Override
            public StringBuilder all(Subscript.All all) {
                return out.append("..");
            }
        });
    }

    @Override
    public StringBuilder number(Expression.Number number) {
        return out.append(number.text());
    }

    @Override
    public StringBuilder infinity(Expression.Infinity infinity) {
        return out.append("inf");
    }

    @Override
    public StringBuilder reference(Expression.Reference reference) {
        return out.append(reference.name().text());
    }

    @Override
    public StringBuilder primed(Expression.Primed primed) {
        return out.append(primed.state().text()).append('\'');
    }

    @Override
    public StringBuilder modelTerm(Expression.ModelTerm term) {
        return out.append(
                switch (term.term()) {
                    case LOSS -> "loss";
                    case PENALTY -> "penalty";
                });
    }

    @Override
    public StringBuilder call(Expression.Call call) {
        out.append(call.function().text()).append('(');
        return list(call.arguments(), ", ", this::print).append(')');
    }

    @Override
    public StringBuilder derivativeCall(Expression.DerivativeCall call) {
        out.append(call.function().text()).append("'(");
        return list(call.arguments(), ", ", this::print).append(')');
    }

    @Override
    public StringBuilder reduce(Expression.Reduce reduce) {
        out.append(reduce.function().text()).append('(');
        list(reduce.binders(), ", ", this::print).append(": ");
        print(reduce.body());
        return out.append(')');
    }

    @Override
    public StringBuilder reduceSteps(Expression.ReduceSteps reduce) {
        out.append(reduce.function().text()).append("(over steps: ");
        print(reduce.body());
        return out.append(')');
    }

    @Override
    public StringBuilder comprehension(Expression.Comprehension comprehension) {
        out.append('[');
        list(comprehension.binders(), ", ", this::print).append(": ");
        print(comprehension.body());
        return out.append(']');
    }

    @Override
    public StringBuilder block(Expression.Block block) {
        out.append('[');
        return list(block.rows(), "; ", row -> list(row, ", ", this::print)).append(']');
    }

    @Override
    public StringBuilder index(Expression.Index index) {
        print(index.of(), Precedence.INDEX);
        out.append('[');
        return list(index.subscripts(), ", ", this::print).append(']');
    }

    @Override
    public StringBuilder negation(Expression.Negation negation) {
        out.append('-');
        print(negation.operand(), Precedence.NEGATION);
        return out;
    }

    @Override
    public StringBuilder chain(Expression.Chain chain) {
        Precedence least = chain.match(Precedence.OF).next();
        print(chain.first(), least);
        for (Expression.Link link : chain.rest()) {
            out.append(' ').append(link.sign().text()).append(' ');
            print(link.operand(), least);
        }
        return out;
    }

    @Override
    public StringBuilder power(Expression.Power power) {
        print(power.base(), Precedence.INDEX);
        out.append(power.sign().text());
        print(power.exponent(), Precedence.NEGATION);
        return out;
    }

    @Override
    public StringBuilder comparison(Expression.Comparison comparison) {
        print(comparison.left(), Precedence.SUM);
        out.append(' ').append(comparison.relation().text()).append(' ');
        print(comparison.right(), Precedence.SUM);
        return out;
    }

    @Override
    public StringBuilder not(Expression.Not not) {
        out.append("not ");
        print(not.operand(), Precedence.NOT);
        return out;
    }

    @Override
    public StringBuilder logic(Expression.Logic logic) {
        Precedence least = logic.match(Precedence.OF).next();
        String word = switch (logic.connective()) {
            case AND -> " and ";
            case OR -> " or ";
        };
        return list(logic.operands(), word, operand -> print(operand, least));
    }

    @Override
    public StringBuilder conditional(Expression.Conditional conditional) {
        for (Expression.Choice choice : conditional.choices()) {
            out.append("if ");
            print(choice.condition(), Precedence.OR);
            out.append(" then ");
            print(choice.value(), Precedence.OR);
            out.append(" else ");
        }
        print(conditional.otherwise(), Precedence.OR);
        return out;
    }
}
