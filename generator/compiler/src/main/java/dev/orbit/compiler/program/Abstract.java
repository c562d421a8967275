package dev.orbit.compiler.program;

import java.util.List;

/**
 * An abstract function: pure, bound when the class is used.
 *
 * @param name in the spec
 * @param arguments types of its arguments
 * @param result type of its value
 */
public record Abstract(String name, List<Type> arguments, Type result) {
    public Abstract {
        arguments = List.copyOf(arguments);
    }

    /**
     * What a call asks for.
     *
     * @param kind VALUE; PARTIAL: for a function of scalars, the partial derivative by the arguments numbered in
     *     {@code by}, one after the other (one result); VECTOR_JACOBIAN: the adjoint of the value is appended to the
     *     arguments, and there is one result for each argument numbered in {@code by}, of its type; JACOBIAN_VECTOR: one
     *     tangent for each argument in {@code by} is appended, and the result is the tangent of the value
     * @param by argument numbers from 0
     */
    public record Order(Kind kind, List<Integer> by) {
        public static final Order VALUE = new Order(Kind.VALUE, List.of());

        public Order {
            by = List.copyOf(by);
        }

        /** What a call asks for. */
        public enum Kind {
            VALUE,
            PARTIAL,
            VECTOR_JACOBIAN,
            JACOBIAN_VECTOR
        }
    }
}
