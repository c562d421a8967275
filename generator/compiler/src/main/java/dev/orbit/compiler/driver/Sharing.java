package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Choices for several specs at once: each takes what is meant for it. What none of them has stays with all, so that each
 * says that it is unknown.
 */
public final class Sharing {
    private Sharing() {}

    /** For each spec, in order, the dims and functions that it declares, and those that no spec declares. */
    public static List<Choices> among(List<SourceFile> specs, Choices choices) {
        if (specs.size() < 2 || choices.dims().isEmpty() && choices.bindings().isEmpty()) {
            return specs.stream().map(spec -> choices).toList();
        }
        List<Set<String>> names = specs.stream().map(Sharing::names).toList();
        Set<String> all = names.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return names.stream()
                .map(own -> part(
                        choices,
                        all.stream().filter(name -> !own.contains(name)).collect(Collectors.toSet())))
                .toList();
    }

    private static Choices part(Choices choices, Set<String> foreign) {
        Map<String, Integer> dims = new LinkedHashMap<>(choices.dims());
        dims.keySet().removeIf(name -> foreign.contains(dim(name)));
        List<String> bindings = choices.bindings().stream()
                .filter(text -> bound(text).filter(foreign::contains).isEmpty())
                .toList();
        return new Choices(choices.packageName(), dims, bindings, choices.seed());
    }

    /** The name that a binding gives a body; empty if it cannot be read, which is reported where it is used. */
    private static Optional<String> bound(String text) {
        return SpecParser.parseBinding(new SourceFile("--bind", text), new Diagnostics())
                .map(function -> function(function.name()));
    }

    /** Dims and functions have namespaces of their own. */
    private static Set<String> names(SourceFile spec) {
        return SpecParser.parse(spec, new Diagnostics()).stream()
                .flatMap(parsed -> parsed.declarations().stream())
                .flatMap(Sharing::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Declaration declaration) {
        if (declaration instanceof Declaration.Dim given) {
            return Stream.of(dim(given.name().text()));
        } else if (declaration instanceof Declaration.InlineFunction given) {
            return Stream.of(function(given.name()));
        }
        return declaration instanceof Declaration.AbstractFunction given
                ? Stream.of(function(given.name()))
                : Stream.empty();
    }

    private static String dim(String name) {
        return "dim " + name;
    }

    private static String function(Name name) {
        return "function " + name.text();
    }
}
