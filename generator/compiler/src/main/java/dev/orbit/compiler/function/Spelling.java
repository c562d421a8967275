package dev.orbit.compiler.function;

import java.util.List;

/**
 * How emitted Java writes an application: an operator or a call.
 *
 * <p>The class {@code Functions} in a call is {@code dev.orbit.runtime.Functions}; {@code Math} is Java's own.
 *
 * @param template Java text in which {@code #} stands for the first operand and {@code @} for the second
 * @param binding how tightly the whole text binds
 */
public record Spelling(String template, Binding binding) {
    /** Precedence in Java, loosest first. An {@code ATOM} is a name, a call, an unsigned literal or anything in parentheses. */
    public enum Binding {
        ADDITIVE,
        MULTIPLICATIVE,
        UNARY,
        ATOM
    }

    /** A piece of Java and how tightly it binds; a negative literal is {@code UNARY}. */
    public record Term(String text, Binding binding) {}

    static Spelling call1(String method) {
        return new Spelling(method + "(#)", Binding.ATOM);
    }

    static Spelling call2(String method) {
        return new Spelling(method + "(#, @)", Binding.ATOM);
    }

    static Spelling infix(String operator, Binding binding) {
        return new Spelling("# " + operator + " @", binding);
    }

    /** Whether an operand is written twice, so that it must be a name. */
    public boolean repeatsOperand() {
        return template.indexOf('#') != template.lastIndexOf('#');
    }

    /**
     * The Java text of the application. Operands are put in parentheses where Java would otherwise associate differently: the order of
     * rounding is part of the meaning.
     *
     * @param operands as many as the function has
     */
    public Term render(List<Term> operands) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < template.length(); at++) {
            char c = template.charAt(at);
            switch (c) {
                case '#' -> text.append(guard(operands.get(0), at == 0));
                case '@' -> text.append(guard(operands.get(1), at == 0));
                default -> text.append(c);
            }
        }
        return new Term(text.toString(), binding);
    }

    private String guard(Term operand, boolean leftmost) {
        boolean bare = binding == Binding.ATOM
                || operand.binding() == Binding.ATOM
                || (leftmost && operand.binding().compareTo(binding) >= 0)
                || (operand.binding() == Binding.MULTIPLICATIVE && binding == Binding.ADDITIVE);
        return bare ? operand.text() : "(" + operand.text() + ")";
    }
}
