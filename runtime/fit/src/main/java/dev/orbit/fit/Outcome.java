package dev.orbit.fit;

/**
 * Where an optimiser ended.
 *
 * @param point the best point found, a fresh array
 * @param value the function there
 * @param gradientNorm the greatest absolute entry of the gradient there, leaving out entries that point out of the bounds
 * @param iterations steps that were taken
 * @param evaluations how often value and gradient were computed
 * @param stop why it ended
 */
public record Outcome(double[] point, double value, double gradientNorm, int iterations, int evaluations, Stop stop) {}
