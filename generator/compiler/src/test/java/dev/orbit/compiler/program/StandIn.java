package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Smooth functions of one or two scalars in place of abstract ones, with their derivatives: {@code w(x) = sin(x) + x/2},
 * {@code g(x, y) = tanh(x) y + x}.
 */
public final class StandIn {
    public static final Abstract W = new Abstract("w", List.of(Type.SCALAR), Type.SCALAR);
    public static final Abstract G = new Abstract("g", List.of(Type.SCALAR, Type.SCALAR), Type.SCALAR);

    private StandIn() {}

    static <V> Map<String, Callee<V>> all(Arithmetic<V> on) {
        return Map.of("w", of("w", on), "g", of("g", on));
    }

    static <V> Callee<V> of(String name, Arithmetic<V> on) {
        return (order, arguments) -> {
            List<V> x = arguments.stream().map(each -> each.get(0)).toList();
            int arity = name.equals("w") ? 1 : 2;
            return switch (order.kind()) {
                case VALUE -> List.of(List.of(value(name, on, x)));
                case PARTIAL -> List.of(List.of(partial(name, on, x, order.by())));
                case VECTOR_JACOBIAN -> {
                    List<List<V>> bars = new ArrayList<>();
                    for (int by : order.by()) {
                        bars.add(List.of(on.multiply(x.get(arity), partial(name, on, x, List.of(by)))));
                    }
                    yield bars;
                }
                case JACOBIAN_VECTOR -> {
                    V sum = on.constant(0);
                    for (int i = 0; i < order.by().size(); i++) {
                        V slope = partial(name, on, x, List.of(order.by().get(i)));
                        sum = on.add(sum, on.multiply(slope, x.get(arity + i)));
                    }
                    yield List.of(List.of(sum));
                }
            };
        };
    }

    private static <V> V value(String name, Arithmetic<V> on, List<V> x) {
        return name.equals("w")
                ? on.add(on.apply(Function1.SIN, x.get(0)), on.multiply(on.constant(0.5), x.get(0)))
                : on.add(on.multiply(on.apply(Function1.TANH, x.get(0)), x.get(1)), x.get(0));
    }

    /** Derivatives of first order by any argument, and w''. */
    private static <V> V partial(String name, Arithmetic<V> on, List<V> x, List<Integer> by) {
        V t = on.apply(Function1.TANH, x.get(0));
        if (name.equals("w") && by.size() == 1) {
            return on.add(on.apply(Function1.COS, x.get(0)), on.constant(0.5));
        } else if (name.equals("w") && by.size() == 2) {
            return on.negate(on.apply(Function1.SIN, x.get(0)));
        } else if (by.equals(List.of(0))) {
            V slope = on.multiply(on.subtract(on.constant(1), t), on.add(on.constant(1), t));
            return on.add(on.multiply(slope, x.get(1)), on.constant(1));
        } else if (by.equals(List.of(1))) {
            return t;
        }
        throw new IllegalArgumentException("no derivative of " + name + " by " + by);
    }
}
