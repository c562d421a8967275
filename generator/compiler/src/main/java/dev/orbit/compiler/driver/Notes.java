package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The equations of a spec, as its author wrote them, with their lines. */
final class Notes {
    private final Model model;
    private final List<Outline.Note> notes = new ArrayList<>();

    private Notes(Model model) {
        this.model = model;
    }

    static List<Outline.Note> of(Model model) {
        Notes notes = new Notes(model);
        for (Let let : model.lets()) {
            notes.add(let.symbol().name() + " = ", let.value().span());
        }
        model.step().forEach(notes::statement);
        notes.all("loss ", model.losses());
        notes.all("residual ", model.residuals());
        notes.all("penalty ", model.penalties());
        return notes.notes;
    }

    private void statement(Statement statement) {
        add("", statement.span());
    }

    private void all(String word, List<Expr> exprs) {
        exprs.forEach(expr -> add(word, expr.span()));
    }

    private void add(String before, Span span) {
        String text = before
                + model.source().slice(span).replaceAll("\\s+", " ").strip().replaceAll(";$", "");
        Outline.Note note =
                new Outline.Note(text, model.source().position(span.start()).line(), span.start(), span.end());
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
