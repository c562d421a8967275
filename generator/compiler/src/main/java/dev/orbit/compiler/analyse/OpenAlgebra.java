package dev.orbit.compiler.analyse;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * An algebra in which abstract functions stay abstract: whatever is asked of them comes down to values and partial
 * derivatives of scalar functions of scalars.
 *
 * @param <V> one number
 */
public interface OpenAlgebra<V> extends Algebra<V> {
    /**
     * An abstract function, or one entry of its value, or one of its partial derivatives.
     *
     * @param function its name; with the number of the entry where the value has a shape: {@code w[2]}
     * @param by numbers, from 0 and rising, of the scalar arguments by which it is differentiated
     * @param arguments all entries of all arguments
     */
    V opaque(String function, List<Integer> by, List<V> arguments);

    @Override
    default List<List<V>> call(Abstract f, Abstract.Order order, List<List<V>> arguments) {
        return switch (order.kind()) {
            case VALUE, PARTIAL -> List.of(values(f, order.by(), arguments));
            case VECTOR_JACOBIAN -> adjoints(f, order.by(), arguments);
            case JACOBIAN_VECTOR -> List.of(tangents(f, order.by(), arguments));
        };
    }

    private List<V> values(Abstract f, List<Integer> by, List<List<V>> arguments) {
        int repeats = repeats(f, arguments);
        List<V> values = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<V> flat = flat(f, arguments, repeat);
            for (int entry = 0; entry < f.result().size(); entry++) {
                values.add(opaque(name(f, entry), by, flat));
            }
        }
        return values;
    }

    private List<List<V>> adjoints(Abstract f, List<Integer> by, List<List<V>> arguments) {
        List<V> seed = arguments.get(f.arguments().size());
        int repeats = repeats(f, arguments);
        List<List<V>> results = new ArrayList<>();
        for (int k : by) {
            List<V> result = new ArrayList<>();
            for (int repeat = 0; repeat < repeats; repeat++) {
                List<V> flat = flat(f, arguments, repeat);
                for (int j = 0; j < f.arguments().get(k).size(); j++) {
                    V sum = constant(0);
                    for (int entry = 0; entry < f.result().size(); entry++) {
                        V partial = opaque(name(f, entry), List.of(offset(f, k) + j), flat);
                        sum = add(sum, multiply(seed.get(repeats > 1 ? repeat : entry), partial));
                    }
                    result.add(sum);
                }
            }
            results.add(result);
        }
        return results;
    }

    private List<V> tangents(Abstract f, List<Integer> by, List<List<V>> arguments) {
        List<V> flat = flat(f, arguments, 0);
        List<V> result = new ArrayList<>();
        for (int entry = 0; entry < f.result().size(); entry++) {
            V sum = constant(0);
            for (int i = 0; i < by.size(); i++) {
                List<V> tangent = arguments.get(f.arguments().size() + i);
                for (int j = 0; j < tangent.size(); j++) {
                    V partial = opaque(name(f, entry), List.of(offset(f, by.get(i)) + j), flat);
                    sum = add(sum, multiply(tangent.get(j), partial));
                }
            }
            result.add(sum);
        }
        return result;
    }

    /** A scalar function applies to each entry of a shape. */
    private static <V> int repeats(Abstract f, List<List<V>> arguments) {
        boolean scalar = f.result().shape().isEmpty()
                && f.arguments().stream().allMatch(type -> type.shape().isEmpty());
        return scalar
                ? arguments.subList(0, f.arguments().size()).stream()
                        .mapToInt(List::size)
                        .max()
                        .orElse(1)
                : 1;
    }

    private static <V> List<V> flat(Abstract f, List<List<V>> arguments, int repeat) {
        boolean repeats = repeats(f, arguments) > 1;
        List<V> flat = new ArrayList<>();
        for (List<V> argument : arguments.subList(0, f.arguments().size())) {
            if (repeats) {
                flat.add(argument.get(argument.size() == 1 ? 0 : repeat));
            } else {
                flat.addAll(argument);
            }
        }
        return flat;
    }

    private static int offset(Abstract f, int argument) {
        return f.arguments().subList(0, argument).stream().mapToInt(Type::size).sum();
    }

    private static String name(Abstract f, int entry) {
        return f.result().shape().isEmpty() ? f.name() : f.name() + "[" + (entry + 1) + "]";
    }
}
