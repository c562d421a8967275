package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.syntax.Declaration;
import java.util.List;

/** Whether values given from outside belong to dims of the spec. */
final class Options {
    private Options() {}

    static void check(Overrides overrides, List<Declaration.Dim> dims, Diagnostics diagnostics) {
        List<String> names = dims.stream().map(dim -> dim.name().text()).toList();
        overrides.dims().forEach((name, value) -> {
            if (!names.contains(name)) {
                diagnostics.report(new OptionProblem.UnknownDim(name, value, names));
            } else if (value < 0) {
                diagnostics.report(new OptionProblem.NegativeDim(name, value));
            }
        });
    }
}
