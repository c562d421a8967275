package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Setting;
import dev.orbit.compiler.syntax.Spec;
import java.util.Optional;

/** Text to syntax. Every problem found is reported; nothing is thrown for what stands in the text. */
public final class SpecParser {
    private SpecParser() {}

    /**
     * Reads a whole spec. After an error the spec holds what could be read, and {@link Spec#unread()} the rest, so that
     * later rooms can report problems of their own in the same run; ask {@code diagnostics} whether to go on from there.
     *
     * @return empty only if nothing sensible can be read from the file, which has then been reported
     */
    public static Optional<Spec> parse(SourceFile source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException("under construction");
    }

    /** Reads a binding of a function, such as {@code s(u) = sigmoid(u)}, without the word and the semicolon. */
    public static Optional<Declaration.InlineFunction> parseBinding(SourceFile source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException("under construction");
    }

    /** Reads {@code name = value} without a semicolon. */
    public static Optional<Setting> parseSetting(SourceFile source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException("under construction");
    }

    /** Reads one expression. */
    public static Optional<Expression> parseExpression(SourceFile source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException("under construction");
    }
}
