package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Pattern;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds patterns in what defines values. A hole is bound to one value; two values that are equal are one after sharing.
 * All bindings are found, because a commutative function may fit in either order of its operands.
 */
record Matching(Site site) {
    /** The ways in which the pattern fits an instruction that is not written yet; none if it does not. */
    List<Map<Integer, Value>> roots(Pattern pattern, Instr root) {
        return instr(pattern, Optional.of(root), Map.of());
    }

    private List<Map<Integer, Value>> value(Pattern pattern, Value value, Map<Integer, Value> bound) {
        return pattern.match(new Pattern.Cases<>(
                hole -> bind(hole.index(), value, bound),
                number -> site.isNumber(value, number.value()) ? List.of(bound) : List.of(),
                apply -> instr(pattern, site.definition(value), bound),
                apply -> instr(pattern, site.definition(value), bound)));
    }

    private static List<Map<Integer, Value>> bind(int hole, Value value, Map<Integer, Value> bound) {
        Value before = bound.get(hole);
        if (before != null) {
            return before.equals(value) ? List.of(bound) : List.of();
        }
        Map<Integer, Value> more = new HashMap<>(bound);
        more.put(hole, value);
        return List.of(more);
    }

    private List<Map<Integer, Value>> instr(Pattern pattern, Optional<Instr> instr, Map<Integer, Value> bound) {
        return pattern.match(new Pattern.Cases<>(
                hole -> List.of(),
                number -> List.of(),
                apply -> instr.isPresent() && instr.get() instanceof Instr.Map1 map && map.f() == apply.f()
                        ? value(apply.x(), map.x(), bound)
                        : List.of(),
                apply -> instr.isPresent() && instr.get() instanceof Instr.Map2 map && map.f() == apply.f()
                        ? operands(apply, map, bound)
                        : List.of()));
    }

    private List<Map<Integer, Value>> operands(Pattern.Apply2 apply, Instr.Map2 map, Map<Integer, Value> bound) {
        List<Map<Integer, Value>> found = new ArrayList<>(both(apply, map.x(), map.y(), bound));
        if (apply.f().commutative()) {
            found.addAll(both(apply, map.y(), map.x(), bound));
        }
        return found;
    }

    private List<Map<Integer, Value>> both(Pattern.Apply2 apply, Value x, Value y, Map<Integer, Value> bound) {
        List<Map<Integer, Value>> found = new ArrayList<>();
        for (Map<Integer, Value> left : value(apply.x(), x, bound)) {
            found.addAll(value(apply.y(), y, left));
        }
        return found;
    }
}
