package dev.orbit.compiler.code;

import java.util.List;

/** Code as text, for people who look into the compiler. */
public final class CodeText {
    private static final ExprText EXPRESSIONS = new ExprText(ExprText.PLAIN);

    private final StringBuilder out = new StringBuilder();

    private CodeText() {}

    public static String render(Code code) {
        CodeText text = new CodeText();
        code.arrays().forEach(array -> text.line("", "array " + array));
        for (Method method : code.methods()) {
            text.line("", "method " + method.name() + " (" + method.purpose() + ")");
            text.block("  ", method.body());
        }
        return text.out.toString();
    }

    private void block(String indent, List<Stmt> body) {
        body.forEach(stmt -> statement(indent, stmt));
    }

    private CodeText statement(String indent, Stmt stmt) {
        return stmt.match(new Stmt.Cases<>(
                declare -> line(
                        indent,
                        "var " + declare.variable().name()
                                + declare.initial().map(e -> " = " + text(e)).orElse("")),
                assign -> line(
                        indent, text(assign.target()) + " " + assign.update().text() + " " + text(assign.value())),
                grow -> line(indent, "grow " + grow.array().name() + " to " + text(grow.rows()) + " x " + grow.width()),
                loop -> {
                    line(
                            indent,
                            (loop.backward() ? "backward " : "") + loop.index().name() + " < " + text(loop.count()));
                    block(indent + "  ", loop.body());
                    return this;
                },
                branch -> {
                    line(indent, "if " + text(branch.condition()));
                    block(indent + "  ", branch.then());
                    if (!branch.otherwise().isEmpty()) {
                        line(indent, "else");
                        block(indent + "  ", branch.otherwise());
                    }
                    return this;
                },
                call -> line(indent, call.owner() + "." + call.method() + args(call.args())),
                call -> line(indent, call.function() + "." + call.method() + args(call.args())),
                call -> line(indent, call.method() + args(call.args())),
                note -> line(indent, "// " + note.text()),
                giveBack -> line(indent, "return " + text(giveBack.value()))));
    }

    private static String text(Expr expr) {
        return EXPRESSIONS.render(expr);
    }

    private static String args(List<? extends Argument> args) {
        return "(" + EXPRESSIONS.render(args) + ")";
    }

    private CodeText line(String indent, String text) {
        out.append(indent).append(text).append('\n');
        return this;
    }
}
