package dev.orbit.compiler.formula;

/**
 * A formula as it is written, with what its surroundings must know of it.
 *
 * @param text in some notation
 * @param level how tightly the whole of it binds
 * @param signed whether it begins with a minus sign
 */
record Piece(String text, Level level, boolean signed) {
    /** Precedence in the language, loosest first. */
    enum Level {
        CHOICE,
        OR,
        AND,
        NOT,
        COMPARISON,
        ADDITIVE,
        /** A sum over an index: all that follows it belongs to it. */
        SUM,
        MULTIPLICATIVE,
        UNARY,
        POWER,
        ATOM
    }

    static Piece atom(String text) {
        return new Piece(text, Level.ATOM, false);
    }

    static Piece at(Level level, String text, Piece leftmost) {
        return new Piece(text, level, leftmost.signed);
    }

    /** Whether it can stand as the left operand of an operator of this level. */
    boolean bindsAtLeast(Level other) {
        return level.compareTo(other) >= 0;
    }
}
