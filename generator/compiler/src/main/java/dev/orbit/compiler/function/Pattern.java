package dev.orbit.compiler.function;

import java.util.List;
import java.util.function.Function;

/**
 * A small expression with holes, one side of a {@link StableForm}.
 *
 * <p>A matcher takes a commutative function ({@link Function2#commutative}) in either order of its operands, and the same hole for the
 * same value in all its places.
 */
public sealed interface Pattern {
    /** Stands for any expression, the same one wherever it occurs; the index counts the holes of a form from 0. */
    record Hole(int index) implements Pattern {}

    record Number(double value) implements Pattern {}

    record Apply1(Function1 f, Pattern x) implements Pattern {}

    record Apply2(Function2 f, Pattern x, Pattern y) implements Pattern {}

    /** One function per kind of pattern. */
    record Cases<R>(
            Function<Hole, R> hole,
            Function<Number, R> number,
            Function<Apply1, R> apply1,
            Function<Apply2, R> apply2) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Hole hole) {
            return cases.hole().apply(hole);
        }
        if (this instanceof Number number) {
            return cases.number().apply(number);
        }
        if (this instanceof Apply1 apply) {
            return cases.apply1().apply(apply);
        }
        return cases.apply2().apply((Apply2) this);
    }

    /**
     * The value with the holes filled.
     *
     * @param holes by index
     */
    default <V> V evaluate(Arithmetic<V> on, List<V> holes) {
        return match(new Cases<>(
                hole -> holes.get(hole.index()),
                number -> on.constant(number.value()),
                apply -> on.apply(apply.f(), apply.x().evaluate(on, holes)),
                apply -> on.apply(
                        apply.f(), apply.x().evaluate(on, holes), apply.y().evaluate(on, holes))));
    }
}
