package dev.orbit.compiler.code;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives out names, each once where it is visible. Names in an inner scope differ from those around it; scopes side by side
 * may use the same. It lives inside one pass.
 */
public final class Names {
    private final Optional<Names> outer;
    private final Set<String> taken = new HashSet<>();

    private Names(Optional<Names> outer) {
        this.outer = outer;
    }

    /** The names of a class: what emitted code refers to by its simple name is taken from the start. */
    public static Names ofClass(List<String> reserved) {
        Names names = new Names(Optional.empty());
        for (Library library : Library.values()) {
            names.taken.add(library.simpleName());
        }
        // A variable of such a name would hide the package in a qualified name.
        names.taken.addAll(List.of("java", "javax", "dev"));
        names.taken.addAll(reserved);
        return names;
    }

    /** A scope inside this one. */
    public Names inner() {
        return new Names(Optional.of(this));
    }

    /** A name for a variable, as near to the name in the spec as Java and the names already given allow. */
    public String variable(String name) {
        return take(Identifiers.variable(name));
    }

    /** A name for a constant of the class. */
    public String constant(String name) {
        return take(Identifiers.constant(name));
    }

    /** The first of these that is free, else a number behind the last. */
    public String first(String... candidates) {
        for (String candidate : candidates) {
            if (!isTaken(candidate)) {
                return take(candidate);
            }
        }
        return take(candidates[candidates.length - 1]);
    }

    private String take(String name) {
        String free = name;
        String joint = Character.isDigit(name.charAt(name.length() - 1)) ? "_" : "";
        for (int number = 2; isTaken(free); number++) {
            free = name + joint + number;
        }
        taken.add(free);
        return free;
    }

    private boolean isTaken(String name) {
        return taken.contains(name) || outer.isPresent() && outer.get().isTaken(name);
    }
}
