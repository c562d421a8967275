package dev.orbit.compiler.program;

import java.util.List;

/**
 * An abstract function bound for an evaluation.
 *
 * @param <V> one number
 */
@FunctionalInterface
public interface Callee<V> {
    /**
     * The function's value or derivative.
     *
     * @param order what is asked for
     * @param arguments entries of each argument, row-major, followed by what the order appends
     * @return entries of each result, row-major
     */
    List<List<V>> call(Abstract.Order order, List<List<V>> arguments);
}
