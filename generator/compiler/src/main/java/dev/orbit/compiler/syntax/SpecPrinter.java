package dev.orbit.compiler.syntax;

import java.util.List;
import java.util.Optional;

/**
 * Writes a spec back as text in one canonical layout; reading that text gives the same spec, up to spans. Documentation is
 * kept, other comments are not.
 */
public final class SpecPrinter implements Declaration.Cases<StringBuilder> {
    private final StringBuilder out = new StringBuilder();
    private final ExpressionPrinter expressions = new ExpressionPrinter(out);

    private SpecPrinter() {}

    /** The text of a spec: one declaration a line, lines ended by LF. */
    public static String render(Spec spec) {
        SpecPrinter printer = new SpecPrinter();
        spec.packageHeader().ifPresent(header -> printer.line("package " + header.name() + ";"));
        printer.doc(spec.model().doc());
        printer.line("model " + spec.model().name().text() + ";");
        for (Declaration declaration : spec.declarations()) {
            printer.doc(declaration.doc());
            declaration.match(printer).append('\n');
        }
        return printer.out.toString();
    }

    /** The text of an expression. */
    public static String render(Expression expression) {
        StringBuilder out = new StringBuilder();
        new ExpressionPrinter(out).print(expression);
        return out.toString();
    }

    /** The text of a statement of the step. */
    public static String render(Statement statement) {
        return statement.match(new StatementPrinter(new StringBuilder(), 0)).toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void doc(Optional<Doc> doc) {
        doc.map(Doc::text).ifPresent(text -> {
            if (text.contains("\n")) {
                line("/**");
                text.lines().forEach(each -> line((" * " + each).stripTrailing()));
                line(" */");
            } else {
                line(text.isEmpty() ? "/** */" : "/** " + text + " */");
            }
        });
    }

    private SpecPrinter head(String word, Name name, List<Expression> shape) {
        out.append(word).append(' ').append(name.text());
        shape(shape);
        return this;
    }

    private void shape(List<Expression> shape) {
        if (!shape.isEmpty()) {
            out.append('[');
            expressions.list(shape, ", ", expressions::print).append(']');
        }
    }

    private StringBuilder value(Optional<Expression> value) {
        value.ifPresent(present -> {
            out.append(" = ");
            expressions.print(present);
        });
        return out.append(';');
    }

    private StringBuilder word(String word, Expression value) {
        out.append(word).append(' ');
        expressions.print(value);
        return out.append(';');
    }

    @Override
    public StringBuilder dim(Declaration.Dim dim) {
        return head("dim", dim.name(), List.of()).value(dim.value());
    }

    @Override
    public StringBuilder constant(Declaration.Constant constant) {
        return head("constant", constant.name(), List.of()).value(Optional.of(constant.value()));
    }

    @Override
    public StringBuilder datum(Declaration.Datum datum) {
        String word = switch (datum.role()) {
            case INPUT -> "input";
            case TARGET -> "target";
        };
        head(word, datum.name(), datum.shape());
        datum.range().ifPresent(range -> {
            out.append(" in ");
            expressions.print(range);
        });
        return out.append(datum.perStep() ? " per step;" : ";");
    }

    @Override
    public StringBuilder param(Declaration.Param param) {
        head("param", param.name(), param.shape());
        param.interval().ifPresent(interval -> {
            out.append(" in (");
            expressions.list(List.of(interval.low(), interval.high()), ", ", expressions::print);
            out.append(')');
        });
        return value(param.start());
    }

    @Override
    public StringBuilder inlineFunction(Declaration.InlineFunction function) {
        head("function", function.name(), List.of()).out.append('(');
        expressions
                .list(function.parameters(), ", ", name -> out.append(name.text()))
                .append(')');
        if (function.lets().isEmpty()) {
            return value(Optional.of(function.result()));
        }
        out.append(" {\n");
        for (LocalLet let : function.lets()) {
            head("  let", let.name(), List.of()).value(Optional.of(let.value())).append('\n');
        }
        return word("  return", function.result()).append("\n}");
    }

    @Override
    public StringBuilder abstractFunction(Declaration.AbstractFunction function) {
        head("function", function.name(), List.of()).out.append('(');
        expressions
                .list(function.parameters(), ", ", parameter -> {
                    out.append(parameter.name().text());
                    shape(parameter.shape());
                })
                .append(')');
        shape(function.shape());
        return out.append(';');
    }

    @Override
    public StringBuilder let(Declaration.Let let) {
        return head("let", let.name(), List.of()).value(Optional.of(let.value()));
    }

    @Override
    public StringBuilder state(Declaration.State state) {
        return head("state", state.name(), state.shape()).value(Optional.of(state.start()));
    }

    @Override
    public StringBuilder step(Declaration.Step step) {
        out.append("step ");
        new StatementPrinter(out, 0).block(step.statements());
        return out;
    }

    @Override
    public StringBuilder iterateTimes(Declaration.IterateTimes iterate) {
        return word("iterate", iterate.count());
    }

    @Override
    public StringBuilder iterateOver(Declaration.IterateOver iterate) {
        out.append("iterate ").append(iterate.counter().name().text()).append(" in ");
        expressions.print(iterate.counter().range());
        return out.append(';');
    }

    @Override
    public StringBuilder loss(Declaration.Loss loss) {
        return word("loss", loss.value());
    }

    @Override
    public StringBuilder residual(Declaration.Residual residual) {
        return word("residual", residual.value());
    }

    @Override
    public StringBuilder output(Declaration.Output output) {
        return head("output", output.name(), List.of()).value(Optional.of(output.value()));
    }

    @Override
    public StringBuilder penalty(Declaration.Penalty penalty) {
        return word("penalty", penalty.value());
    }

    @Override
    public StringBuilder differentiate(Declaration.Differentiate differentiate) {
        out.append("differentiate ");
        return expressions
                .list(differentiate.names(), ", ", name -> out.append(name.text()))
                .append(';');
    }

    @Override
    public StringBuilder init(Declaration.Init init) {
        head("init", init.name(), List.of()).out.append(' ');
        return settings(init.settings());
    }

    private StringBuilder settings(List<Setting> settings) {
        out.append('{');
        settings.forEach(setting -> head("", setting.name(), List.of()).value(Optional.of(setting.value())));
        return out.append(settings.isEmpty() ? "}" : " }");
    }

    @Override
    public StringBuilder claim(Declaration.Claim claim) {
        String quoted = claim.text().replace("\\", "\\\\").replace("\"", "\\\"");
        out.append("claim \"").append(quoted).append('"');
        if (!claim.assumptions().isEmpty()) {
            out.append(" assuming ");
            expressions.list(claim.assumptions(), ", ", expressions::print);
        }
        claim.at().match(new ClaimPoint.Cases<StringBuilder>() {
            @Override
            public StringBuilder everywhere() {
                return out;
            }

            @Override
            public StringBuilder atInit(ClaimPoint.AtInit at) {
                return out.append(" at ").append(at.init().text());
            }

            @Override
            public StringBuilder atValues(ClaimPoint.AtValues at) {
                out.append(" at ");
                return settings(at.settings());
            }
        });
        out.append(": ");
        expressions.print(claim.fact());
        return out.append(';');
    }
}
