package dev.orbit.runtime;

/** The checks by which emitted code refuses parameters outside their open intervals. */
public final class Intervals {
    private Intervals() {}

    /**
     * Gives the value back if it lies strictly between the bounds; an infinite bound allows every finite number on its side.
     *
     * @param parameter its name in the spec
     * @throws ParameterOutsideInterval if it does not, or is NaN
     */
    public static double inside(String parameter, double value, double lower, double upper) {
        if (value > lower && value < upper) {
            return value;
        }
        throw new ParameterOutsideInterval(parameter, value, lower, upper);
    }

    /**
     * As {@link #inside(String, double, double, double)} for each entry of a vector or matrix.
     *
     * @param columns columns of a matrix, 0 for a vector: only for the name of the entry
     */
    public static void inside(
            String parameter, double[] vector, int offset, int size, int columns, double lower, double upper) {
        for (int i = 0; i < size; i++) {
            if (!(vector[offset + i] > lower && vector[offset + i] < upper)) {
                Shape shape = columns == 0 ? Shape.of(size) : Shape.of(size / columns, columns);
                throw new ParameterOutsideInterval(shape.entry(parameter, i), vector[offset + i], lower, upper);
            }
        }
    }
}
