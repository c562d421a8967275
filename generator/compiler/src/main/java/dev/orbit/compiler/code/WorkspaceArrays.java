package dev.orbit.compiler.code;

import dev.orbit.compiler.schedule.Ring;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The arrays of the class; methods share those of one kind, because they run one after the other. */
final class WorkspaceArrays {
    private final Names names;
    private final List<Storage> storages = new ArrayList<>();
    private final Map<Key, List<Array>> byKey = new HashMap<>();
    private final Map<Key, Integer> taken = new HashMap<>();

    WorkspaceArrays(Names names) {
        this.names = names;
    }

    private record Key(String hint, Kind kind, List<Tape.Axis> axes, int rows, int stride) {}

    void begin() {
        taken.clear();
    }

    List<Storage> arrays() {
        return storages;
    }

    Array array(Tape tape) {
        Key key = new Key(tape.hint(), Variables.kind(tape.element()), tape.axes(), tape.width(), tape.stride());
        return array(key, key.hint() + "s", size(tape));
    }

    Array array(Slot slot) {
        int size = slot.type().size();
        Key key = new Key(slot.hint(), Variables.kind(slot.element()), List.of(), size, 1);
        return array(key, key.hint(), OptionalInt.of(size));
    }

    /** An array that no schedule asks for; without a size, one that grows. */
    Array array(String hint, OptionalInt size) {
        return array(new Key(hint, Kind.REAL, List.of(), size.orElse(-1), 1), hint, size);
    }

    Array array(Ring ring) {
        int size = ring.rows() * ring.width();
        Key key = new Key("last_" + ring.hint(), Variables.kind(ring.type().element()), List.of(), size, 1);
        return array(key, key.hint() + "s", OptionalInt.of(size));
    }

    /** The n-th array of a kind in one method is the n-th of that kind in the class. */
    private Array array(Key key, String name, OptionalInt size) {
        int number = taken.merge(key, 1, Integer::sum) - 1;
        List<Array> alike = byKey.computeIfAbsent(key, k -> new ArrayList<>());
        if (number == alike.size()) {
            Array array = new Array(names.variable(name), key.kind());
            alike.add(array);
            storages.add(new Storage(array, size, key.hint()));
        }
        return alike.get(number);
    }

    static OptionalInt size(Tape tape) {
        Expr room = tape.axes().stream()
                .map(axis -> Wholes.plus(fixed(axis), axis.extra()))
                .reduce(Wholes::times)
                .orElseThrow();
        int more = tape.width() - tape.stride();
        return room instanceof Expr.Whole whole
                ? OptionalInt.of(whole.value() * tape.stride() + more)
                : OptionalInt.empty();
    }

    private static Expr fixed(Tape.Axis axis) {
        Expr unknown = new Expr.Named(Optional.empty(), "");
        return Wholes.exact(axis.count(), unknown, value -> unknown);
    }
}
