package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.FrontEnd;
import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.LineRenderer;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A spec that was checked, for tests. */
record Checked(Optional<Model> model, List<Diagnostic> diagnostics) {
    static Checked of(String text) {
        return of(text, Overrides.NONE);
    }

    static Checked of(String text, Overrides overrides) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Model> model =
                FrontEnd.check("test.orbit", text.getBytes(StandardCharsets.UTF_8), overrides, diagnostics);
        return new Checked(model, diagnostics.inOrder());
    }

    /** The model of a spec without any problem. */
    static Model clean(String text) {
        Checked checked = of(text);
        assertEquals("", new LineRenderer().render(checked.diagnostics()));
        return checked.model().orElseThrow();
    }

    /** Codes with lines, as in {@code ORB301:7}, in the order of the text. */
    List<String> codes() {
        return diagnostics.stream()
                .map(d -> d.code() + d.at().map(at -> ":" + at.start().line()).orElse(""))
                .toList();
    }

    static Expr let(Model model, String name) {
        return model.lets().stream()
                .filter(let -> let.symbol().name().equals(name))
                .map(Let::value)
                .findFirst()
                .orElseThrow();
    }

    static Shape shape(Model model, String let) {
        return let(model, let).shape();
    }

    /** What the statements of a step set, in their order: {@code e}, {@code h'}, {@code if}, {@code loss}. */
    static List<String> order(List<Statement> statements) {
        return statements.stream().map(Checked::name).toList();
    }

    private static String name(Statement statement) {
        return statement.match(new Statement.Cases<>() {
            @Override
            public String define(Statement.Define define) {
                return define.intermediate().name();
            }

            @Override
            public String next(Statement.Next next) {
                return next.state().name() + "'";
            }

            @Override
            public String update(Statement.Update update) {
                return update.state().name() + "'[]";
            }

            @Override
            public String branch(Statement.Branch branch) {
                return "if";
            }

            @Override
            public String loss(Statement.Loss loss) {
                return "loss";
            }

            @Override
            public String residual(Statement.Residual residual) {
                return "residual";
            }

            @Override
            public String predict(Statement.Predict predict) {
                return predict.output().symbol().name();
            }
        });
    }
}
