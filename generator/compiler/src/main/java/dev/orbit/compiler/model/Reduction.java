package dev.orbit.compiler.model;

/** Many values to one. Of nothing: SUM is 0, MEAN is NaN, NORM is 0, MAX is -inf, MIN is inf, LOGSUMEXP is -inf. */
public enum Reduction {
    SUM,
    MEAN,
    /** Euclidean norm of a vector. */
    NORM,
    MAX,
    MIN,
    LOGSUMEXP
}
