package dev.orbit.compiler.syntax;

import java.util.List;

/** Writes the statements of a step, one a line. */
final class StatementPrinter implements Statement.Cases<StringBuilder> {
    private static final String INDENT = "  ";

    private final StringBuilder out;
    private final ExpressionPrinter expressions;
    private final int depth;

    StatementPrinter(StringBuilder out, int depth) {
        this.out = out;
        this.expressions = new ExpressionPrinter(out);
        this.depth = depth;
    }

    /** Writes the statements between braces, from the opening to the closing one. */
    void block(List<Statement> statements) {
        out.append("{\n");
        StatementPrinter inside = new StatementPrinter(out, depth + 1);
        for (Statement statement : statements) {
            out.append(INDENT.repeat(depth + 1));
            statement.match(inside).append('\n');
        }
        out.append(INDENT.repeat(depth)).append('}');
    }

    private StringBuilder define(String head, Expression value) {
        out.append(head);
        expressions.print(value);
        return out.append(';');
    }

    @Override
    public StringBuilder update(Statement.Update update) {
        return define(update.state().text() + "' = ", update.value());
    }

    @Override
    public StringBuilder updateEntry(Statement.UpdateEntry update) {
        out.append(update.state().text()).append("'[");
        expressions.list(update.subscripts(), ", ", expressions::print);
        return define("] = ", update.value());
    }

    @Override
    public StringBuilder intermediate(Statement.Intermediate intermediate) {
        return define(intermediate.name().text() + " = ", intermediate.value());
    }

    @Override
    public StringBuilder destructure(Statement.Destructure destructure) {
        out.append('[');
        expressions.list(destructure.parts(), "; ", this::print);
        return define("] = ", destructure.value());
    }

    private void print(Part part) {
        out.append(part.match(new Part.Cases<String>() {
            @Override
            public String toIntermediate(Part.ToIntermediate to) {
                return to.name().text();
            }

            @Override
            public String toState(Part.ToState to) {
                return to.state().text() + "'";
            }

            @Override
            public String drop(Part.Drop drop) {
                return "_";
            }
        }));
        part.size().ifPresent(size -> {
            out.append('[');
            expressions.print(size);
            out.append(']');
        });
    }

    @Override
    public StringBuilder ifElse(Statement.If ifElse) {
        for (Statement.Branch branch : ifElse.branches()) {
            out.append(branch == ifElse.branches().get(0) ? "if " : " else if ");
            expressions.print(branch.condition(), Precedence.OR);
            out.append(' ');
            block(branch.statements());
        }
        if (!ifElse.otherwise().isEmpty()) {
            out.append(" else ");
            block(ifElse.otherwise());
        }
        return out;
    }

    @Override
    public StringBuilder loss(Statement.Loss loss) {
        return define("loss ", loss.value());
    }

    @Override
    public StringBuilder residual(Statement.Residual residual) {
        return define("residual ", residual.value());
    }

    @Override
    public StringBuilder output(Statement.Output output) {
        return define("output " + output.name().text() + " = ", output.value());
    }
}
