package dev.orbit.compiler;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.parse.SourceText;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Spec;
import java.util.Optional;

/** What the tests over specs run: everything that can report a problem of a spec. */
final class FrontEnd {
    private FrontEnd() {}

    /** Reads and checks a spec; the problems of every room go to {@code diagnostics}. */
    static void check(String name, byte[] bytes, Diagnostics diagnostics) {
        Optional<SourceFile> source = SourceText.decode(name, bytes, diagnostics);
        Optional<Spec> spec = source.flatMap(file -> SpecParser.parse(file, diagnostics));
        // The check room goes on from here: spec.ifPresent(parsed -> ...).
    }
}
