package dev.orbit.compiler.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * What went wrong, as a typed value: each room groups its records in a sealed interface that extends this one, and each
 * record carries its {@link Code}. The text is made from the record's components, never stored.
 */
public interface Problem {
    /** One sentence without a final full stop; names and code in backquotes. */
    String message();

    default Severity severity() {
        return Severity.ERROR;
    }

    /** Other places that matter, such as the declaration that conflicts. Used only when the problem has a place. */
    default List<Note> notes() {
        return List.of();
    }

    /** What to do about it. */
    default Optional<String> help() {
        return Optional.empty();
    }

    /** The code on this record. */
    default String code() {
        return getClass().getAnnotation(Code.class).value();
    }
}
