package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Range;
import dev.orbit.compiler.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The expressions directly inside an expression, in the order of the text; the ranges of binders first. */
final class Children implements Expression.Cases<List<Expression>> {
    static List<Expression> of(Expression expression) {
        return expression.match(new Children());
    }

    static List<Expression> of(Range range) {
        return List.of(range.first(), range.last());
    }

    static List<Expression> of(Subscript subscript) {
        return subscript.match(new Subscript.Cases<>() {
            @Override
            public List<Expression> at(Subscript.At at) {
                return List.of(at.index());
            }

            @Override
            public List<Expression> between(Subscript.Between between) {
                return of(between.range());
            }

            @Override
            public List<Expression> all(Subscript.All all) {
                return List.of();
            }
        });
    }

    private static List<Expression> of(List<Binder> binders, Expression body) {
        return Stream.concat(binders.stream().flatMap(b -> of(b.range()).stream()), Stream.of(body))
                .toList();
    }

    @Override
    public List<Expression> number(Expression.Number number) {
        return List.of();
    }

    @Override
    public List<Expression> infinity(Expression.Infinity infinity) {
        return List.of();
    }

    @Override
    public List<Expression> reference(Expression.Reference reference) {
        return List.of();
    }

    @Override
    public List<Expression> primed(Expression.Primed primed) {
        return List.of();
    }

    @Override
    public List<Expression> modelTerm(Expression.ModelTerm term) {
        return List.of();
    }

    @Override
    public List<Expression> call(Expression.Call call) {
        return call.arguments();
    }

    @Override
    public List<Expression> derivativeCall(Expression.DerivativeCall call) {
        return call.arguments();
    }

    @Override
    public List<Expression> reduce(Expression.Reduce reduce) {
        return of(reduce.binders(), reduce.body());
    }

    @Override
    public List<Expression> reduceSteps(Expression.ReduceSteps reduce) {
        return List.of(reduce.body());
    }

    @Override
    public List<Expression> comprehension(Expression.Comprehension comprehension) {
        return of(comprehension.binders(), comprehension.body());
    }

    @Override
    public List<Expression> block(Expression.Block block) {
        return block.rows().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Expression> index(Expression.Index index) {
        List<Expression> children = new ArrayList<>();
        children.add(index.of());
        index.subscripts().forEach(subscript -> children.addAll(of(subscript)));
        return children;
    }

    @Override
    public List<Expression> negation(Expression.Negation negation) {
        return List.of(negation.operand());
    }

    @Override
    public List<Expression> chain(Expression.Chain chain) {
        return Stream.concat(Stream.of(chain.first()), chain.rest().stream().map(Expression.Link::operand))
                .toList();
    }

    @Override
    public List<Expression> power(Expression.Power power) {
        return List.of(power.base(), power.exponent());
    }

    @Override
    public List<Expression> comparison(Expression.Comparison comparison) {
        return List.of(comparison.left(), comparison.right());
    }

    @Override
    public List<Expression> not(Expression.Not not) {
        return List.of(not.operand());
    }

    @Override
    public List<Expression> logic(Expression.Logic logic) {
        return logic.operands();
    }

    @Override
    public List<Expression> conditional(Expression.Conditional conditional) {
        return Stream.concat(
                        conditional.choices().stream().flatMap(c -> Stream.of(c.condition(), c.value())),
                        Stream.of(conditional.otherwise()))
                .toList();
    }
}
