package dev.orbit.compiler.model;

/** What a name stands for. */
public enum Role {
    /** A size; one may be open until the class is used. */
    DIM("dim"),
    CONSTANT("constant"),
    INPUT("input"),
    TARGET("target"),
    PARAMETER("param"),
    LET("let"),
    STATE("state"),
    /** Named by an equation of the step. */
    INTERMEDIATE("intermediate"),
    /** Named by an {@code output}. */
    OUTPUT("output"),
    /** The {@code t} of {@code iterate t in 1..T}. */
    STEP_INDEX("step number"),
    /** The {@code i} of {@code sum(i in 1..p: ...)}. */
    RUNNING_INDEX("running index"),
    /** A parameter of a function. */
    ARGUMENT("function parameter"),
    /** A {@code let} inside a function. */
    LOCAL("let of a function");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** What messages call it. */
    public String word() {
        return word;
    }

    /** Whether it is an {@code input} or a {@code target}. */
    public boolean isData() {
        return this == INPUT || this == TARGET;
    }
}
