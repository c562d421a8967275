package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in functions whose body was never put in, because nothing calls them or because something else is wrong where they
 * are called. Their shapes are unknown, but what they mention must exist all the same.
 */
final class Uncalled {
    private Uncalled() {}

    static void check(Run run, Report report) {
        Set<String> called =
                run.instances().keySet().stream().map(InstanceKey::function).collect(Collectors.toSet());
        run.functions().inline().stream()
                .filter(function -> !called.contains(function.name()))
                .forEach(function -> check(function, run, report));
    }

    private static void check(Callee.Inline function, Run run, Report report) {
        Report inside = new Report(function.file(), Optional.empty(), report.found());
        Frame frame = run.frame(Site.FUNCTION, inside);
        FreeNames names = run.functions().names(function.name());
        names.functions().values().stream()
                .filter(name -> !run.functions().isKnown(name.text()))
                .forEach(name -> Calls.resolve(name, frame));
        names.values().values().stream()
                .filter(name -> run.global().own(name.text()).isPresent()
                        || !run.functions().isKnown(name.text()))
                .forEach(name -> Naming.reference(name, frame));
        names.primed().values().forEach(name -> primed(name, frame));
    }

    private static void primed(Name name, Frame frame) {
        Naming.primed(new Expression.Primed(name, name.span()), frame);
    }
}
