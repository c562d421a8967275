package dev.orbit.compiler.model;

/**
 * A size known when the class is generated.
 *
 * @param size at least 0
 * @param spelled as messages print it: the author's own words such as {@code m} or {@code 3*k}, else the digits
 */
public record Extent(int size, String spelled) {
    public static final Extent ONE = of(1);

    /** An extent that nobody spelled: its digits. */
    public static Extent of(int size) {
        return new Extent(size, Integer.toString(size));
    }

    /** Whether the sizes are equal, whatever they were called. */
    public boolean agrees(Extent other) {
        return size == other.size;
    }

    /** {@code m (3)}, or only the digits when nothing else was spelled: for messages about a size that is wrong. */
    public String explained() {
        String digits = Integer.toString(size);
        return spelled.equals(digits) ? digits : spelled + " = " + digits;
    }
}
