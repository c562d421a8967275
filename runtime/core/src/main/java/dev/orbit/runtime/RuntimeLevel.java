package dev.orbit.runtime;

/**
 * Which runtime this is. A level is added whenever emitted classes may need something that earlier runtimes lack. An emitted
 * class asks for the level it was made for before it does anything else:
 *
 * <pre>{@code
 * static {
 *     RuntimeLevel.require(1, "Correction");
 * }
 * }</pre>
 */
public final class RuntimeLevel {
    // Read through a method, so that javac does not copy the number into emitted classes.
    private static final int CURRENT = 1;
    private static final int OLDEST = 1;

    private RuntimeLevel() {}

    /** The level of this runtime. */
    public static int current() {
        return CURRENT;
    }

    /**
     * Refuses to run a class that was generated for another runtime.
     *
     * @param level the level the class was generated for
     * @param generated the class's name
     * @throws RuntimeMismatch if this runtime is older, or no longer knows so old a class
     */
    public static void require(int level, String generated) {
        if (level > CURRENT) {
            throw new RuntimeMismatch(generated + " was generated for orbit-runtime level " + level
                    + ", but the class path has level " + CURRENT
                    + ". Use the orbit-runtime of the version that generated it, or a newer one.");
        }
        if (level < OLDEST) {
            throw new RuntimeMismatch(generated + " was generated for orbit-runtime level " + level
                    + ", but this one runs levels " + OLDEST + " to " + CURRENT + ". Generate the class again.");
        }
    }
}
