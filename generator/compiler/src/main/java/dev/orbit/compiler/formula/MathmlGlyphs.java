package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Presentation MathML, as browsers draw it without a script. */
final class MathmlGlyphs implements Glyphs {
    private static final String INVISIBLE_TIMES = "<mo>&#x2062;</mo>";
    /** Square brackets as tall as what they hold, whether or not the reader's fonts can stretch signs. */
    private static final String BRACKETS =
            "border:0.06em solid;border-width:0 0.06em;padding:0 0.15em;margin:0.15em 0.1em;"
                    + "background:linear-gradient(currentColor,currentColor) 0 0/0.35em 0.06em no-repeat,"
                    + "linear-gradient(currentColor,currentColor) 100% 0/0.35em 0.06em no-repeat,"
                    + "linear-gradient(currentColor,currentColor) 0 100%/0.35em 0.06em no-repeat,"
                    + "linear-gradient(currentColor,currentColor) 100% 100%/0.35em 0.06em no-repeat";

    private static final String BAR = "border-top:0.06em solid;padding-top:0.12em";
    private static final String APPLIED_TO = "<mo>&#x2061;</mo>";

    @Override
    public String number(BigDecimal value) {
        String text = TextGlyphs.decimal(value);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return "<mn>" + text + "</mn>";
        }
        String mantissa = text.substring(0, exponent);
        String power = "<msup><mn>10</mn><mn>" + text.substring(exponent + 1).replace('-', '\u2212') + "</mn></msup>";
        return mantissa.equals("1") ? power : row("<mn>" + mantissa + "</mn>", operator("&#xd7;"), power);
    }

    @Override
    public String constant(Formula.Constant.Kind kind) {
        return switch (kind) {
            case PI -> "<mi>π</mi>";
            case INFINITY -> "<mi>∞</mi>";
            case UNDEFINED -> "<mtext>NaN</mtext>";
        };
    }

    @Override
    public String name(Name name) {
        Written written = Written.of(name);
        String stem = identifier(written.stem());
        String accented = switch (name.accent()) {
            case PLAIN -> stem;
            case ADJOINT -> "<mrow style=\"" + BAR + "\">" + stem + "</mrow>";
            case TANGENT -> over(stem, "&#x2d9;");
            case PREDICTED -> over(stem, "^");
        };
        String prime = name.primes() == 0 ? "" : "<mo>" + "&#x2032;".repeat(name.primes()) + "</mo>";
        String subscript = written.subscripts().stream()
                .map(MathmlGlyphs::subscript)
                .collect(Collectors.joining("<mo>,</mo>", "<mrow>", "</mrow>"));
        if (written.subscripts().isEmpty()) {
            return prime.isEmpty() ? accented : "<msup>" + accented + prime + "</msup>";
        }
        return prime.isEmpty()
                ? "<msub>" + accented + subscript + "</msub>"
                : "<msubsup>" + accented + subscript + prime + "</msubsup>";
    }

    private static String identifier(String text) {
        return "<mi>" + escaped(Greek.letter(text).orElse(text)) + "</mi>";
    }

    private static String subscript(String text) {
        int sign = Math.max(text.indexOf('-'), text.indexOf('+'));
        if (sign > 0) {
            String operator = operator(text.charAt(sign) == '-' ? "&#x2212;" : "+");
            return row(subscript(text.substring(0, sign)), operator, subscript(text.substring(sign + 1)));
        }
        return text.chars().allMatch(Character::isDigit)
                ? "<mn>" + text + "</mn>"
                : "<mi>" + escaped(Greek.letter(text).orElse(text)) + "</mi>";
    }

    private static String over(String stem, String accent) {
        return "<mover accent=\"true\">" + stem + "<mo>" + accent + "</mo></mover>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String operator(String sign) {
        return "<mo>" + sign + "</mo>";
    }

    private static String row(String... parts) {
        return "<mrow>" + String.join("", parts) + "</mrow>";
    }

    @Override
    public String minus(String x) {
        return row("<mo form=\"prefix\">&#x2212;</mo>", x);
    }

    @Override
    public String plus(String x, String y) {
        return row(x, operator("+"), y);
    }

    @Override
    public String difference(String x, String y) {
        return row(x, operator("&#x2212;"), y);
    }

    @Override
    public String times(String x, String y) {
        boolean digitsMeet = y.startsWith("<mn>") || y.startsWith("<mrow><mn>") || y.startsWith("<msup><mn>");
        return row(x, digitsMeet ? operator("&#x22c5;") : INVISIBLE_TIMES, y);
    }

    @Override
    public String fraction(String x, String y) {
        return "<mfrac>" + x + y + "</mfrac>";
    }

    @Override
    public boolean drawsBars() {
        return true;
    }

    @Override
    public String power(String base, String exponent) {
        return "<msup>" + base + exponent + "</msup>";
    }

    @Override
    public boolean raises() {
        return true;
    }

    @Override
    public String brackets(String x) {
        return row(operator("("), x, operator(")"));
    }

    @Override
    public String applied(String function, List<String> arguments) {
        if (function.equals("sqrt")) {
            return "<msqrt>" + arguments.get(0) + "</msqrt>";
        } else if (function.equals("abs")) {
            return row("<mo>|</mo>", arguments.get(0), "<mo>|</mo>");
        }
        return row("<mi>" + function + "</mi>", APPLIED_TO, brackets(String.join("<mo>,</mo>", arguments)));
    }

    @Override
    public String called(String function, List<Integer> by, List<String> arguments) {
        String head = name(Name.of(function));
        String differentiated = head;
        if (!by.isEmpty() && arguments.size() == 1) {
            differentiated = "<msup>" + head + "<mo>" + "&#x2032;".repeat(by.size()) + "</mo></msup>";
        } else if (!by.isEmpty()) {
            String numbers = by.stream().map(n -> "<mn>" + (n + 1) + "</mn>").collect(Collectors.joining());
            differentiated = row("<msub><mo>&#x2202;</mo><mrow>" + numbers + "</mrow></msub>", head);
        }
        return row(differentiated, APPLIED_TO, brackets(String.join("<mo>,</mo>", arguments)));
    }

    @Override
    public String compared(Formula.Relation relation, String x, String y) {
        String sign = switch (relation) {
            case LESS -> "&lt;";
            case LESS_EQUAL -> "&#x2264;";
            case GREATER -> "&gt;";
            case GREATER_EQUAL -> "&#x2265;";
            case EQUAL -> "=";
            case NOT_EQUAL -> "&#x2260;";
        };
        return row(x, operator(sign), y);
    }

    @Override
    public String joined(Formula.Connective connective, List<String> truths) {
        return switch (connective) {
            case AND -> truths.isEmpty() ? "<mtext>true</mtext>" : row(String.join(operator("&#x2227;"), truths));
            case OR -> truths.isEmpty() ? "<mtext>false</mtext>" : row(String.join(operator("&#x2228;"), truths));
            case NOT -> row(operator("&#xac;"), truths.get(0));
        };
    }

    @Override
    public String choice(String condition, String then, String otherwise) {
        return row(
                operator("{"),
                "<mtable columnalign=\"left left\">",
                "<mtr><mtd>" + then + "</mtd><mtd><mtext>if&#xa0;</mtext>" + condition + "</mtd></mtr>",
                "<mtr><mtd>" + otherwise + "</mtd><mtd><mtext>otherwise</mtext></mtd></mtr>",
                "</mtable>");
    }

    @Override
    public String product(String x, String y) {
        return row(x, INVISIBLE_TIMES, "<mspace width=\"0.17em\"></mspace>", y);
    }

    @Override
    public String elementwise(String x, String y) {
        return row(x, operator("&#x2299;"), y);
    }

    @Override
    public String transposed(String x) {
        return "<msup>" + x + "<mi mathvariant=\"normal\">T</mi></msup>";
    }

    @Override
    public String norm(String x) {
        return row("<mo>&#x2016;</mo>", x, "<mo>&#x2016;</mo>");
    }

    @Override
    public String entry(String x, List<String> places) {
        return "<msub>" + x + row("<mo>[</mo>", String.join("<mo>,</mo>", places), "<mo>]</mo>") + "</msub>";
    }

    @Override
    public String stacked(List<String> parts) {
        return table(
                parts.stream().map(part -> "<mtr><mtd>" + part + "</mtd></mtr>").collect(Collectors.joining()));
    }

    @Override
    public String beside(List<String> parts) {
        return table("<mtr>"
                + parts.stream().map(part -> "<mtd>" + part + "</mtd>").collect(Collectors.joining()) + "</mtr>");
    }

    private static String table(String rows) {
        return "<mtable style=\"" + BRACKETS + "\">" + rows + "</mtable>";
    }

    @Override
    public String sum(String body, String index) {
        return row("<munder><mo>&#x2211;</mo>" + index + "</munder>", body);
    }

    @Override
    public String each(String body, String index) {
        return "<msub>" + row("<mo>[</mo>", body, "<mo>]</mo>") + index + "</msub>";
    }

    @Override
    public String derivative(String of, String by) {
        return "<mfrac>" + row("<mo>&#x2202;</mo>", of) + row("<mo>&#x2202;</mo>", by) + "</mfrac>";
    }
}
