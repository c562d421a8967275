package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The language's own notation, on one line. */
class TextGlyphs implements Glyphs {
    /** Numbers with more zeros than this before or after their digits are written with an exponent. */
    private static final int MOST_ZEROS = 5;

    @Override
    public String number(BigDecimal value) {
        return decimal(value);
    }

    /** Plain while it is short, else {@code 1.5e-15}; always with a digit on both sides of a point. */
    static String decimal(BigDecimal value) {
        BigDecimal digits = value.stripTrailingZeros();
        int zerosBehind = -digits.scale();
        int zerosBefore = digits.scale() - digits.precision();
        if (zerosBehind <= MOST_ZEROS + 10 && zerosBefore <= MOST_ZEROS) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(digits.precision() - digits.scale() - 1)
                .stripTrailingZeros()
                .toPlainString();
        return mantissa + "e" + (digits.precision() - digits.scale() - 1);
    }

    @Override
    public String constant(Formula.Constant.Kind kind) {
        return switch (kind) {
            case PI -> "pi";
            case INFINITY -> "inf";
            case UNDEFINED -> "NaN";
        };
    }

    @Override
    public String name(Name name) {
        return name.toString();
    }

    @Override
    public String minus(String x) {
        return "-" + x;
    }

    @Override
    public String plus(String x, String y) {
        return x + " + " + y;
    }

    @Override
    public String difference(String x, String y) {
        return x + " - " + y;
    }

    @Override
    public String times(String x, String y) {
        return x + " * " + y;
    }

    @Override
    public String fraction(String x, String y) {
        return x + " / " + y;
    }

    @Override
    public boolean drawsBars() {
        return false;
    }

    @Override
    public String power(String base, String exponent) {
        return base + "^" + exponent;
    }

    @Override
    public boolean raises() {
        return false;
    }

    @Override
    public String brackets(String x) {
        return "(" + x + ")";
    }

    @Override
    public String applied(String function, List<String> arguments) {
        return function + "(" + String.join(", ", arguments) + ")";
    }

    /** {@code s'(u)} for one argument; {@code ∂₁f(u, v)} for several. */
    @Override
    public String called(String function, List<Integer> by, List<String> arguments) {
        String name = by.isEmpty()
                ? function
                : arguments.size() == 1 ? function + "'".repeat(by.size()) : "∂" + subscripts(by) + function;
        return applied(name, arguments);
    }

    private static String subscripts(List<Integer> by) {
        return by.stream()
                .map(argument -> Integer.toString(argument + 1)
                        .chars()
                        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    @Override
    public String compared(Formula.Relation relation, String x, String y) {
        return x + " " + operator(relation) + " " + y;
    }

    static String operator(Formula.Relation relation) {
        return switch (relation) {
            case LESS -> "<";
            case LESS_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_EQUAL -> ">=";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
        };
    }

    @Override
    public String joined(Formula.Connective connective, List<String> truths) {
        return switch (connective) {
            case AND -> truths.isEmpty() ? "true" : String.join(" and ", truths);
            case OR -> truths.isEmpty() ? "false" : String.join(" or ", truths);
            case NOT -> "not " + truths.get(0);
        };
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return "if " + condition + " then " + then + " else " + otherwise;
    }

    @Override
    public String product(String x, String y) {
        return times(x, y);
    }

    @Override
    public String elementwise(String x, String y) {
        return x + " .* " + y;
    }

    @Override
    public String transposed(String x) {
        return applied("transpose", List.of(x));
    }

    @Override
    public String norm(String x) {
        return applied("norm", List.of(x));
    }

    @Override
    public String entry(String x, List<String> places) {
        return x + "[" + String.join(", ", places) + "]";
    }

    @Override
    public String stacked(List<String> parts) {
        return "[" + String.join("; ", parts) + "]";
    }

    @Override
    public String beside(List<String> parts) {
        return "[" + String.join(", ", parts) + "]";
    }

    @Override
    public String sum(String body, String index) {
        return applied("sum", List.of(index + ": " + body));
    }

    @Override
    public String each(String body, String index) {
        return "[" + index + ": " + body + "]";
    }

    @Override
    public String derivative(String of, String by) {
        return "d" + of + " / d" + by;
    }
}
