package dev.orbit.compiler.check;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Name;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types the step. */
final class Steps {
    /** Rounds of guessing the shapes of what is lagged; each round carries shapes one lag further. */
    private static final int ROUNDS = 8;

    private final Run run;
    private final Report report;
    private final Optional<Symbol> index;
    private final List<dev.orbit.compiler.syntax.Statement> statements;
    private final List<Unit> units;

    private Steps(Declaration.Step step, Optional<Iteration> iteration, Run run, Report report) {
        this.run = run;
        this.report = report;
        this.index = iteration.flatMap(Iteration::index);
        this.statements = step.statements();
        this.units = Unit.of(statements);
    }

    static List<Statement> check(List<Declaration.Step> steps, Optional<Iteration> iteration, Run run, Report report) {
        for (int i = 1; i < steps.size(); i++) {
            report.add(new StepProblem.SecondOf(head(steps.get(i), "step"), "step", head(steps.get(0), "step")));
        }
        return steps.stream()
                .findFirst()
                .map(step -> new Steps(step, iteration, run, report).check())
                .orElse(List.of());
    }

    /** The word that a statement begins with: all of a step would be too much to underline. */
    private static Span head(Declaration declaration, String word) {
        Span span = declaration.span();
        return new Span(span.start(), Math.min(span.end(), span.start() + word.length()));
    }

    private List<Statement> check() {
        run.stepStates().define(Unit.statesOf(units));
        run.defineTop(Unit.namesOf(units));
        index.ifPresent(t -> run.stepNames().put(t.name(), new Name(t.name(), t.span())));
        Map<String, Name> outer = new HashMap<>(run.stepNames());
        collect(units, outer);
        index.flatMap(t -> run.global().own(t.name())).ifPresent(this::refuseIndex);
        Map<String, Shape> shapes = guessShapes();
        Scope scope = scope(shapes);
        run.defineStepScope(scope);
        return block(scope, report);
    }

    private void refuseIndex(Meaning taken) {
        report.add(new NameProblem.DeclaredTwice(
                index.orElseThrow().span(), taken.name(), taken.symbol().span()));
    }

    /** All names of the step, and that an arm does not name again what is named around it. */
    private void collect(List<Unit> block, Map<String, Name> visible) {
        block.forEach(unit -> unit.names().forEach((name, place) -> {
            Name before = run.stepNames().putIfAbsent(name, place);
            if (before != null && index.map(t -> t.name().equals(name)).orElse(false)) {
                report.add(new NameProblem.DeclaredTwice(place.span(), name, before.span()));
            }
        }));
        for (Unit unit : block) {
            if (unit.statement() instanceof dev.orbit.compiler.syntax.Statement.If ifElse) {
                Map<String, Name> around = new HashMap<>(visible);
                block.forEach(other -> around.putAll(other.names()));
                around.keySet().removeAll(unit.names().keySet());
                Unit.arms(ifElse).forEach(arm -> arm(arm, around));
            }
        }
    }

    private void arm(List<Unit> arm, Map<String, Name> around) {
        arm.forEach(unit -> unit.names().forEach((name, place) -> {
            if (around.containsKey(name)) {
                report.add(new NameProblem.DeclaredTwice(
                        place.span(), name, around.get(name).span()));
            }
        }));
        collect(arm, around);
    }

    /** Shapes of lagged intermediates: what is not lagged has its shape once these are known. */
    private Map<String, Shape> guessShapes() {
        Set<String> lagged = new LinkedHashSet<>();
        units.forEach(unit -> lagged.addAll(unit.reads().lagged().keySet()));
        lagged.retainAll(Unit.namesOf(units));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        boolean filled = lagged.isEmpty();
        for (int round = 0; !lagged.isEmpty() && round < ROUNDS; round++) {
            Map<String, Shape> found = shapes(lagged, shapes);
            boolean same = sizes(found).equals(sizes(shapes));
            shapes = found;
            if (same && (filled || shapes.size() == lagged.size())) {
                break;
            } else if (same) { // what nothing determines is a scalar
                filled = true;
                for (String name : lagged) {
                    shapes.putIfAbsent(name, Shape.SCALAR);
                }
            }
        }
        for (String name : lagged) {
            shapes.putIfAbsent(name, Shape.SCALAR);
        }
        return shapes;
    }

    private static Map<String, List<Integer>> sizes(Map<String, Shape> shapes) {
        Map<String, List<Integer>> sizes = new HashMap<>();
        shapes.forEach((name, shape) -> sizes.put(name, shape.sizes()));
        return sizes;
    }

    /** The shapes that follow when those known so far are put in. */
    private Map<String, Shape> shapes(Set<String> lagged, Map<String, Shape> known) {
        Scope scope = scope(Map.of());
        lagged.forEach(name -> scope.put(Meaning.untyped(symbol(name, Shape.SCALAR))));
        run.guesses().putAll(known);
        block(scope, report.attempt());
        run.guesses().clear();
        Map<String, Shape> found = new LinkedHashMap<>();
        for (String name : lagged) {
            scope.own(name)
                    .filter(Meaning::typed)
                    .ifPresent(meaning -> found.put(name, meaning.symbol().shape()));
        }
        return found;
    }

    private Scope scope(Map<String, Shape> expected) {
        Scope scope = run.global().inner();
        index.ifPresent(t -> scope.put(Meaning.of(t)));
        expected.forEach((name, shape) -> scope.put(Meaning.of(symbol(name, shape))));
        return scope;
    }

    private Symbol symbol(String name, Shape shape) {
        boolean output = units.stream()
                .anyMatch(unit -> unit.names().containsKey(name)
                        && unit.statement() instanceof dev.orbit.compiler.syntax.Statement.Output);
        Role role = output ? Role.OUTPUT : Role.INTERMEDIATE;
        return run.symbol(requireNonNull(run.stepNames().get(name)), role, shape, Optional.empty());
    }

    private List<Statement> block(Scope scope, Report to) {
        Frame frame = new Frame(run, scope, Site.STEP, to, new LinkedHashSet<>());
        return new StepBlock(statements, frame, false).check();
    }

    /** States that no statement sets. */
    static void warnUnset(List<State> states, Run run, Report report) {
        for (State state : states) {
            String name = state.symbol().name();
            if (!run.stepStates().isSet(name) && !run.isUnread(name)) {
                report.add(new StateProblem.NeverSet(state.symbol().span(), name));
            }
        }
    }
}
