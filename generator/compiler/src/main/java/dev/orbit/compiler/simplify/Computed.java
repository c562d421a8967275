package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the regions that are open here have computed so far. */
final class Computed {
    private final Map<Key, List<Value>> results = new HashMap<>();
    private final Deque<List<Key>> regions = new ArrayDeque<>();

    /** The instruction with its results, and those of regions inside, numbered from -1 down in order. */
    private record Key(Instr instr, List<Type> types) {}

    void open() {
        regions.push(new ArrayList<>());
    }

    void close() {
        regions.pop().forEach(results::remove);
    }

    /** The results of an equal instruction before this one, or its own. */
    List<Value> sameOrAdded(Instr instr) {
        Key key = key(instr);
        List<Value> before = results.putIfAbsent(key, instr.results());
        if (before == null) {
            regions.element().add(key);
            return instr.results();
        }
        return before;
    }

    private static Key key(Instr instr) {
        Map<Value, Value> numbered = new HashMap<>();
        UnaryOperator<Value> known = value -> numbered.getOrDefault(value, value);
        Renaming canonical = new Renaming(known, value -> {
            Type type = value.type().map(known);
            Value number = new Value(-1 - numbered.size(), type, "", value.origin());
            numbered.put(value, number);
            return number;
        });
        List<Type> types = instr.results().stream().map(Value::type).toList();
        return new Key(canonical.apply(ordered(instr)), types);
    }

    /**
     * Operands in the order of their numbers where the order does not matter to a bit, and numbers without their text
     * where that says no more than the double.
     */
    private static Instr ordered(Instr instr) {
        if (instr instanceof Instr.Map2 map
                && map.f().commutative()
                && map.x().id() > map.y().id()) {
            return new Instr.Map2(map.result(), map.f(), map.y(), map.x());
        }
        if (instr instanceof Instr.Constant constant && isPlain(constant.literal())) {
            return new Instr.Constant(
                    constant.result(), Literal.of(constant.literal().value()));
        }
        return instr;
    }

    private static boolean isPlain(Literal literal) {
        if (!literal.name().isEmpty() || literal.text().isEmpty() || !Double.isFinite(literal.value())) {
            return false;
        }
        try {
            return new BigDecimal(literal.text()).compareTo(new BigDecimal(literal.value())) == 0;
        } catch (NumberFormatException notDecimal) {
            return false;
        }
    }
}
