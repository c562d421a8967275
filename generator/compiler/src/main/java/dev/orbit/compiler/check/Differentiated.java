package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves what {@code differentiate} lists. */
final class Differentiated {
    private Differentiated() {}

    static List<Symbol> check(
            List<Declaration.Differentiate> lists, List<Parameter> parameters, Run run, Report report) {
        if (lists.isEmpty()) {
            return parameters.stream().map(Parameter::symbol).toList();
        }
        Map<String, Name> seen = new LinkedHashMap<>();
        for (Name name : lists.stream().flatMap(list -> list.names().stream()).toList()) {
            Name first = seen.putIfAbsent(name.text(), name);
            if (first != null) {
                report.add(new NameProblem.ListedTwice(name.span(), name.text(), first.span()));
            }
        }
        return seen.values().stream()
                .flatMap(name -> check(name, run.frame(Site.CLAIM, report)).stream())
                .toList();
    }

    private static Optional<Symbol> check(Name name, Frame frame) {
        Optional<Meaning> found = frame.scope().find(name.text());
        if (found.isEmpty()) {
            Naming.reference(name, frame); // says what is missing, if anything is
            return Optional.empty();
        }
        Meaning meaning = found.get();
        boolean fine = switch (meaning.role()) {
            case PARAMETER -> true;
            case INPUT, TARGET -> !meaning.isIndex();
            case DIM, CONSTANT, LET, STATE, INTERMEDIATE, OUTPUT -> false;
            case STEP_INDEX, RUNNING_INDEX, ARGUMENT, LOCAL -> false;
        };
        if (!fine) {
            frame.report()
                    .add(
                            meaning.isIndex()
                                    ? new DerivativeProblem.DifferentiatesIndex(
                                            name.span(),
                                            name.text(),
                                            meaning.symbol().span())
                                    : new DerivativeProblem.DifferentiatesOther(
                                            name.span(),
                                            name.text(),
                                            meaning.role(),
                                            meaning.symbol().span()));
        }
        return fine && meaning.typed() ? Optional.of(meaning.symbol()) : Optional.empty();
    }
}
