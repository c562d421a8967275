package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.LoopView;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place in the backward program that mirrors a region of the primal program. It tells how a primal value is read
 * there: itself where it is still visible, again from a sequence, computed again, or from what the primal program is
 * made to keep.
 */
abstract sealed class Scope {
    final Primal primal;
    final Builder builder;
    private final Region region;
    private final Optional<Scope> parent;
    private final Map<Value, Value> known = new HashMap<>();

    private Scope(Primal primal, Builder builder, Region region, Optional<Scope> parent) {
        this.primal = primal;
        this.builder = builder;
        this.region = region;
        this.parent = parent;
    }

    /** The value in the backward program that equals this primal value. */
    final Value read(Value value) {
        if (primal.owner(value) != region && parent.isPresent()) {
            return parent.get().read(value);
        }
        Value before = known.get(value);
        if (before == null) {
            before = recompute(value);
            known.put(value, before);
        }
        return before;
    }

    private Value recompute(Value value) {
        if (this instanceof Top || !primal.recomputed(value)) {
            return recover(value);
        }
        return primal.again(value, builder, this::read);
    }

    final void know(Value value, Value here) {
        known.put(value, here);
    }

    /** Makes the primal program keep the value, unless it is visible here. */
    abstract Value recover(Value value);

    /** The outermost region: its values are visible to the backward program as they are. */
    static final class Top extends Scope {
        Top(Primal primal, Builder builder, Region region) {
            super(primal, builder, region, Optional.empty());
        }

        @Override
        Value recover(Value value) {
            return value;
        }
    }

    /** The body of a backward loop: primal values of the body are rows of stacks. */
    static final class Turn extends Scope {
        private final Instr.Loop loop;
        private final Scope outside;
        private final List<Instr.Sequence> sequences = new ArrayList<>();
        private final List<Value> rows = new ArrayList<>();

        Turn(Instr.Loop loop, Scope outside) {
            super(outside.primal, outside.builder.inner(), loop.body(), Optional.of(outside));
            this.loop = loop;
            this.outside = outside;
        }

        @Override
        Value recover(Value value) {
            LoopView view = new LoopView(loop);
            for (int i = 0; i < loop.sequences().size(); i++) {
                if (view.row(i).equals(value)) {
                    Instr.Sequence sequence = loop.sequences().get(i);
                    return row(new Instr.Sequence(outside.read(sequence.of()), sequence.shift()), value);
                }
            }
            Value stack = primal.keepRows(loop, value, builder);
            return row(new Instr.Sequence(outside.read(stack), 0), value);
        }

        /** A row of a stack as a further argument of the body, named as {@code like}. */
        Value row(Instr.Sequence sequence, Value like) {
            Value row = builder.at(like.origin())
                    .named(like.hint())
                    .fresh(sequence.of().type().row());
            sequences.add(sequence);
            rows.add(row);
            return row;
        }

        List<Instr.Sequence> sequences() {
            return sequences;
        }

        List<Value> rows() {
            return rows;
        }
    }

    /** A branch of the backward If: primal values of the branch are further results of the primal If. */
    static final class Side extends Scope {
        private final Instr.If branch;
        private final Region side;
        private final Scope outside;

        Side(Instr.If branch, Region side, Scope outside) {
            super(outside.primal, outside.builder.inner(), side, Optional.of(outside));
            this.branch = branch;
            this.side = side;
            this.outside = outside;
        }

        @Override
        Value recover(Value value) {
            return outside.read(primal.keepResult(branch, side, value, builder));
        }
    }
}
