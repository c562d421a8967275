package dev.orbit.runtime;

/**
 * Richardson extrapolation to step zero of quotients at halved steps, with an account of its own error.
 *
 * <p>The quotients are a power series in the step; the tableau removes one power per column (Ridders, "Accurate computation of
 * F'(x) and F'(x)F''(x)", 1982). What is left of the truncation is judged as he does, by how much an entry differs from its
 * two parents; what rounding does is carried along. The entry with the least sum is the result.
 */
final class Extrapolation {
    private static final int COLUMNS = 9;
    private static final int PATIENCE = 7;
    private static final double DETERIORATION = 64;

    private final double firstFactor;
    private final double[] values = new double[COLUMNS];
    private final double[] roundings = new double[COLUMNS];
    private int rows;
    private double value = Double.NaN;
    private double error = Double.POSITIVE_INFINITY;
    private double lastRowError = Double.POSITIVE_INFINITY;
    private int bestRow;

    private Extrapolation(double firstFactor) {
        this.firstFactor = firstFactor;
    }

    /** Of quotients whose error is a series in step^2, step^4, ... */
    static Extrapolation even() {
        return new Extrapolation(4);
    }

    /** Of quotients whose error is a series in step, step^3, ... */
    static Extrapolation odd() {
        return new Extrapolation(2);
    }

    /**
     * Adds the quotient at half the step of the last.
     *
     * @param rounding how far rounding may have moved the quotient
     */
    void add(double quotient, double rounding) {
        double rowValue = Double.NaN;
        double rowError = Double.POSITIVE_INFINITY;
        double parent = quotient;
        double parentRounding = rounding;
        double factor = firstFactor;
        for (int column = 1; column <= Math.min(rows, COLUMNS - 1); column++) {
            double older = values[column - 1];
            double olderRounding = roundings[column - 1];
            values[column - 1] = parent;
            roundings[column - 1] = parentRounding;
            double entry = parent + (parent - older) / (factor - 1);
            double entryRounding = (factor * parentRounding + olderRounding) / (factor - 1);
            double entryError = Math.max(Math.abs(entry - parent), Math.abs(entry - older)) + entryRounding;
            if (entryError < rowError) {
                rowError = entryError;
                rowValue = entry;
            }
            parent = entry;
            parentRounding = entryRounding;
            factor *= 4;
        }
        values[Math.min(rows, COLUMNS - 1)] = parent;
        roundings[Math.min(rows, COLUMNS - 1)] = parentRounding;
        rows++;
        if (rowError < error) {
            value = rowValue;
            error = rowError;
            bestRow = rows - 1;
        }
        lastRowError = rowError;
    }

    /** Whether smaller steps have long been making it worse, which is what noise does. */
    boolean deteriorating() {
        return rows - 1 - bestRow >= PATIENCE && lastRowError > DETERIORATION * error;
    }

    /** The number, from 0, of the last quotient that the limit was made from. */
    int bestRow() {
        return bestRow;
    }

    /** The limit; NaN if there are fewer than two quotients. */
    double value() {
        return value;
    }

    /** How far the limit may be from the truth; infinite if there are fewer than two quotients. */
    double error() {
        return error;
    }
}
