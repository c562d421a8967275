package dev.orbit.compiler.check;

/** Where an expression stands; it decides what the expression may read. */
enum Site {
    CONSTANT("a constant"),
    /** The start value of a parameter, and a value in an {@code init}. */
    START("the start value of a param"),
    BOUND("the interval of a param"),
    PENALTY("a penalty"),
    LET("a let"),
    STATE_START("the start of a state"),
    /** The last argument of {@code lag}. */
    BEFORE("what stands before a lag"),
    OVER_STEPS("a reduction over steps"),
    STEP("the step"),
    /** Losses, residuals and outputs outside the step. */
    RESULT("what is computed after the last step"),
    CLAIM("a claim"),
    /** A value after {@code at}. */
    SETTING("a value after `at`"),
    FUNCTION("a function");

    private final String words;

    Site(String words) {
        this.words = words;
    }

    /** As a message calls it. */
    String words() {
        return words;
    }
}
