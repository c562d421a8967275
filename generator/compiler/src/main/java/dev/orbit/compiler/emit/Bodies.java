package dev.orbit.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.orbit.compiler.code.Argument;
import dev.orbit.compiler.code.Expr;
import dev.orbit.compiler.code.Kind;
import dev.orbit.compiler.code.Library;
import dev.orbit.compiler.code.Stmt;
import java.util.List;

/** Statements as Java. */
final class Bodies {
    private static final int LONGEST_WITH_REMARK = 76;

    private final CodeBlock.Builder out = CodeBlock.builder();

    private Bodies() {}

    static CodeBlock of(List<Stmt> body) {
        Bodies bodies = new Bodies();
        body.forEach(bodies::add);
        return bodies.out.build();
    }

    private void add(Stmt stmt) {
        stmt.match(new Stmt.Cases<Bodies>(
                declare -> statement(
                        type(declare.variable().kind()) + " "
                                + declare.variable().name()
                                + declare.initial().map(e -> " =$W" + text(e)).orElse(""),
                        declare.remark()),
                assign -> statement(
                        text(assign.target()) + " " + assign.update().text() + "$W" + text(assign.value()),
                        assign.remark()),
                grow -> statement(
                        grow.array().name() + " = "
                                + call(
                                        Library.WORKSPACE,
                                        "hold",
                                        List.of(grow.array(), grow.rows(), new Expr.Whole(grow.width()))),
                        ""),
                this::loop,
                this::branch,
                call -> statement(call(call.owner(), call.method(), call.args()), ""),
                call -> statement(call.function() + "." + call.method() + args(call.args()), ""),
                call -> statement(call.method() + args(call.args()), ""),
                note -> comment(note.text()),
                giveBack -> statement("return " + text(giveBack.value()), "")));
    }

    static String type(Kind kind) {
        return switch (kind) {
            case REAL -> "double";
            case WHOLE -> "int";
            case TRUTH -> "boolean";
        };
    }

    private static String text(Expr expr) {
        return JavaText.EXPRESSIONS.render(expr);
    }

    private static String args(List<? extends Argument> args) {
        return "(" + JavaText.EXPRESSIONS.render(args) + ")";
    }

    private static String call(Library owner, String method, List<Argument> args) {
        return text(new Expr.Call(owner, method, Kind.REAL, args));
    }

    private Bodies statement(String text, String remark) {
        boolean fits = text.length() + remark.length() <= LONGEST_WITH_REMARK;
        if (!fits && !remark.isEmpty()) {
            comment(remark);
        }
        String tail = !fits || remark.isEmpty() ? "" : " // " + Comments.line(remark);
        out.add("$[").add(JavaText.block(text)).add(";$L\n$]", tail);
        return this;
    }

    private Bodies comment(String text) {
        if (text.isEmpty()) {
            out.add("\n");
        } else {
            out.add("// $L\n", Comments.line(text));
        }
        return this;
    }

    private Bodies loop(Stmt.For loop) {
        String i = loop.index().name();
        String head = loop.backward()
                ? "for (int " + i + " = " + lastOf(loop.count()) + "; " + i + " >= 0; " + i + "--) {\n"
                : "for (int " + i + " = 0; " + i + " < " + text(loop.count()) + "; " + i + "++) {\n";
        out.add(JavaText.block(head)).indent();
        loop.body().forEach(this::add);
        out.unindent().add("}\n");
        return this;
    }

    private static String lastOf(Expr count) {
        return count instanceof Expr.Whole whole
                ? Integer.toString(whole.value() - 1)
                : text(new Expr.Binary(dev.orbit.compiler.code.Operator.SUBTRACT, count, new Expr.Whole(1)));
    }

    private Bodies branch(Stmt.If branch) {
        out.add(JavaText.block("if (" + text(branch.condition()) + ") {\n")).indent();
        branch.then().forEach(this::add);
        out.unindent();
        if (!branch.otherwise().isEmpty()) {
            out.add("} else {\n").indent();
            branch.otherwise().forEach(this::add);
            out.unindent();
        }
        out.add("}\n");
        return this;
    }
}
