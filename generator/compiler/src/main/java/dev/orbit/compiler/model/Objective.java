package dev.orbit.compiler.model;

/** A scalar that the model as a whole has. */
public enum Objective {
    /** The sum of all losses and squared residuals. */
    LOSS,
    /** The sum of all penalties. */
    PENALTY,
    /** Loss plus penalty. */
    TOTAL
}
