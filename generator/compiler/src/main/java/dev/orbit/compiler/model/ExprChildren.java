package dev.orbit.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The expressions directly inside an expression: those of conditions and of index data too, not those of functions called. */
public final class ExprChildren implements ExprCases<List<Expr>> {
    private ExprChildren() {}

    public static List<Expr> of(Expr expr) {
        return expr.match(new ExprChildren());
    }

    /** The expressions directly inside a condition, at whatever depth of connectives. */
    public static List<Expr> of(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public List<Expr> compare(Condition.Compare compare) {
                return List.of(compare.left(), compare.right());
            }

            @Override
            public List<Expr> known(Condition.Known known) {
                return List.of(known.datum());
            }

            @Override
            public List<Expr> not(Condition.Not not) {
                return of(not.of());
            }

            @Override
            public List<Expr> and(Condition.And and) {
                return and.of().stream().flatMap(c -> of(c).stream()).toList();
            }

            @Override
            public List<Expr> or(Condition.Or or) {
                return or.of().stream().flatMap(c -> of(c).stream()).toList();
            }
        });
    }

    /** The index data that selectors read. */
    public static List<Expr> of(List<Selector> selectors) {
        return selectors.stream()
                .flatMap(s -> s.match(new Selector.Cases<Stream<Expr>>() {
                    @Override
                    public Stream<Expr> at(Selector.At at) {
                        return of(at.index()).stream();
                    }

                    @Override
                    public Stream<Expr> range(Selector.Range range) {
                        return Stream.of();
                    }
                }))
                .toList();
    }

    /** The datum of an index, if it is one. */
    public static List<Expr> of(Index index) {
        return index.match(new Index.Cases<>() {
            @Override
            public List<Expr> fixed(Index.Fixed fixed) {
                return List.of();
            }

            @Override
            public List<Expr> given(Index.Given given) {
                return List.of(given.datum());
            }
        });
    }

    @Override
    public List<Expr> number(Expr.Number expr) {
        return List.of();
    }

    @Override
    public List<Expr> pi(Expr.Pi expr) {
        return List.of();
    }

    @Override
    public List<Expr> infinity(Expr.Infinity expr) {
        return List.of();
    }

    @Override
    public List<Expr> size(Expr.Size expr) {
        return List.of();
    }

    @Override
    public List<Expr> reference(Expr.Reference expr) {
        return List.of();
    }

    @Override
    public List<Expr> primed(Expr.Primed expr) {
        return List.of();
    }

    @Override
    public List<Expr> fill(Expr.Fill expr) {
        return List.of(expr.scalar());
    }

    @Override
    public List<Expr> chain(Expr.Chain expr) {
        return Stream.concat(Stream.of(expr.first()), expr.rest().stream().map(Expr.Link::operand))
                .toList();
    }

    @Override
    public List<Expr> map1(Expr.Map1 expr) {
        return List.of(expr.of());
    }

    @Override
    public List<Expr> map2(Expr.Map2 expr) {
        return List.of(expr.left(), expr.right());
    }

    @Override
    public List<Expr> linear(Expr.Linear expr) {
        return List.of(expr.left(), expr.right());
    }

    @Override
    public List<Expr> whole(Expr.Whole expr) {
        return List.of(expr.of());
    }

    @Override
    public List<Expr> reduce(Expr.Reduce expr) {
        return List.of(expr.of());
    }

    @Override
    public List<Expr> reduceOver(Expr.ReduceOver expr) {
        return List.of(expr.body());
    }

    @Override
    public List<Expr> overSteps(Expr.OverSteps expr) {
        return List.of(expr.body());
    }

    @Override
    public List<Expr> comprehension(Expr.Comprehension expr) {
        return List.of(expr.body());
    }

    @Override
    public List<Expr> blocks(Expr.Blocks expr) {
        List<Expr> parts = new ArrayList<>();
        for (List<Block> row : expr.grid()) {
            for (Block block : row) {
                if (block instanceof Block.Part part) {
                    parts.add(part.value());
                }
            }
        }
        return parts;
    }

    @Override
    public List<Expr> identity(Expr.Identity expr) {
        return List.of();
    }

    @Override
    public List<Expr> access(Expr.Access expr) {
        return Stream.concat(Stream.of(expr.of()), of(expr.selectors()).stream())
                .toList();
    }

    @Override
    public List<Expr> push(Expr.Push expr) {
        return List.of(expr.vector(), expr.appended());
    }

    @Override
    public List<Expr> lag(Expr.Lag expr) {
        return List.of(expr.of(), expr.before());
    }

    @Override
    public List<Expr> conditional(Expr.Conditional expr) {
        List<Expr> children = new ArrayList<>();
        for (Expr.Choice choice : expr.choices()) {
            children.addAll(of(choice.condition()));
            children.add(choice.value());
        }
        children.add(expr.otherwise());
        return children;
    }

    @Override
    public List<Expr> call(Expr.Call expr) {
        return expr.arguments();
    }

    @Override
    public List<Expr> callAbstract(Expr.CallAbstract expr) {
        return expr.arguments();
    }

    @Override
    public List<Expr> derivative(Expr.Derivative expr) {
        return List.of(expr.at());
    }

    @Override
    public List<Expr> repeat(Expr.Repeat expr) {
        return Stream.concat(of(expr.count()).stream(), Stream.of(expr.start())).toList();
    }

    @Override
    public List<Expr> quantity(Expr.Quantity expr) {
        return List.of();
    }

    @Override
    public List<Expr> gradient(Expr.Gradient expr) {
        return List.of();
    }
}
