package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something is read where it is not known.
 *
 * @param declared where the name is declared, if in the same file
 * @param site where the reading expression stands
 * @param via the function that reads it, if it is not read directly
 */
record Reading(String name, Role role, Optional<Span> declared, Site site, Optional<Via> via) {
    /** A function that was called, and where its body reads the name, if in the same file. */
    record Via(String function, Optional<Span> at) {}

    /** {@code `h`}, or {@code `h`, which `f` reads,}. */
    String subject() {
        return "`" + name + "`"
                + via.map(v -> ", which `" + v.function() + "` reads,").orElse("");
    }

    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        via.flatMap(Via::at)
                .ifPresent(at ->
                        notes.add(new Note(at, "`" + via.orElseThrow().function() + "` reads `" + name + "` here")));
        declared.ifPresent(at -> notes.add(Note.declaredHere(at, name)));
        return notes;
    }
}
