package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.ExprCases;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Operator;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;

/** Lowers expressions where a frame stands. What is written is computed, in the written association. */
final class Expressions implements ExprCases<Term> {
    private final Frame frame;

    Expressions(Frame frame) {
        this.frame = frame;
    }

    Term term(Expr expr) {
        return expr.match(this);
    }

    /** The expression as one value. */
    Value value(Expr expr) {
        return Grids.whole(term(expr), Types.of(expr.shape()), frame.at(expr.span()));
    }

    Builder at(Expr expr) {
        return frame.at(expr.span());
    }

    private static Term plain(Value value) {
        return new Term.Plain(value);
    }

    @Override
    public Term number(Expr.Number expr) {
        return plain(at(expr).literal(new Literal(expr.value(), expr.text(), ""), Type.SCALAR));
    }

    @Override
    public Term pi(Expr.Pi expr) {
        return plain(at(expr).pi());
    }

    @Override
    public Term infinity(Expr.Infinity expr) {
        return plain(at(expr).literal(new Literal(Double.POSITIVE_INFINITY, "inf", ""), Type.SCALAR));
    }

    @Override
    public Term size(Expr.Size expr) {
        if (expr.value().isPresent()) {
            int size = expr.value().getAsInt();
            return plain(at(expr).literal(new Literal(size, Integer.toString(size), ""), Type.SCALAR));
        }
        Value result = at(expr).named(expr.dim().name()).fresh(Type.SCALAR);
        frame.builder.add(
                new Instr.Extent(result, new Count.Dimension(expr.dim().name())));
        return plain(result);
    }

    @Override
    public Term reference(Expr.Reference expr) {
        Symbol symbol = expr.symbol();
        if (frame.running().containsKey(symbol)) {
            return plain(at(expr).constant(frame.running().get(symbol)));
        }
        if (frame.counters().containsKey(symbol)) {
            Frame.Counter counter = frame.counters().get(symbol);
            Value real = at(expr).named(symbol.name()).fresh(Type.SCALAR);
            frame.builder.add(new Instr.Real(real, counter.index(), counter.first()));
            return plain(real);
        }
        Term term = frame.name(symbol);
        if (term instanceof Term.Plain plain && plain.value().type().element() == Type.Element.INDEX) {
            Value real = at(expr).named(symbol.name()).fresh(Type.SCALAR);
            frame.builder.add(
                    new Instr.Real(real, plain.value(), frame.horizon().offset(symbol)));
            return plain(real);
        }
        return term;
    }

    @Override
    public Term primed(Expr.Primed expr) {
        return frame.primed(expr.state());
    }

    @Override
    public Term fill(Expr.Fill expr) {
        return plain(Shapes.broadcast(value(expr.scalar()), Types.of(expr.shape()), at(expr)));
    }

    @Override
    public Term chain(Expr.Chain expr) {
        Term result = term(expr.first());
        dev.orbit.compiler.model.Shape shape = expr.first().shape();
        for (Expr.Link link : expr.rest()) {
            Term operand = term(link.operand());
            Builder builder = frame.at(link.span());
            result = switch (link.operator()) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                    plain(builder.apply(
                            elementwise(link.operator()),
                            Grids.whole(result, Types.of(shape), builder),
                            Grids.whole(operand, Types.of(link.operand().shape()), builder)));
                case MATRIX_VECTOR, MATRIX_MATRIX ->
                    Grids.product(
                            result,
                            Types.of(shape),
                            operand,
                            Types.of(link.operand().shape()),
                            Types.of(link.shape()),
                            builder);
            };
            shape = link.shape();
        }
        return result;
    }

    private static Function2 elementwise(Operator operator) {
        return switch (operator) {
            case ADD -> Function2.ADD;
            case SUBTRACT -> Function2.SUBTRACT;
            case MULTIPLY -> Function2.MULTIPLY;
            case DIVIDE -> Function2.DIVIDE;
            case MATRIX_VECTOR, MATRIX_MATRIX -> throw new IllegalStateException(operator + " is not elementwise");
        };
    }

    @Override
    public Term map1(Expr.Map1 expr) {
        Value of = value(expr.of());
        return plain(at(expr).apply(expr.function(), of));
    }

    @Override
    public Term map2(Expr.Map2 expr) {
        Value left = value(expr.left());
        if (expr.function() == Function2.POWER) {
            return plain(Powers.power(left, expr.right(), this, at(expr)));
        }
        Value right = value(expr.right());
        return plain(at(expr).apply(expr.function(), left, right));
    }

    @Override
    public Term linear(Expr.Linear expr) {
        return plain(Shapes.linear(expr, value(expr.left()), value(expr.right()), at(expr)));
    }

    @Override
    public Term whole(Expr.Whole expr) {
        return plain(Shapes.whole(expr, value(expr.of()), at(expr)));
    }

    @Override
    public Term reduce(Expr.Reduce expr) {
        return plain(Shapes.reduce(expr.reduction(), value(expr.of()), at(expr)));
    }

    @Override
    public Term reduceOver(Expr.ReduceOver expr) {
        return plain(new Running(frame).reduce(expr));
    }

    @Override
    public Term overSteps(Expr.OverSteps expr) {
        return plain(OverSteps.reduce(expr, frame));
    }

    @Override
    public Term comprehension(Expr.Comprehension expr) {
        return plain(new Running(frame).comprehension(expr));
    }

    @Override
    public Term blocks(Expr.Blocks expr) {
        return Grids.of(expr, this);
    }

    @Override
    public Term identity(Expr.Identity expr) {
        int size = expr.size().size();
        return new Term.Grid(List.of(size), List.of(size), List.of(List.of(new Term.Cell.Identity())), false);
    }

    @Override
    public Term access(Expr.Access expr) {
        return Accesses.read(expr, this, frame);
    }

    @Override
    public Term push(Expr.Push expr) {
        return plain(Shapes.push(value(expr.vector()), value(expr.appended()), at(expr)));
    }

    @Override
    public Term lag(Expr.Lag expr) {
        int steps = expr.steps().at(frame.running());
        if (steps == 0) {
            return term(expr.of());
        }
        return plain(frame.lags().read(expr, steps, hint(expr.of()), frame));
    }

    private static String hint(Expr of) {
        if (of instanceof Expr.Reference reference) {
            return reference.symbol().name();
        }
        return of instanceof Expr.Primed primed ? primed.state().name() : "";
    }

    @Override
    public Term conditional(Expr.Conditional expr) {
        return plain(Branches.conditional(expr, 0, frame));
    }

    @Override
    public Term call(Expr.Call expr) {
        List<Term> arguments = expr.arguments().stream().map(this::term).toList();
        at(expr);
        return body(expr.function(), arguments);
    }

    /** The body of a function with these arguments. */
    Term body(FunctionInstance function, List<Term> arguments) {
        Frame inside = frame.call(function.bound());
        for (int i = 0; i < arguments.size(); i++) {
            inside.define(function.parameters().get(i), arguments.get(i));
        }
        Expressions expressions = new Expressions(inside);
        for (Let local : function.locals()) {
            inside.define(local.symbol(), expressions.term(local.value()));
        }
        return expressions.term(function.result());
    }

    @Override
    public Term callAbstract(Expr.CallAbstract expr) {
        List<Value> arguments = expr.arguments().stream().map(this::value).toList();
        AbstractFunction f = expr.function();
        Value result = at(expr).fresh(Types.of(expr.shape()));
        frame.builder.add(new Instr.Call(List.of(result), Types.of(f), Abstract.Order.VALUE, arguments));
        return plain(result);
    }

    @Override
    public Term derivative(Expr.Derivative expr) {
        return plain(Slopes.derivative(expr, value(expr.at()), frame));
    }

    @Override
    public Term repeat(Expr.Repeat expr) {
        return plain(Repeats.repeat(expr, value(expr.start()), frame));
    }

    @Override
    public Term quantity(Expr.Quantity expr) {
        return plain(
                switch (expr.objective()) {
                    case LOSS -> frame.answered(Facts.LOSS);
                    case PENALTY -> frame.answered(Facts.PENALTY);
                    case TOTAL -> at(expr).add(frame.answered(Facts.LOSS), frame.answered(Facts.PENALTY));
                });
    }

    @Override
    public Term gradient(Expr.Gradient expr) {
        return plain(frame.answered(Facts.gradient(expr.of())));
    }
}
