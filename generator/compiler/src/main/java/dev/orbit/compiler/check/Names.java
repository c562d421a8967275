package dev.orbit.compiler.check;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a spec declares for the whole model: each once. */
record Names(Map<String, Declared> values) {
    /** A name and what it is declared as. */
    record Declared(Name name, Role role, Declaration declaration) {}

    static Names declare(List<Declaration> declarations, Report report) {
        Map<String, Declared> values = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            declared(declaration).ifPresent(found -> {
                Declared first = values.putIfAbsent(found.name().text(), found);
                if (first != null) {
                    report.add(new NameProblem.DeclaredTwice(
                            found.name().span(),
                            found.name().text(),
                            first.name().span()));
                } else if (found.name().text().equals("pi")) {
                    report.add(new NameProblem.PiRedeclared(found.name().span()));
                }
            });
        }
        return new Names(values);
    }

    /** Whether this declaration is the one that its name stands for. */
    boolean isFirst(Declaration declaration) {
        return declared(declaration)
                .map(d -> requireNonNull(values.get(d.name().text())).declaration() == declaration)
                .orElse(false);
    }

    /** {@code output h = h;} offers what is already named, and declares nothing. */
    static boolean isExport(Name name, Expression value) {
        return value instanceof Expression.Reference reference
                        && reference.name().text().equals(name.text())
                || value instanceof Expression.Primed primed
                        && primed.state().text().equals(name.text());
    }

    private static Optional<Declared> declared(Declaration declaration) {
        if (declaration instanceof Declaration.Dim dim) {
            return Optional.of(new Declared(dim.name(), Role.DIM, dim));
        } else if (declaration instanceof Declaration.Constant constant) {
            return Optional.of(new Declared(constant.name(), Role.CONSTANT, constant));
        } else if (declaration instanceof Declaration.Datum datum) {
            return Optional.of(new Declared(datum.name(), role(datum.role()), datum));
        } else if (declaration instanceof Declaration.Param param) {
            return Optional.of(new Declared(param.name(), Role.PARAMETER, param));
        } else if (declaration instanceof Declaration.Let let) {
            return Optional.of(new Declared(let.name(), Role.LET, let));
        } else if (declaration instanceof Declaration.State state) {
            return Optional.of(new Declared(state.name(), Role.STATE, state));
        } else if (declaration instanceof Declaration.Output output && !isExport(output.name(), output.value())) {
            return Optional.of(new Declared(output.name(), Role.OUTPUT, output));
        }
        return Optional.empty();
    }

    static Role role(Declaration.DatumRole role) {
        return switch (role) {
            case INPUT -> Role.INPUT;
            case TARGET -> Role.TARGET;
        };
    }
}
