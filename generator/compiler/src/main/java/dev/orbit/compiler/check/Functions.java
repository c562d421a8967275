package dev.orbit.compiler.check;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.LocalLet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of a spec by name, and what can be said of them before they are called. */
final class Functions {
    private final Map<String, Callee> declared;
    private final Set<String> values;
    private final Map<String, FreeNames> names = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> functional = new LinkedHashMap<>();
    private final Set<String> recursive = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** @param values names of values of the whole model */
    Functions(Map<String, Callee> declared, Set<String> values) {
        this.declared = declared;
        this.values = values;
        inline().forEach(f -> names.put(
                f.name(),
                FreeNames.of(f.body().parameters(), f.body().lets(), f.body().result())));
    }

    List<Callee.Inline> inline() {
        return declared.values().stream()
                .filter(Callee.Inline.class::isInstance)
                .map(Callee.Inline.class::cast)
                .toList();
    }

    Collection<Callee> all() {
        return declared.values();
    }

    /** The function of the spec, or else the built-in one, of this name. */
    Optional<Callee> find(String name) {
        used.add(name);
        return Optional.ofNullable(declared.get(name)).or(() -> Callee.builtIn(name));
    }

    boolean isDeclared(String name) {
        return declared.containsKey(name);
    }

    /** Whether the declaration at this place is an abstract function that was not bound. */
    boolean isAbstract(String name, Span declared) {
        return this.declared.get(name) instanceof Callee.Abstract given
                && given.declared().equals(declared);
    }

    /** Replaces what was known of a declared function. */
    void define(Callee callee) {
        declared.put(callee.name(), callee);
    }

    /** Whether there is a function of this name, without using it. */
    boolean isKnown(String name) {
        return declared.containsKey(name) || Callee.builtIn(name).isPresent();
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** What the body of an inline function mentions, without its own parameters and lets. */
    FreeNames names(String function) {
        return names.getOrDefault(function, new FreeNames());
    }

    /** Marks functions that call themselves, directly or not. */
    void markRecursive(Collection<String> functions) {
        recursive.addAll(functions);
    }

    boolean isRecursive(String name) {
        return recursive.contains(name);
    }

    /** Functions of the spec that are called or handed over; a name that is also a value means the value where it stands alone. */
    Set<String> called(FreeNames free) {
        Set<String> called = new LinkedHashSet<>(free.functions().keySet());
        free.values().keySet().stream()
                .filter(name -> declared.containsKey(name) && !values.contains(name))
                .forEach(called::add);
        return called;
    }

    /** Names for "did you mean". */
    List<String> words() {
        List<String> words = new ArrayList<>(declared.keySet());
        Arrays.stream(Family.values()).map(Family::word).forEach(words::add);
        Arrays.stream(Function1.values()).flatMap(f -> f.word().stream()).forEach(words::add);
        Arrays.stream(Function2.values()).flatMap(f -> f.word().stream()).forEach(words::add);
        return words;
    }

    /** Positions (from 0) of the parameters that stand for functions: the body calls them or hands them on. */
    Set<Integer> functionalParameters(Callee callee) {
        if (callee instanceof Callee.Special special && special.family() == Family.REPEAT) {
            return Set.of(0);
        }
        return functional.getOrDefault(callee.name(), Set.of());
    }

    /** @param sorted the inline functions, each after those that it calls */
    void settle(List<String> sorted) {
        sorted.forEach(name -> functional.put(name, functional((Callee.Inline) requireNonNull(declared.get(name)))));
    }

    private Set<Integer> functional(Callee.Inline function) {
        List<String> parameters =
                function.body().parameters().stream().map(p -> p.text()).toList();
        Set<Integer> found = new LinkedHashSet<>();
        Deque<Expression> open = new ArrayDeque<>(
                function.body().lets().stream().map(LocalLet::value).toList());
        open.push(function.body().result());
        while (!open.isEmpty()) {
            Expression expression = open.pop();
            callsIn(expression, parameters).forEach(found::add);
            Children.of(expression).forEach(open::push);
        }
        found.remove(-1);
        return found;
    }

    private List<Integer> callsIn(Expression expression, List<String> parameters) {
        if (expression instanceof Expression.DerivativeCall call) {
            return List.of(parameters.indexOf(call.function().text()));
        }
        if (!(expression instanceof Expression.Call call)) {
            return List.of();
        }
        List<Integer> found =
                new ArrayList<>(List.of(parameters.indexOf(call.function().text())));
        Optional<Callee> callee = parameters.contains(call.function().text())
                ? Optional.empty()
                : Optional.ofNullable(declared.get(call.function().text()))
                        .or(() -> Callee.builtIn(call.function().text()));
        for (int position : callee.map(this::functionalParameters).orElse(Set.of())) {
            if (position < call.arguments().size()
                    && call.arguments().get(position) instanceof Expression.Reference handed) {
                found.add(parameters.indexOf(handed.name().text()));
            }
        }
        return found;
    }
}
