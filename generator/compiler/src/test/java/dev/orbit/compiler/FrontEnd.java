package dev.orbit.compiler;

import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.claim.Claims;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.parse.SourceText;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Spec;
import java.util.Optional;

/** What the tests over specs run: everything that can report a problem of a spec. */
public final class FrontEnd {
    private FrontEnd() {}

    /** Reads a spec. */
    static Optional<Spec> parse(String name, byte[] bytes, Diagnostics diagnostics) {
        Optional<SourceFile> source = SourceText.decode(name, bytes, diagnostics);
        return source.flatMap(file -> SpecParser.parse(file, diagnostics));
    }

    /** Reads and checks a spec; the problems of every room go to {@code diagnostics}. */
    public static Optional<Model> check(String name, byte[] bytes, Diagnostics diagnostics) {
        return check(name, bytes, Overrides.NONE, diagnostics);
    }

    /** The same with dims and functions chosen outside the spec. */
    public static Optional<Model> check(String name, byte[] bytes, Overrides overrides, Diagnostics diagnostics) {
        Optional<Model> model =
                parse(name, bytes, diagnostics).flatMap(parsed -> Check.check(parsed, overrides, diagnostics));
        if (!diagnostics.hasErrors()) {
            model.ifPresent(checked -> Claims.report(checked, new Claims().decide(checked), diagnostics));
        }
        return model;
    }
}
