package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code s'(u)}: the derivative of a function of one scalar, in forward mode over the function's own instructions. */
final class Slopes {
    private final Builder builder;
    private final Map<Value, Value> slopes = new HashMap<>();

    private Slopes(Builder builder) {
        this.builder = builder;
    }

    static Value derivative(Expr.Derivative expr, Value at, Frame frame) {
        Builder body = frame.builder.inner();
        Value value = Grids.whole(
                new Expressions(frame.inner(body)).body(expr.function(), List.of(new Term.Plain(at))), at.type(), body);
        Slopes slopes = new Slopes(frame.at(expr.span()));
        slopes.slopes.put(at, frame.builder.literal(Literal.of(1.0), at.type()));
        slopes.run(body.written());
        return slopes.of(value).orElseGet(() -> frame.builder.literal(Literal.of(0.0), at.type()));
    }

    private Optional<Value> of(Value value) {
        return Optional.ofNullable(slopes.get(value));
    }

    /** Writes each instruction and, after it, the slope of its result. */
    private void run(List<Instr> instrs) {
        for (Instr instr : instrs) {
            builder.add(instr);
            slope(instr).ifPresent(slope -> slopes.put(instr.results().get(0), slope));
        }
    }

    private Optional<Value> slope(Instr instr) {
        return instr.match(new Instr.Cases<>(
                i -> Optional.empty(),
                i -> Optional.empty(),
                i -> Optional.empty(),
                i -> of(i.x()).map(x -> builder.multiply(i.f().derivative(builder, i.x(), i.result()), x)),
                this::map2,
                i -> Optional.empty(),
                i -> Optional.empty(),
                this::unsloped,
                this::unsloped,
                this::unsloped,
                this::call,
                this::branch,
                this::unsloped));
    }

    private Optional<Value> map2(Instr.Map2 map) {
        Optional<Value> left =
                of(map.x()).map(x -> builder.multiply(map.f().derivative1(builder, map.x(), map.y(), map.result()), x));
        Optional<Value> right =
                of(map.y()).map(y -> builder.multiply(map.f().derivative2(builder, map.x(), map.y(), map.result()), y));
        return left.isPresent() && right.isPresent()
                ? Optional.of(builder.add(left.get(), right.get()))
                : left.or(() -> right);
    }

    private Optional<Value> call(Instr.Call call) {
        Optional<Value> sum = Optional.empty();
        for (int i = 0; i < call.args().size(); i++) {
            int argument = i;
            Optional<Value> share = of(call.args().get(i)).map(x -> {
                List<Integer> by = new ArrayList<>(call.order().by());
                by.add(argument);
                by.sort(null);
                Value partial = builder.fresh(call.results().get(0).type());
                builder.add(new Instr.Call(
                        List.of(partial), call.f(), new Abstract.Order(Abstract.Order.Kind.PARTIAL, by), call.args()));
                return builder.multiply(partial, x);
            });
            Optional<Value> before = sum;
            sum = share.isPresent() && before.isPresent()
                    ? Optional.of(builder.add(before.get(), share.get()))
                    : before.or(() -> share);
        }
        return sum;
    }

    /** Both sides are run again for their slopes; what is not chosen is not evaluated. */
    private Optional<Value> branch(Instr.If branch) {
        List<Value> slope = builder.branch(branch.condition(), side(branch.then()), side(branch.otherwise()));
        return Optional.of(slope.get(0));
    }

    private Region side(Region side) {
        Builder inner = builder.inner();
        Slopes inside = new Slopes(inner);
        inside.slopes.putAll(slopes);
        Map<Value, Value> copies = new HashMap<>();
        Renaming copy = new Renaming(
                value -> copies.getOrDefault(value, value),
                value ->
                        copies.computeIfAbsent(value, v -> inner.named(v.hint()).fresh(v.type())));
        inside.run(side.instrs().stream().map(copy::apply).toList());
        Value result = copies.getOrDefault(side.results().get(0), side.results().get(0));
        Value slope = inside.of(result).orElseGet(() -> inner.literal(Literal.of(0.0), result.type()));
        return new Region(List.of(), inner.written(), List.of(slope));
    }

    private Optional<Value> unsloped(Instr instr) {
        if (instr.operands().stream().anyMatch(slopes::containsKey)) {
            throw new IllegalStateException("the derivative of a function of one variable by " + instr);
        }
        return Optional.empty();
    }
}
