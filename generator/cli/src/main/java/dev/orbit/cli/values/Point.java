package dev.orbit.cli.values;

import dev.orbit.runtime.Examples;

/**
 * Where a model is evaluated.
 *
 * @param parameters the parameter vector
 * @param several whether the data are those of many examples, given as such
 */
public record Point(double[] parameters, Examples examples, boolean several) {}
