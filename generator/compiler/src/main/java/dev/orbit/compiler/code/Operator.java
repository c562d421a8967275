package dev.orbit.compiler.code;

/** Operators of two operands. */
public enum Operator {
    MULTIPLY("*", 7),
    DIVIDE("/", 7),
    REMAINDER("%", 7),
    ADD("+", 6),
    SUBTRACT("-", 6),
    LESS("<", 5),
    LESS_EQUAL("<=", 5),
    GREATER(">", 5),
    GREATER_EQUAL(">=", 5),
    EQUAL("==", 4),
    NOT_EQUAL("!=", 4),
    AND("&&", 3),
    OR("||", 2);

    /** How tightly a sign, a negation or a cast binds. */
    static final int UNARY = 8;
    /** How tightly a name, a call or a number binds. */
    static final int ATOM = 9;
    /** How tightly a choice binds. */
    static final int CHOICE = 1;

    private final String text;
    private final int binding;

    Operator(String text, int binding) {
        this.text = text;
        this.binding = binding;
    }

    /** The operator in Java. */
    public String text() {
        return text;
    }

    /** Precedence in Java: a greater number binds tighter. */
    int binding() {
        return binding;
    }

    /** Whether the result is a number of its operands' kind, not a truth. */
    public boolean arithmetic() {
        return binding >= 6;
    }
}
