package dev.orbit.compiler.driver;

import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What is chosen outside the spec, as the checker takes it. */
final class Bindings {
    private Bindings() {}

    /** Bindings that cannot be read are reported and left out; messages call them by the option that gives them. */
    static Overrides parse(Choices choices, Diagnostics diagnostics) {
        List<Overrides.Bound> bound = new ArrayList<>();
        for (String text : choices.bindings()) {
            SourceFile source = new SourceFile("--bind", text);
            SpecParser.parseBinding(source, diagnostics)
                    .ifPresent(function -> bound.add(new Overrides.Bound(source, function)));
        }
        return new Overrides(choices.dims(), bound);
    }
}
