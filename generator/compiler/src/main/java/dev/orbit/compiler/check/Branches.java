package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Statement.If;
import dev.orbit.compiler.syntax.Statement.Intermediate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Types {@code if ... { } else { }} in the step: intermediates that every arm sets are visible afterwards, by one symbol. */
final class Branches {
    private final If written;
    private final List<List<dev.orbit.compiler.syntax.Statement>> arms = new ArrayList<>();
    private final List<List<Unit>> units;
    private final Unit whole;
    private final Frame frame;
    private final Map<String, Symbol> joined = new LinkedHashMap<>();

    private Branches(If written, Frame frame) {
        this.written = written;
        this.units = Unit.arms(written);
        this.whole = Unit.of(written);
        this.frame = frame;
        written.branches().forEach(branch -> arms.add(branch.statements()));
        arms.add(written.otherwise());
    }

    static List<Statement> check(If written, Frame frame) {
        return new Branches(written, frame).check();
    }

    private List<Statement> check() {
        List<Optional<Condition>> conditions = written.branches().stream()
                .map(branch -> Conditions.check(branch.condition(), frame))
                .toList();
        whole.names()
                .keySet()
                .forEach(name -> frame.scope()
                        .own(name)
                        .filter(Meaning::typed)
                        .ifPresent(expected -> joined.put(name, expected.symbol())));
        List<List<Statement>> checked = new ArrayList<>();
        arms.forEach(arm -> checked.add(List.of()));
        shapesFirst().forEach(i -> checked.set(i, arm(i)));
        whole.names().forEach((name, place) -> {
            if (joined.containsKey(name)) {
                frame.scope().put(Meaning.of(joined.get(name)));
            } else {
                StepNames.untyped(place, frame);
            }
        });
        return conditions.stream().allMatch(Optional::isPresent) ? List.of(build(conditions, checked)) : List.of();
    }

    // An arm that sets a name to a literal 0 learns its shape from the others.
    private List<Integer> shapesFirst() {
        return IntStream.range(0, arms.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> arms.get(i).stream()
                        .filter(s -> s instanceof Intermediate set && Expressions.isZero(set.value()))
                        .count()))
                .toList();
    }

    private List<Statement> arm(int number) {
        Scope scope = frame.scope().inner();
        joined.values().forEach(symbol -> scope.put(Meaning.of(symbol)));
        StepStates states = frame.run().stepStates();
        states.enter(new StepStates.Arm(whole.states().keySet(), Unit.statesOf(units.get(number))));
        List<Statement> statements = new StepBlock(arms.get(number), frame.in(scope), true).check();
        states.leave();
        whole.names()
                .keySet()
                .forEach(name -> scope.own(name)
                        .filter(Meaning::typed)
                        .ifPresent(found -> joined.putIfAbsent(name, found.symbol())));
        return statements;
    }

    private Statement build(List<Optional<Condition>> conditions, List<List<Statement>> checked) {
        List<Statement.Arm> built = IntStream.range(0, conditions.size())
                .mapToObj(i -> new Statement.Arm(conditions.get(i).orElseThrow(), checked.get(i)))
                .toList();
        Set<Symbol> states = new LinkedHashSet<>();
        whole.states()
                .values()
                .forEach(name ->
                        frame.run().global().own(name.text()).ifPresent(meaning -> states.add(meaning.symbol())));
        return new Statement.Branch(
                built,
                checked.get(checked.size() - 1),
                List.copyOf(states),
                List.copyOf(joined.values()),
                written.span());
    }
}
