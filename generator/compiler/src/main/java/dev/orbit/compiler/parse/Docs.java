package dev.orbit.compiler.parse;

import dev.orbit.compiler.syntax.Doc;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Takes the stars off a documentation comment. */
final class Docs {
    private Docs() {}

    static Doc read(Token token) {
        String inside = token.getText().substring(3, token.getText().length() - 2);
        List<String> lines = inside.lines().toList();
        String first = lines.get(0).strip();
        String rest = lines.stream().skip(1).map(Docs::withoutStar).collect(Collectors.joining("\n"));
        return new Doc((first + "\n" + rest).strip(), Tokens.span(token));
    }

    // What is indented behind the star stays so.
    private static String withoutStar(String line) {
        String stripped = line.strip();
        return stripped.startsWith("*") ? stripped.substring(1).replaceFirst("^ ", "") : stripped;
    }
}
