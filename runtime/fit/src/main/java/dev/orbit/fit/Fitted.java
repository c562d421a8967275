package dev.orbit.fit;

/**
 * A fitted model.
 *
 * @param parameters the parameter vector, a fresh array
 * @param loss the objective there
 * @param gradientNorm the greatest absolute entry of the gradient by the free coordinates
 * @param iterations of L-BFGS
 * @param evaluations of loss and gradient, all told
 * @param stop why L-BFGS stopped
 */
public record Fitted(
        double[] parameters, double loss, double gradientNorm, int iterations, int evaluations, Stop stop) {}
