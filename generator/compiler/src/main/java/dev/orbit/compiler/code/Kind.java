package dev.orbit.compiler.code;

/** What a variable or an entry of an array is: a double, an int, a boolean. */
public enum Kind {
    REAL,
    WHOLE,
    TRUTH
}
