package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mathematics on one line of Unicode text: real minus signs, raised exponents, lowered steps, Greek letters. */
final class UnicodeGlyphs extends TextGlyphs {
    private static final String PLAIN = "0123456789+−aehijklmnoprstuvx";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String PRIME = "′";
    private static final String MACRON = "\u0304";

    @Override
    public String number(BigDecimal value) {
        String text = super.number(value);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return text;
        }
        String power =
                "10" + raised(text.substring(exponent + 1).replace('-', '−')).orElseThrow();
        String mantissa = text.substring(0, exponent);
        return mantissa.equals("1") ? power : mantissa + "·" + power;
    }

    @Override
    public String constant(Formula.Constant.Kind kind) {
        return switch (kind) {
            case PI -> "π";
            case INFINITY -> "∞";
            case UNDEFINED -> "NaN";
        };
    }

    /** One subscript below the line if it can be, several in brackets; an adjoint has a bar if it is one letter. */
    @Override
    public String name(Name name) {
        String base = Greek.letter(name.base()).orElse(name.base());
        boolean letter = base.codePointCount(0, base.length()) == 1;
        String accented = switch (name.accent()) {
            case PLAIN -> base;
            case ADJOINT -> letter ? base + MACRON : base + "Bar";
            case TANGENT -> letter ? base + "\u0307" : base + "Dot";
            case PREDICTED -> letter ? base + "\u0302" : base + "Hat";
        };
        List<String> indices = name.indices();
        Optional<String> below =
                indices.isEmpty() ? Optional.of("") : lowered(indices.get(0).replace('-', '−'));
        String subscript = below.orElseGet(() -> "_" + indices.get(0).replace('-', '−'));
        List<String> rest = indices.subList(Math.min(1, indices.size()), indices.size());
        return accented
                + PRIME.repeat(name.primes())
                + subscript
                + (rest.isEmpty() ? "" : "[" + String.join(", ", rest).replace('-', '−') + "]");
    }

    private static Optional<String> lowered(String text) {
        return mapped(text, LOWERED);
    }

    private static Optional<String> raised(String text) {
        return mapped(text, RAISED);
    }

    /** The text in other signs, if each of its own has one. */
    private static Optional<String> mapped(String text, String signs) {
        boolean all = text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0 && PLAIN.indexOf(c) < signs.length());
        return all
                ? Optional.of(text.chars()
                        .mapToObj(c -> String.valueOf(signs.charAt(PLAIN.indexOf(c))))
                        .collect(Collectors.joining()))
                : Optional.empty();
    }

    @Override
    public String minus(String x) {
        return "−" + x;
    }

    @Override
    public String difference(String x, String y) {
        return x + " − " + y;
    }

    @Override
    public String times(String x, String y) {
        return x + "·" + y;
    }

    @Override
    public String fraction(String x, String y) {
        return x + "/" + y;
    }

    @Override
    public String power(String base, String exponent) {
        return raised(exponent.replace('-', '−')).map(small -> base + small).orElse(base + "^" + exponent);
    }

    @Override
    public String applied(String function, List<String> arguments) {
        if (function.equals("sqrt")) {
            return "√(" + arguments.get(0) + ")";
        } else if (function.equals("abs")) {
            return "|" + arguments.get(0) + "|";
        }
        return super.applied(function, arguments);
    }

    @Override
    public String called(String function, List<Integer> by, List<String> arguments) {
        return super.called(Greek.letter(function).orElse(function), by, arguments)
                .replaceFirst("'+", primes(by));
    }

    private static String primes(List<Integer> by) {
        return PRIME.repeat(by.size());
    }

    @Override
    public String compared(Formula.Relation relation, String x, String y) {
        String operator = switch (relation) {
            case LESS -> "<";
            case LESS_EQUAL -> "≤";
            case GREATER -> ">";
            case GREATER_EQUAL -> "≥";
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
        };
        return x + " " + operator + " " + y;
    }

    @Override
    public String elementwise(String x, String y) {
        return x + " ⊙ " + y;
    }

    @Override
    public String transposed(String x) {
        return x + "ᵀ";
    }

    @Override
    public String norm(String x) {
        return "‖" + x + "‖";
    }

    @Override
    public String sum(String body, String index) {
        return "Σ" + lowered(index.replace('-', '−')).orElse("(" + index + ")") + " " + body;
    }

    @Override
    public String each(String body, String index) {
        return "[" + body + " for each " + index + "]";
    }

    @Override
    public String derivative(String of, String by) {
        return "∂" + of + "/∂" + by;
    }
}
