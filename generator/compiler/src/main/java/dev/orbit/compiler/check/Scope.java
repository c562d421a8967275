package dev.orbit.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that can be seen in one place; an inner scope hides what an outer one calls the same. */
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Meaning> values = new LinkedHashMap<>();
    private final Map<String, Callee> functions = new LinkedHashMap<>();
    private final Set<String> used;

    private Scope(Optional<Scope> outer, Set<String> used) {
        this.outer = outer;
        this.used = used;
    }

    static Scope global() {
        return new Scope(Optional.empty(), new LinkedHashSet<>());
    }

    /** A scope inside this one. */
    Scope inner() {
        return new Scope(Optional.of(this), new LinkedHashSet<>());
    }

    /** Adds or replaces what a name stands for in this scope. */
    void put(Meaning meaning) {
        values.put(meaning.name(), meaning);
    }

    /** Lets a parameter stand for a function. */
    void put(String name, Callee function) {
        functions.put(name, function);
    }

    /** What the name stands for; it counts as used from now on. */
    Optional<Meaning> find(String name) {
        Meaning here = values.get(name);
        if (here != null) {
            used.add(name);
            return Optional.of(here);
        }
        return outer.flatMap(scope -> scope.find(name));
    }

    /** What a name of this very scope stands for, without using it. */
    Optional<Meaning> own(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The function that a parameter stands for. */
    Optional<Callee> function(String name) {
        Optional<Callee> here = Optional.ofNullable(functions.get(name));
        return here.isPresent() ? here : outer.flatMap(scope -> scope.function(name));
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** Every name that can be seen, innermost first. */
    List<String> names() {
        List<String> names = new ArrayList<>(values.keySet());
        names.addAll(functions.keySet());
        outer.ifPresent(scope -> names.addAll(scope.names()));
        return names;
    }
}
