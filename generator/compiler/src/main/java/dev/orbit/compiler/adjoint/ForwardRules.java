package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tangent of each instruction's result from those of its operands, by the rows of {@code function}. */
final class ForwardRules {
    private final Builder builder;
    private final Dots dots;

    ForwardRules(Builder builder, Dots dots) {
        this.builder = builder;
        this.dots = dots;
    }

    /** Writes the tangent of an instruction's result; none if no operand has one. */
    void apply(Instr instr) {
        Optional<Value> dot = instr.match(new Instr.Cases<>(
                this::none,
                this::none,
                this::none,
                this::map1,
                this::map2,
                this::none,
                this::none,
                this::linear,
                this::view,
                this::fold,
                this::call,
                this::none,
                this::none));
        dot.ifPresent(value -> dots.put(instr.results().get(0), value));
    }

    /** Numbers, indices and truths have none; branches and loops are taken apart before. */
    private Optional<Value> none(Instr instr) {
        return Optional.empty();
    }

    private Optional<Value> sum(Optional<Value> x, Optional<Value> y) {
        return x.isPresent() && y.isPresent() ? Optional.of(builder.add(x.get(), y.get())) : x.or(() -> y);
    }

    private Optional<Value> map1(Instr.Map1 map) {
        return dots.of(map.x())
                .map(dot -> map.f() == Function1.NEGATE
                        ? builder.negate(dot)
                        : builder.multiply(dot, map.f().derivative(builder, map.x(), map.result())));
    }

    private Optional<Value> map2(Instr.Map2 map) {
        Optional<Value> x = dots.of(map.x());
        Optional<Value> y = dots.of(map.y());
        Type type = map.result().type();
        return switch (map.f()) {
            case ADD -> sum(x, y).map(dot -> dots.filling(type, dot));
            case SUBTRACT ->
                (x.isPresent() && y.isPresent()
                                ? Optional.of(builder.subtract(x.get(), y.get()))
                                : x.or(() -> y.map(builder::negate)))
                        .map(dot -> dots.filling(type, dot));
            case MULTIPLY ->
                sum(x.map(dot -> builder.multiply(dot, map.y())), y.map(dot -> builder.multiply(map.x(), dot)));
            case DIVIDE -> quotient(map, x, y);
            case POWER, LOWER_POWER, ATAN2, HYPOT, MAX, MIN, LOG_ADD_EXP, GREATER, SCALE, RATIO, POLYGAMMA ->
                sum(
                        x.map(dot ->
                                builder.multiply(dot, map.f().derivative1(builder, map.x(), map.y(), map.result()))),
                        y.map(dot ->
                                builder.multiply(dot, map.f().derivative2(builder, map.x(), map.y(), map.result()))));
        };
    }

    /** q = x / y: qDot = (xDot - q yDot) / y. */
    private Optional<Value> quotient(Instr.Map2 map, Optional<Value> x, Optional<Value> y) {
        Optional<Value> less = y.map(dot -> builder.multiply(map.result(), dot));
        Optional<Value> above = x.isPresent() && less.isPresent()
                ? Optional.of(builder.subtract(x.get(), less.get()))
                : x.or(() -> less.map(builder::negate));
        return above.map(dot -> builder.divide(dot, map.y()));
    }

    private Optional<Value> linear(Instr.Linear linear) {
        Value a = linear.args().get(0);
        Value b = linear.args().get(linear.args().size() - 1);
        Type type = linear.result().type();
        return switch (linear.op()) {
            case MATRIX, MATRIX_TRANSPOSED, TRANSPOSED_RIGHT, OUTER, DOT ->
                sum(
                        dots.of(a).map(dot -> builder.linear(linear.op(), type, dot, b)),
                        dots.of(b).map(dot -> builder.linear(linear.op(), type, a, dot)));
            case CHOLESKY ->
                dots.of(a).map(dot -> builder.linear(Product.CHOLESKY_TANGENT, type, linear.result(), dot));
            case SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED -> solution(linear, dots.of(a), dots.of(b));
            case STACKED_OUTER, CHOLESKY_ADJOINT, CHOLESKY_TANGENT ->
                throw new IllegalStateException("the tangent of " + linear.op() + ", which only derivatives have");
        };
    }

    /** C = L^-1 B: CDot = L^-1 (BDot - LDot C); with L' as well. */
    private Optional<Value> solution(Instr.Linear linear, Optional<Value> l, Optional<Value> b) {
        Product product = linear.op() == Product.SOLVE_LOWER ? Product.MATRIX : Product.MATRIX_TRANSPOSED;
        Type type = linear.result().type();
        Optional<Value> less = l.map(dot -> builder.linear(product, type, dot, linear.result()));
        Optional<Value> right = b.isPresent() && less.isPresent()
                ? Optional.of(builder.subtract(b.get(), less.get()))
                : b.or(() -> less.map(builder::negate));
        return right.map(dot -> builder.linear(linear.op(), type, linear.args().get(0), dot));
    }

    /** Rearrangements are linear in what is rearranged. */
    private Optional<Value> view(Instr.View view) {
        if (view.args().stream().allMatch(arg -> dots.of(arg).isEmpty())) {
            return Optional.empty();
        }
        Value[] args = view.args().stream()
                .map(arg -> arg.type().element() == Type.Element.INDEX ? arg : dots.orZero(arg))
                .toArray(Value[]::new);
        return Optional.of(builder.view(view.op(), view.result().type(), view.bounds(), args));
    }

    private Optional<Value> fold(Instr.Fold fold) {
        Value x = fold.x();
        return dots.of(x).flatMap(dot -> switch (fold.op()) {
            case SUM -> Optional.of(builder.fold(Instr.Reduction.SUM, dot));
            case MAX -> Optional.of(attained(Instr.Reduction.ARGMAX, x, dot));
            case MIN -> Optional.of(attained(Instr.Reduction.ARGMIN, x, dot));
            case LOGSUMEXP -> Optional.of(dot(builder.apply(Function1.EXP, builder.subtract(x, fold.result())), dot));
            case NORM -> Optional.of(builder.apply(Function2.RATIO, dot(x, dot), fold.result()));
            case ARGMAX, ARGMIN -> Optional.empty();
        });
    }

    /** The sum of the products entry by entry. */
    private Value dot(Value x, Value y) {
        return x.type().isScalar() ? builder.multiply(x, y) : builder.linear(Product.DOT, Type.SCALAR, x, y);
    }

    private Value attained(Instr.Reduction where, Value x, Value dot) {
        Value index = builder.fresh(Type.INDEX);
        builder.add(new Instr.Fold(index, where, x));
        Type vector = Type.vector(x.type().size());
        Value entries = x.type().shape().size() == 1 ? dot : builder.view(Access.RESHAPE, vector, List.of(), dot);
        return builder.view(Access.ENTRY, Type.SCALAR, List.of(), entries, index);
    }

    private Optional<Value> call(Instr.Call call) {
        List<Integer> active = new ArrayList<>();
        for (int i = 0; i < call.f().arguments().size(); i++) {
            if (dots.of(call.args().get(i)).isPresent()) {
                active.add(i);
            }
        }
        boolean scalars =
                call.f().result().isScalar() && call.f().arguments().stream().allMatch(Type::isScalar);
        return switch (call.order().kind()) {
            case VALUE, PARTIAL ->
                active.isEmpty()
                        ? Optional.empty()
                        : Optional.of(scalars ? byPartials(call, active) : byRows(call, active));
            case VECTOR_JACOBIAN, JACOBIAN_VECTOR ->
                throw new IllegalStateException("the second derivative of the abstract function "
                        + call.f().name());
        };
    }

    private Value byPartials(Instr.Call call, List<Integer> active) {
        Optional<Value> sum = Optional.empty();
        for (int argument : active) {
            List<Integer> by = new ArrayList<>(call.order().by());
            by.add(argument);
            by.sort(null);
            Value partial = builder.fresh(Type.SCALAR);
            Abstract.Order order = new Abstract.Order(Abstract.Order.Kind.PARTIAL, by);
            builder.add(new Instr.Call(List.of(partial), call.f(), order, call.args()));
            sum = sum(sum, Optional.of(builder.multiply(dots.orZero(call.args().get(argument)), partial)));
        }
        return sum.orElseThrow();
    }

    /** A function of arrays gives rows of its Jacobian: one is asked for each entry of the result. */
    private Value byRows(Instr.Call call, List<Integer> active) {
        Type result = call.f().result();
        Value one = builder.literal(Literal.of(1.0), Type.SCALAR);
        if (result.isScalar()) {
            return alongRow(call, active, one);
        }
        Type vector = Type.vector(result.size());
        Value index = builder.fresh(Type.INDEX);
        Region body = builder.region(List.of(index), () -> {
            Value unit = builder.view(Access.PAD_ENTRY, vector, List.of(1, 1), one, index);
            Value seed = result.equals(vector) ? unit : builder.view(Access.RESHAPE, result, List.of(), unit);
            return List.of(alongRow(call, active, seed));
        });
        List<Value> stack = builder.loop(
                Instr.Axis.REPEATS, new Count.Fixed(result.size()), false, List.<Carry>of(), List.of(), body);
        return builder.view(Access.RESHAPE, result, List.of(), stack.get(0));
    }

    /** One row of the Jacobian times the tangents of the arguments. */
    private Value alongRow(Instr.Call call, List<Integer> active, Value seed) {
        List<Value> rows = new ArrayList<>();
        for (int argument : active) {
            rows.add(builder.fresh(call.f().arguments().get(argument)));
        }
        List<Value> args = new ArrayList<>(call.args());
        args.add(seed);
        Abstract.Order order = new Abstract.Order(Abstract.Order.Kind.VECTOR_JACOBIAN, active);
        builder.add(new Instr.Call(rows, call.f(), order, args));
        Optional<Value> sum = Optional.empty();
        for (int i = 0; i < rows.size(); i++) {
            sum = sum(sum, Optional.of(dot(rows.get(i), dots.orZero(call.args().get(active.get(i))))));
        }
        return sum.orElseThrow();
    }
}
