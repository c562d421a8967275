package dev.orbit.runtime;

/** A parameter is NaN or not inside its open interval. */
public final class ParameterOutsideInterval extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final double value;

    ParameterOutsideInterval(String parameter, double value, double lower, double upper) {
        super("parameter " + parameter + " is " + value + ", which is not inside (" + lower + ", " + upper + ")");
        this.parameter = parameter;
        this.value = value;
    }

    /** The parameter, with the index of its entry where it has a shape. */
    public String parameter() {
        return parameter;
    }

    public double value() {
        return value;
    }
}
