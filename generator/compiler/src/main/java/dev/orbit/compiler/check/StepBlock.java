package dev.orbit.compiler.check;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Types the statements of the step, or of one arm of an {@code if}, in an order in which they can be carried out. */
final class StepBlock {
    private final List<Unit> units;
    private final Frame frame;
    private final boolean arm;

    /** @param frame whose scope belongs to this block alone */
    StepBlock(List<dev.orbit.compiler.syntax.Statement> statements, Frame frame, boolean arm) {
        this.units = Unit.of(statements);
        this.frame = frame;
        this.arm = arm;
    }

    List<Statement> check() {
        refuseTwice();
        Order order = order();
        reportCycles(order);
        List<Statement> statements = new ArrayList<>();
        for (int i : order.sorted()) {
            Unit unit = units.get(i);
            if (order.isCyclic(i)) {
                unit.names().values().forEach(name -> StepNames.untyped(name, frame));
            } else {
                statements.addAll(StepStatements.check(unit, frame, arm));
            }
        }
        return statements;
    }

    /** Names and states that two statements set. */
    private void refuseTwice() {
        Map<String, Name> names = new HashMap<>();
        Map<String, Unit> states = new HashMap<>();
        for (Unit unit : units) {
            unit.names().forEach((name, place) -> {
                Name first = names.putIfAbsent(name, place);
                if (first != null) {
                    frame.report().add(new NameProblem.DeclaredTwice(place.span(), name, first.span()));
                }
            });
            unit.states().forEach((state, place) -> {
                Unit first = states.putIfAbsent(state, unit);
                if (first != null && !Updates.mayBoth(first.statement(), unit.statement())) {
                    Span before = requireNonNull(first.states().get(state)).span();
                    frame.report().add(new StateProblem.SetTwice(place.span(), state, before));
                }
            });
        }
    }

    private Order order() {
        Map<String, List<Integer>> names = setters(Unit::names);
        Map<String, List<Integer>> states = setters(Unit::states);
        names.keySet().removeIf(name -> frame.run().global().own(name).isPresent()); // reported where it is set
        return Order.of(units.size(), i -> {
            List<Integer> needs = new ArrayList<>();
            FreeNames reads = units.get(i).reads();
            reads.values().keySet().forEach(name -> needs.addAll(names.getOrDefault(name, List.of())));
            reads.primed().keySet().forEach(state -> needs.addAll(states.getOrDefault(state, List.of())));
            needs.sort(Comparator.naturalOrder()); // the author's order, where it can be
            return needs;
        });
    }

    /** The numbers of the statements that set each name. */
    private Map<String, List<Integer>> setters(Function<Unit, Map<String, Name>> sets) {
        Map<String, List<Integer>> setters = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            for (String name : sets.apply(units.get(i)).keySet()) {
                setters.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
            }
        }
        return setters;
    }

    private void reportCycles(Order order) {
        for (List<Integer> cycle : order.cycles()) {
            List<StepProblem.Need> path = new ArrayList<>();
            for (int i = 0; i < cycle.size(); i++) {
                Unit needing = units.get(cycle.get(i));
                Unit needed = units.get(cycle.get((i + 1) % cycle.size()));
                need(needing, needed).ifPresent(path::add);
            }
            if (!path.isEmpty()) {
                frame.report().add(new StepProblem.StepCycle(path));
            }
        }
    }

    /** What one statement reads of another. */
    private static Optional<StepProblem.Need> need(Unit needing, Unit needed) {
        Map<String, Name> read = new LinkedHashMap<>();
        needing.reads().values().forEach((name, place) -> {
            if (needed.names().containsKey(name)) {
                read.putIfAbsent(name, place);
            }
        });
        needing.reads().primed().forEach((state, place) -> {
            if (needed.states().containsKey(state)) {
                read.putIfAbsent(state + "'", place);
            }
        });
        return read.entrySet().stream()
                .findFirst()
                .map(entry -> new StepProblem.Need(
                        subject(needing),
                        needing.statement().span(),
                        entry.getKey(),
                        entry.getValue().span()));
    }

    private static String subject(Unit unit) {
        return unit.names().keySet().stream()
                .findFirst()
                .or(() -> unit.states().keySet().stream()
                        .map(state -> state + "'")
                        .findFirst())
                .orElse("this statement");
    }
}
