package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One end of a conflict of shapes: its words, its shape, where it stands and, if it is just a name, where that is declared.
 */
record Operand(String words, Shape shape, Span span, Optional<Span> declared) {
    static Operand of(Typed typed, Span span, String words, Frame frame) {
        Optional<Symbol> symbol = typed.expr().flatMap(Operand::symbol);
        return new Operand(words, typed.shape(), span, symbol.flatMap(frame::declared));
    }

    private static Optional<Symbol> symbol(Expr expr) {
        if (expr instanceof Expr.Reference reference) {
            return Optional.of(reference.symbol());
        }
        return expr instanceof Expr.Primed primed ? Optional.of(primed.state()) : Optional.empty();
    }

    /** {@code `a * h` is [m]}. */
    String is() {
        return "`" + words + "` is " + article();
    }

    /** {@code [m]} or {@code a scalar}. */
    String article() {
        return shape.isScalar() ? "a scalar" : shape.toString();
    }

    /** Points at the declaration of a plain name, else at the operand itself. */
    Note note() {
        return declared.map(at -> new Note(at, "`" + words + "` is declared here: " + article()))
                .orElseGet(() -> new Note(span, "this is " + article()));
    }

    /** Points at the declaration of a plain name; nothing for an expression. */
    List<Note> declaration() {
        return declared.isPresent() ? List.of(note()) : List.of();
    }

    static List<Note> notes(Operand... operands) {
        return Stream.of(operands).map(Operand::note).distinct().toList();
    }
}
