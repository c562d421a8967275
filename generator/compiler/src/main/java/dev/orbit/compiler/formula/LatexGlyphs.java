package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** LaTeX for mathematics mode, with amsmath. */
final class LatexGlyphs implements Glyphs {
    /** Functions that LaTeX knows by name. */
    private static final Set<String> KNOWN =
            Set.of("exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "min", "max");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\{}$&#%^_~]");

    @Override
    public String number(BigDecimal value) {
        String text = TextGlyphs.decimal(value);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return text;
        }
        String mantissa = text.substring(0, exponent);
        String power = "10^{" + text.substring(exponent + 1) + "}";
        return mantissa.equals("1") ? power : "{" + mantissa + " \\cdot " + power + "}";
    }

    @Override
    public String constant(Formula.Constant.Kind kind) {
        return switch (kind) {
            case PI -> "\\pi";
            case INFINITY -> "\\infty";
            case UNDEFINED -> "\\mathrm{NaN}";
        };
    }

    @Override
    public String name(Name name) {
        Written written = Written.of(name);
        String stem = word(written.stem(), "\\mathit");
        String accented = switch (name.accent()) {
            case PLAIN -> stem;
            case ADJOINT -> "\\bar{" + stem + "}";
            case TANGENT -> "\\dot{" + stem + "}";
            case PREDICTED -> "\\hat{" + stem + "}";
        };
        String subscript = written.subscripts().stream()
                .map(part -> word(part, "\\mathrm"))
                .collect(Collectors.joining(","));
        return accented + (subscript.isEmpty() ? "" : "_{" + subscript + "}") + "'".repeat(name.primes());
    }

    /** One letter as it is, a Greek one by its command, a word upright or slanted as one thing. */
    private static String word(String text, String font) {
        String greek = Greek.name(text).orElse(text);
        if (Greek.letter(greek).isPresent()) {
            return "\\" + (greek.equals("epsilon") ? "varepsilon" : greek);
        }
        boolean plain =
                text.codePointCount(0, text.length()) == 1 || !text.codePoints().allMatch(Character::isLetter);
        return plain ? escaped(text) : font + "{" + escaped(text) + "}";
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
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
        boolean digitsMeet = Character.isDigit(y.charAt(0)) || y.startsWith("{");
        return x + (digitsMeet ? " \\cdot " : " \\, ") + y;
    }

    @Override
    public String fraction(String x, String y) {
        return "\\frac{" + x + "}{" + y + "}";
    }

    @Override
    public boolean drawsBars() {
        return true;
    }

    @Override
    public String power(String base, String exponent) {
        // a prime is an exponent to LaTeX, and a base may carry one
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public boolean raises() {
        return true;
    }

    @Override
    public String brackets(String x) {
        return "\\left(" + x + "\\right)";
    }

    @Override
    public String applied(String function, List<String> arguments) {
        if (function.equals("sqrt")) {
            return "\\sqrt{" + arguments.get(0) + "}";
        } else if (function.equals("abs")) {
            return "\\left|" + arguments.get(0) + "\\right|";
        }
        String head = KNOWN.contains(function) ? "\\" + function : "\\operatorname{" + function + "}";
        return head + brackets(String.join(", ", arguments));
    }

    @Override
    public String called(String function, List<Integer> by, List<String> arguments) {
        String head = name(Name.of(function));
        boolean single = arguments.size() == 1;
        String partial = by.stream()
                .map(argument -> "\\partial_{" + (argument + 1) + "}")
                .collect(Collectors.joining());
        String differentiated = single ? head + "'".repeat(by.size()) : partial + (by.isEmpty() ? "" : " ") + head;
        return differentiated + brackets(String.join(", ", arguments));
    }

    @Override
    public String compared(Formula.Relation relation, String x, String y) {
        String operator = switch (relation) {
            case LESS -> "<";
            case LESS_EQUAL -> "\\le";
            case GREATER -> ">";
            case GREATER_EQUAL -> "\\ge";
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\ne";
        };
        return x + " " + operator + " " + y;
    }

    @Override
    public String joined(Formula.Connective connective, List<String> truths) {
        return switch (connective) {
            case AND -> truths.isEmpty() ? "\\top" : String.join(" \\land ", truths);
            case OR -> truths.isEmpty() ? "\\bot" : String.join(" \\lor ", truths);
            case NOT -> "\\lnot " + truths.get(0);
        };
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return "\\begin{cases}" + then + " & \\text{if } " + condition + " \\\\ " + otherwise
                + " & \\text{otherwise}\\end{cases}";
    }

    @Override
    public String product(String x, String y) {
        return x + " \\, " + y;
    }

    @Override
    public String elementwise(String x, String y) {
        return x + " \\odot " + y;
    }

    @Override
    public String transposed(String x) {
        return "{" + x + "}^{\\top}";
    }

    @Override
    public String norm(String x) {
        return "\\left\\lVert " + x + " \\right\\rVert";
    }

    @Override
    public String entry(String x, List<String> places) {
        return "{" + x + "}_{[" + String.join(", ", places) + "]}";
    }

    @Override
    public String stacked(List<String> parts) {
        return "\\begin{bmatrix}" + String.join(" \\\\ ", parts) + "\\end{bmatrix}";
    }

    @Override
    public String beside(List<String> parts) {
        return "\\begin{bmatrix}" + String.join(" & ", parts) + "\\end{bmatrix}";
    }

    @Override
    public String sum(String body, String index) {
        return "\\sum_{" + index + "} " + body;
    }

    @Override
    public String each(String body, String index) {
        return "\\left[" + body + "\\right]_{" + index + "}";
    }

    @Override
    public String derivative(String of, String by) {
        return "\\frac{\\partial " + of + "}{\\partial " + by + "}";
    }
}
