package dev.orbit.compiler.simplify;

/** What a pass promises about the results of the program that it writes. */
public enum Law {
    /** The bits of the program that it reads, in IEEE arithmetic; of a NaN only that it is one. */
    BITWISE,
    /** The same real numbers; in IEEE arithmetic at most 2 ulp per rewritten operation from it, and the sign of a zero or what an infinity or a NaN hides may differ. */
    REAL
}
