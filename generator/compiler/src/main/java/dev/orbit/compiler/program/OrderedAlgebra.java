package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Connective;
import java.util.List;
import java.util.Optional;

/**
 * An algebra in which every comparison has an answer; a truth is 1 or 0.
 *
 * @param <V> one number
 */
public interface OrderedAlgebra<V> extends Algebra<V> {
    /** Compares as IEEE does: false with a NaN, but for NOT_EQUAL. */
    boolean holds(Comparison op, V x, V y);

    @Override
    default V truth(boolean known) {
        return constant(known ? 1 : 0);
    }

    @Override
    default V compare(Comparison op, V x, V y) {
        return truth(holds(op, x, y));
    }

    @Override
    default V connect(Connective op, List<V> truths) {
        return truth(
                switch (op) {
                    case AND -> truths.stream().allMatch(this::isTrue);
                    case OR -> truths.stream().anyMatch(this::isTrue);
                    case NOT -> !isTrue(truths.get(0));
                });
    }

    @Override
    default Optional<Boolean> decide(V truth) {
        return Optional.of(isTrue(truth));
    }

    @Override
    default V choose(V truth, V then, V otherwise) {
        return isTrue(truth) ? then : otherwise;
    }

    private boolean isTrue(V truth) {
        return holds(Comparison.NOT_EQUAL, truth, constant(0));
    }
}
