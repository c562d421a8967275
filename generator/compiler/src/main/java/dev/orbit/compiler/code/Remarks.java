package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comments of one method: the equations that values come from, and where adjoints begin. */
final class Remarks {
    private static final int LONGEST_REMARK = 60;

    private final List<Outline.Note> notes;
    private final Set<Outline.Note> told = new HashSet<>();
    private boolean backwards;

    Remarks(List<Outline.Note> notes) {
        this.notes = notes;
    }

    /** A line that says that from here on adjoints are computed, where that begins. */
    List<Stmt> turn(Origin origin) {
        return origin.how() == Origin.Derivation.ADJOINT ? turn() : List.of();
    }

    /** The same where a loop runs backward. */
    List<Stmt> turn() {
        if (backwards) {
            return List.of();
        }
        backwards = true;
        return List.of(new Stmt.Note(""), new Stmt.Note("Backwards: zBar is the derivative of the loss by z."));
    }

    /** The equation that the value comes from, once in a method. */
    String of(Value value) {
        Origin origin = value.origin();
        boolean written = origin.how() == Origin.Derivation.WRITTEN || origin.how() == Origin.Derivation.STABILISED;
        if (!written || value.hint().isEmpty() || value.hint().endsWith("Bar")) {
            return "";
        }
        Optional<Outline.Note> found = notes.stream()
                .filter(note -> note.from() <= origin.spanStart() && origin.spanEnd() <= note.to())
                .filter(note -> origin.spanEnd() > origin.spanStart())
                .findFirst();
        return found.filter(note ->
                        note.text().length() <= LONGEST_REMARK && !note.text().contains("{"))
                .filter(told::add)
                .map(Outline.Note::text)
                .orElse("");
    }
}
