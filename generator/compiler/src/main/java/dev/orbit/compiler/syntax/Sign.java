package dev.orbit.compiler.syntax;

/** The operators that associate to the left and may stand in one {@link Expression.Chain}, and the two powers. */
public enum Sign {
    PLUS("+", Level.SUM),
    MINUS("-", Level.SUM),
    TIMES("*", Level.PRODUCT),
    DIVIDE("/", Level.PRODUCT),
    TIMES_EACH(".*", Level.PRODUCT),
    DIVIDE_EACH("./", Level.PRODUCT),
    POWER("^", Level.POWER),
    POWER_EACH(".^", Level.POWER);

    /** How strongly an operator binds, weakest first. */
    public enum Level {
        SUM,
        PRODUCT,
        POWER
    }

    private final String text;
    private final Level level;

    Sign(String text, Level level) {
        this.text = text;
        this.level = level;
    }

    /** As it is written in a spec. */
    public String text() {
        return text;
    }

    public Level level() {
        return level;
    }
}
