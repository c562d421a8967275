package dev.orbit.compiler.parse;

import dev.orbit.compiler.syntax.Doc;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Takes the stars off a documentation comment. */
final class Docs {
    private Docs() {}

    static Doc read(Token token) {
        String inside = token.getText().substring(3, token.getText().length() - 2);
        String text = inside.lines().map(Docs::withoutStar).collect(Collectors.joining("\n"));
        return new Doc(text.strip(), Tokens.span(token));
    }

    private static String withoutStar(String line) {
        String stripped = line.strip();
        return stripped.startsWith("*") ? stripped.substring(1).strip() : stripped;
    }
}
