package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Orders declarations of one kind by what they need of each other, directly or through the functions that they call. */
final class Ordered<D> {
    private final List<D> declared;
    private final Function<D, Name> name;
    private final Function<D, FreeNames> names;
    private final Functions functions;
    private final List<Callee.Inline> inline;
    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    private Ordered(List<D> declared, Function<D, Name> name, Function<D, FreeNames> names, Functions functions) {
        this.declared = declared;
        this.name = name;
        this.names = names;
        this.functions = functions;
        this.inline = functions.inline();
        for (int i = 0; i < declared.size(); i++) {
            values.putIfAbsent(name.apply(declared.get(i)).text(), i);
        }
        for (int i = 0; i < inline.size(); i++) {
            calls.put(inline.get(i).name(), declared.size() + i);
        }
    }

    /** The declarations, each after those that it needs; those on a cycle are reported and left out. */
    static <D> List<D> sort(
            List<D> declared,
            Function<D, Name> name,
            Function<D, FreeNames> names,
            Functions functions,
            Report report) {
        return new Ordered<>(declared, name, names, functions).sort(report);
    }

    private List<D> sort(Report report) {
        Order order = Order.of(declared.size() + inline.size(), this::needs);
        Set<Integer> cyclic = new HashSet<>();
        for (List<Integer> cycle : order.cycles()) {
            if (cycle.stream().anyMatch(i -> i < declared.size())) { // else it is recursion, reported elsewhere
                report.add(
                        new NameProblem.Cycle(cycle.stream().map(this::nameOf).toList()));
                cyclic.addAll(cycle);
            }
        }
        List<D> sorted = new ArrayList<>();
        order.sorted().stream()
                .filter(i -> i < declared.size() && !cyclic.contains(i))
                .forEach(i -> sorted.add(declared.get(i)));
        return sorted;
    }

    private List<Integer> needs(int node) {
        FreeNames free = node < declared.size()
                ? names.apply(declared.get(node))
                : functions.names(inline.get(node - declared.size()).name());
        Stream<Integer> read =
                free.values().keySet().stream().filter(values::containsKey).map(values::get);
        Stream<Integer> called =
                functions.called(free).stream().filter(calls::containsKey).map(calls::get);
        return Stream.concat(read, called).toList();
    }

    private Name nameOf(int node) {
        if (node < declared.size()) {
            return name.apply(declared.get(node));
        }
        Callee.Inline function = inline.get(node - declared.size());
        return new Name(function.name(), function.declared());
    }
}
