package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adjoints of parts of one value: they are put together when all are known, instead of padding each with zeros and adding
 * those.
 */
final class Parts {
    private final Builder builder;
    private final Type whole;
    private final List<Part> parts = new ArrayList<>();

    Parts(Builder builder, Type whole) {
        this.builder = builder;
        this.whole = whole;
    }

    private record Part(List<Integer> bounds, Value bar) {
        int from(int axis) {
            return bounds.get(2 * axis);
        }

        int to(int axis) {
            return bounds.get(2 * axis + 1);
        }
    }

    /** Adds the adjoint of the part within these bounds. */
    void add(List<Integer> bounds, Value bar) {
        for (int i = 0; i < parts.size(); i++) {
            Part before = parts.get(i);
            if (before.bounds().equals(bounds) && before.bar().type().equals(bar.type())) {
                parts.set(i, new Part(bounds, builder.add(before.bar(), bar)));
                return;
            }
        }
        parts.add(new Part(bounds, bar));
    }

    /**
     * The adjoint of the whole: the parts side by side, zeros between them. Where something else contributed to it, parts
     * that leave gaps are added in their places.
     */
    Value total(Optional<Value> base) {
        boolean matrix = whole.shape().size() == 2;
        boolean full = parts.stream().mapToInt(part -> part.bar().type().size()).sum() == whole.size();
        Optional<Value> joined = base.isPresent() && !full
                ? Optional.empty()
                : joined(0).or(() -> matrix ? joined(1) : Optional.empty());
        if (joined.isPresent()) {
            Value all = joined.get();
            return base.map(before -> builder.add(before, all)).orElse(all);
        }
        Optional<Value> sum = base;
        for (Part part : parts) {
            Value padded = builder.view(Access.PAD, whole, part.bounds(), part.bar());
            sum = Optional.of(sum.map(before -> builder.add(before, padded)).orElse(padded));
        }
        return sum.orElseThrow();
    }

    /** Below one another (axis 0) or side by side (axis 1), if they do not overlap and reach across the other axis. */
    private Optional<Value> joined(int axis) {
        List<Part> ordered = parts.stream()
                .sorted(Comparator.comparingInt(part -> part.from(axis)))
                .toList();
        List<Value> joined = new ArrayList<>();
        int end = 0;
        for (Part part : ordered) {
            if (part.from(axis) < end || !crosses(part, axis)) {
                return Optional.empty();
            }
            fill(joined, end, part.from(axis), axis);
            joined.add(fitted(part, axis));
            end = part.to(axis);
        }
        fill(joined, end, whole.shape().get(axis), axis);
        return Optional.of(
                builder.view(axis == 0 ? Access.STACK : Access.BESIDE, whole, List.of(), joined.toArray(Value[]::new)));
    }

    private boolean crosses(Part part, int axis) {
        int other = 1 - axis;
        return whole.shape().size() == 1
                || part.from(other) == 0 && part.to(other) == whole.shape().get(other);
    }

    private void fill(List<Value> joined, int from, int to, int axis) {
        if (from < to) {
            joined.add(Bars.zero(builder, whole.shaped(shape(to - from, axis))));
        }
    }

    /** The part with the rank of the whole, where a size of 1 was dropped. */
    private Value fitted(Part part, int axis) {
        int size = part.to(axis) - part.from(axis);
        boolean stands = part.bar().type().shape().size() == whole.shape().size()
                || whole.shape().size() == 1;
        Type type = whole.shaped(shape(size, axis));
        return stands ? part.bar() : builder.view(Access.RESHAPE, type, List.of(), part.bar());
    }

    private List<Integer> shape(int size, int axis) {
        if (whole.shape().size() == 1) {
            return List.of(size);
        }
        return axis == 0
                ? List.of(size, whole.shape().get(1))
                : List.of(whole.shape().get(0), size);
    }
}
