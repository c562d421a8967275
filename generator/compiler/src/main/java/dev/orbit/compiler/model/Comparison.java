package dev.orbit.compiler.model;

/** Comparisons of two scalars, as IEEE 754 compares: false with a NaN, but for NOT_EQUAL. */
public enum Comparison {
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** As it is written in a spec. */
    public String sign() {
        return sign;
    }
}
