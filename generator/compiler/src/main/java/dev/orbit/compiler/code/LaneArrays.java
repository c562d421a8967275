package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The arrays of a batch: those of one example made wide, and one for each number that differs from example to example. */
final class LaneArrays {
    private final int lanes;
    private final Map<Key, Array> numbers = new LinkedHashMap<>();
    private final Map<Array, Storage> wide = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    /** @param taken names that mean something else in the methods */
    LaneArrays(int lanes, List<Storage> storages, Set<String> taken) {
        this.lanes = lanes;
        names.addAll(taken);
        for (Storage storage : storages) {
            OptionalInt size = storage.size().isPresent()
                    ? OptionalInt.of(Math.multiplyExact(storage.size().getAsInt(), lanes))
                    : OptionalInt.empty();
            wide.put(storage.array(), new Storage(storage.array(), size, storage.note()));
        }
    }

    private record Key(String name, Kind kind) {}

    /** Numbers of one name are never in use at once. */
    Array number(Variable variable) {
        return numbers.computeIfAbsent(
                new Key(variable.name(), variable.kind()), key -> new Array(free(key.name()), key.kind()));
    }

    /** Room for what is computed on the way to a number. */
    Array scratch(int depth) {
        return numbers.computeIfAbsent(
                new Key("argument" + depth, Kind.REAL), key -> new Array(free(key.name()), key.kind()));
    }

    /** A name that nothing has. */
    String free(String name) {
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    int count() {
        return numbers.size();
    }

    /** Those of the arrays that are used. */
    List<Storage> storages(List<Method> methods) {
        Set<Argument> used = new HashSet<>();
        methods.forEach(method -> used.addAll(Mentions.of(method.body()).arguments));
        List<Storage> all = new ArrayList<>();
        numbers.forEach((key, array) -> all.add(new Storage(array, OptionalInt.of(lanes), key.name())));
        wide.values().stream().filter(storage -> used.contains(storage.array())).forEach(all::add);
        return all;
    }
}
