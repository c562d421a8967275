package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Name;
import java.util.List;

/** Names that nothing reads. */
final class Unused {
    private Unused() {}

    static void warn(List<Declaration> declarations, Run run, Report report) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Dim dim) {
                warn(dim.name(), Role.DIM, run, report);
            } else if (declaration instanceof Declaration.Constant constant) {
                warn(constant.name(), Role.CONSTANT, run, report);
            } else if (declaration instanceof Declaration.Datum datum) {
                warn(datum.name(), Names.role(datum.role()), run, report);
            } else if (declaration instanceof Declaration.Let let) {
                warn(let.name(), Role.LET, run, report);
            } else if (declaration instanceof Declaration.InlineFunction function) {
                warnFunction(function.name(), run, report);
            } else if (declaration instanceof Declaration.AbstractFunction function) {
                warnFunction(function.name(), run, report);
            }
        }
        run.stepNames()
                .forEach((name, place) -> run.stepScope()
                        .own(name)
                        .filter(m -> m.role() == Role.INTERMEDIATE
                                && !run.stepScope().isUsed(name))
                        .ifPresent(
                                m -> report.add(new NameProblem.Unused(place.span(), name, Role.INTERMEDIATE.word()))));
    }

    private static void warn(Name name, Role role, Run run, Report report) {
        if (!run.global().isUsed(name.text())) {
            report.add(new NameProblem.Unused(name.span(), name.text(), role.word()));
        }
    }

    private static void warnFunction(Name name, Run run, Report report) {
        if (!run.functions().isUsed(name.text())) {
            report.add(new NameProblem.Unused(name.span(), name.text(), "function"));
        }
    }
}
