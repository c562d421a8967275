package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Part;
import dev.orbit.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A statement of the step as one thing in an order: what it sets and what it needs.
 *
 * @param names intermediates that are visible after it, with their first place
 * @param states states that it sets, in whole or in part
 * @param reads what it reads that something else may set
 */
record Unit(Statement statement, Map<String, Name> names, Map<String, Name> states, FreeNames reads) {
    static Unit of(Statement statement) {
        Unit unit = new Unit(statement, new LinkedHashMap<>(), new LinkedHashMap<>(), new FreeNames());
        statement.match(unit.new Reader());
        return unit;
    }

    static List<Unit> of(List<Statement> statements) {
        return statements.stream().map(Unit::of).toList();
    }

    /** Learns what a statement sets and reads. */
    private final class Reader implements Statement.Cases<Unit> {
        private Unit read(Expression expression) {
            reads.add(expression);
            return Unit.this;
        }

        @Override
        public Unit update(Statement.Update update) {
            states.put(update.state().text(), update.state());
            return read(update.value());
        }

        @Override
        public Unit updateEntry(Statement.UpdateEntry update) {
            states.put(update.state().text(), update.state());
            reads.add(update.subscripts());
            return read(update.value());
        }

        @Override
        public Unit intermediate(Statement.Intermediate intermediate) {
            names.put(intermediate.name().text(), intermediate.name());
            return read(intermediate.value());
        }

        @Override
        public Unit destructure(Statement.Destructure destructure) {
            for (Part part : destructure.parts()) {
                if (part instanceof Part.ToIntermediate to) {
                    names.putIfAbsent(to.name().text(), to.name());
                } else if (part instanceof Part.ToState to) {
                    states.putIfAbsent(to.state().text(), to.state());
                }
            }
            return read(destructure.value());
        }

        @Override
        public Unit ifElse(Statement.If ifElse) {
            ifElse.branches().forEach(branch -> read(branch.condition()));
            List<List<Unit>> arms = arms(ifElse);
            arms.forEach(arm -> arm.forEach(unit -> unit.states.forEach(states::putIfAbsent)));
            arms.get(0).forEach(unit -> names.putAll(unit.names));
            arms.forEach(arm -> names.keySet().retainAll(namesOf(arm)));
            arms.forEach(this::readArm);
            reads.primed().keySet().removeAll(states.keySet());
            return Unit.this;
        }

        // What an arm names is its own; the rest comes from outside.
        private void readArm(List<Unit> arm) {
            Set<String> own = namesOf(arm);
            for (Unit unit : arm) {
                unit.reads.values().forEach((name, place) -> {
                    if (!own.contains(name)) {
                        reads.values().putIfAbsent(name, place);
                    }
                });
                unit.reads.primed().forEach(reads.primed()::putIfAbsent);
                unit.reads.functions().forEach(reads.functions()::putIfAbsent);
                unit.reads.lagged().forEach(reads.lagged()::putIfAbsent);
            }
        }

        @Override
        public Unit loss(Statement.Loss loss) {
            return read(loss.value());
        }

        @Override
        public Unit residual(Statement.Residual residual) {
            return read(residual.value());
        }

        @Override
        public Unit output(Statement.Output output) {
            if (!Names.isExport(output.name(), output.value())) {
                names.put(output.name().text(), output.name());
            }
            return read(output.value());
        }
    }

    /** The statements of each arm, the last being what is done otherwise. */
    static List<List<Unit>> arms(Statement.If ifElse) {
        List<List<Unit>> arms = new ArrayList<>();
        ifElse.branches().forEach(branch -> arms.add(of(branch.statements())));
        arms.add(of(ifElse.otherwise()));
        return arms;
    }

    static Set<String> namesOf(List<Unit> units) {
        Set<String> names = new HashSet<>();
        units.forEach(unit -> names.addAll(unit.names.keySet()));
        return names;
    }

    static Set<String> statesOf(List<Unit> units) {
        Set<String> states = new LinkedHashSet<>();
        units.forEach(unit -> states.addAll(unit.states.keySet()));
        return states;
    }
}
