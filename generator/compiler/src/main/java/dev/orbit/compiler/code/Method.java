package dev.orbit.compiler.code;

import java.util.List;
import java.util.Optional;

/**
 * A method.
 *
 * @param name its name in Java
 * @param purpose what it is for
 * @param result what it gives back, if anything
 * @param parameters variables and arrays, in order
 */
public record Method(String name, Purpose purpose, Optional<Kind> result, List<Argument> parameters, List<Stmt> body) {
    /** What a method is for. */
    public enum Purpose {
        /** The loss of one example. */
        LOSS,
        /** The loss of one example and its gradient by the parameters. */
        GRADIENT,
        /** The loss of one example and its gradient by parameters and data. */
        DATA_GRADIENT,
        /** The penalty. */
        PENALTY,
        /** The penalty, its gradient added. */
        PENALTY_GRADIENT,
        /** The outputs of one example. */
        PREDICT,
        /** The residuals of one example. */
        RESIDUALS,
        /** Their Jacobian times a direction. */
        JACOBIAN_TIMES,
        /** Their transposed Jacobian times weights. */
        TRANSPOSED_TIMES,
        /** Their Jacobian. */
        JACOBIAN,
        /** The map onto the parameters' intervals. */
        CONSTRAIN,
        /** Its inverse. */
        UNCONSTRAIN,
        /** The gradient through it. */
        PULL_BACK,
        /** A part of another method, cut out of it because Java does not compile large methods to machine code. */
        PART
    }

    public Method {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
