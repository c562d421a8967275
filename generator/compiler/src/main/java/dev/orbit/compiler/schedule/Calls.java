package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Type;

/** How abstract functions are called. */
public final class Calls {
    /** The runtime has interfaces for so many numbers; beyond it takes arrays. */
    private static final int MOST_NUMBERS = 3;

    private Calls() {}

    /**
     * Whether the function, as it is declared, is one of a few numbers, called with each of them; else it is called with
     * arrays. In a program what has one entry is a number, so that the declaration decides.
     */
    public static boolean scalar(Abstract f) {
        return f.result().isScalar()
                && !f.arguments().isEmpty()
                && f.arguments().size() <= MOST_NUMBERS
                && f.arguments().stream().allMatch(Type::isScalar);
    }
}
