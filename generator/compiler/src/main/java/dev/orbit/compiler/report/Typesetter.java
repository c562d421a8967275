package dev.orbit.compiler.report;

import dev.orbit.compiler.analyse.Line;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Printer;
import java.util.List;

/** Writes lines of mathematics, one on a line; what stands under a heading is indented. */
public final class Typesetter {
    private static final String INDENT = "  ";

    private final Format format;
    private final Printer printer;
    private final StringBuilder out = new StringBuilder();

    private Typesetter(Format format) {
        this.format = format;
        this.printer = format.printer();
    }

    /** The lines, each ended by a line break. */
    public static String render(List<? extends Line> lines, Format format, int depth) {
        Typesetter typesetter = new Typesetter(format);
        lines.forEach(line -> typesetter.write(line, depth));
        return typesetter.out.toString();
    }

    private void write(Line line, int depth) {
        line.match(new Line.Cases<Typesetter>(equation -> put(depth, equation(equation)), block -> {
            put(depth, heading(block.heading()));
            block.lines().forEach(inner -> write(inner, depth + 1));
            return this;
        }));
    }

    private Typesetter put(int depth, String text) {
        String indent = switch (format) {
            case TEXT -> INDENT.repeat(depth);
            case LATEX -> "\\quad ".repeat(depth);
            case MATHML -> "";
        };
        out.append(indent).append(text).append('\n');
        return this;
    }

    private String equation(Line.Equation equation) {
        String left = render(equation.left());
        String right = render(equation.right());
        return switch (format) {
            case TEXT -> left + " = " + right;
            case LATEX -> left + " = " + right + " \\\\";
            case MATHML -> math(left + "<mo>=</mo>" + right);
        };
    }

    private String heading(Line.Heading heading) {
        List<String> parts = heading.parts().stream().map(this::render).toList();
        return switch (heading.kind()) {
            case RANGE -> sentence("for ", list(parts));
            case CONDITION -> sentence("if ", parts.get(0));
            case OTHERWISE -> sentence("otherwise", "");
        };
    }

    private String list(List<String> parts) {
        return switch (format) {
            case TEXT -> parts.get(0) + " = " + parts.get(1) + ", …, " + parts.get(2);
            case LATEX -> parts.get(0) + " = " + parts.get(1) + ", \\dots, " + parts.get(2);
            case MATHML -> parts.get(0) + "<mo>=</mo>" + parts.get(1) + "<mo>,</mo><mo>…</mo><mo>,</mo>" + parts.get(2);
        };
    }

    private String sentence(String word, String formula) {
        return switch (format) {
            case TEXT -> word + formula + ":";
            case LATEX -> "\\text{" + word + "} " + formula + " \\\\";
            case MATHML -> math("<mtext>" + word.strip() + "&#xa0;</mtext>" + formula);
        };
    }

    private static String math(String inside) {
        return "<math display=\"block\"><mrow>" + inside + "</mrow></math>";
    }

    /** A formula that is too long for anyone to read is only described. */
    private String render(Formula formula) {
        return Printer.writtenSize(formula) > 5000
                ? switch (format) {
                    case TEXT -> "(" + formula + ")";
                    case LATEX -> "\\text{" + formula + "}";
                    case MATHML -> "<mtext>" + formula + "</mtext>";
                }
                : printer.render(formula);
    }
}
