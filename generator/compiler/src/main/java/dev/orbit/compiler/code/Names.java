package dev.orbit.compiler.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives out names, each once where it is visible. Names in an inner scope differ from those around it; scopes side by side
 * may use the same. It lives inside one pass.
 */
public final class Names {
    private final Optional<Names> outer;
    private final Set<String> taken = new HashSet<>();
    /** The number that is tried next behind a name. */
    private final Map<String, Integer> next = new HashMap<>();

    private Names(Optional<Names> outer) {
        this.outer = outer;
    }

    /** The names of a class: what emitted code refers to by its simple name is taken from the start. */
    public static Names reserving(List<String> reserved) {
        Names names = new Names(Optional.empty());
        for (Library library : Library.values()) {
            names.taken.add(library.simpleName());
        }
        // A variable of such a name would hide the package in a qualified name.
        names.taken.addAll(List.of("java", "javax", "dev"));
        names.taken.addAll(reserved);
        return names;
    }

    /** A package: a part that Java does not take, a word of Java above all, is written so that it does. */
    public static String packageOf(String name) {
        return name.isEmpty()
                ? name
                : Arrays.stream(name.split("\\.")).map(Identifiers::type).collect(Collectors.joining("."));
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

    /** A second {@code h} is {@code h2}; an {@code h} beside something else of that name in the class is {@code h1}. */
    private String take(String name) {
        String free = name;
        String joint = Character.isDigit(name.charAt(name.length() - 1)) ? "_" : "";
        boolean besideClass = outer.isPresent() && ofClass().taken.contains(name);
        int number = next.getOrDefault(name, besideClass ? 1 : 2);
        while (isTaken(free)) {
            free = name + joint + number++;
        }
        next.put(name, number);
        taken.add(free);
        return free;
    }

    private Names ofClass() {
        return outer.map(Names::ofClass).orElse(this);
    }

    private boolean isTaken(String name) {
        return taken.contains(name) || outer.isPresent() && outer.get().isTaken(name);
    }
}
