package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A loop's body arguments and results by what they belong to. */
public final class LoopView {
    private final Instr.Loop loop;
    private final List<Optional<Value>> carried = new ArrayList<>();

    public LoopView(Instr.Loop loop) {
        this.loop = loop;
        int next = 1;
        for (Carry carry : loop.carries()) {
            boolean state = carry.kind() == Carry.Kind.STATE;
            carried.add(state ? Optional.of(loop.body().arguments().get(next)) : Optional.empty());
            next += state ? 1 : 0;
        }
    }

    public Value index() {
        return loop.body().arguments().get(0);
    }

    /** The body's argument for the carry with this number; empty for a sum. */
    public Optional<Value> argument(int carry) {
        return carried.get(carry);
    }

    /** The body's argument for the sequence with this number. */
    public Value row(int sequence) {
        return loop.body().arguments().get(1 + loop.states() + sequence);
    }

    /** What the body yields for the loop's result with this number. */
    public Value yielded(int result) {
        return loop.body().results().get(result);
    }
}
