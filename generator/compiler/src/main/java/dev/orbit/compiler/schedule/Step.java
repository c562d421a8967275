package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One step of a schedule, in the order in which they run. */
public sealed interface Step {
    /** Steps one after the other. */
    record Block(List<Step> steps) {
        public Block {
            steps = List.copyOf(steps);
        }
    }

    /** Computes a value. */
    record Define(Value value, Home home) implements Step {}

    /**
     * Calls an abstract function that takes arrays.
     *
     * @param arguments takes the arguments, one after the other; not used where the only one lies in an array already
     * @param answer takes the answer: the value, or the adjoints of all arguments one after the other
     * @param homes where the results go, in order; none if the answer is where it belongs
     */
    record Ask(Instr.Call call, Slot arguments, Home answer, List<Home> homes) implements Step {
        public Ask {
            homes = List.copyOf(homes);
        }
    }

    /** A slot begins: with a value, or to be assigned in each branch of what follows. */
    record Open(Slot slot, Optional<Value> initial) implements Step {}

    /** A slot begins with what a place holds. */
    record Load(Place from, Slot to) implements Step {}

    record Copy(Value from, Slot to) implements Step {}

    record Move(Slot from, Slot to) implements Step {}

    record Add(Value contribution, Slot to) implements Step {}

    /** Writes a value into an array; the last of {@code at.outer()} is the row. */
    record Keep(Value value, Rows at) implements Step {}

    /**
     * Writes a stack into an array, row by row.
     *
     * @param index stands for the row's number
     * @param computes whether each row is computed by the instruction that defines the stack; if not, it is copied
     */
    record Spread(Value stack, Value index, Rows to, boolean computes) implements Step {}

    /** Fills a ring with what a delayed carry is before the first iteration. */
    record Fill(Ring ring, Value initial) implements Step {}

    record Push(Ring ring, Value index, Value value) implements Step {}

    record Branch(Value condition, Block then, Block otherwise) implements Step {}

    record Repeat(Instr.Loop loop, Block body) implements Step {}

    /** Hands out the program's output with this number. */
    record Give(int output, Value value) implements Step {}

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Define, R> define,
            Function<Ask, R> ask,
            Function<Open, R> open,
            Function<Load, R> load,
            Function<Copy, R> copy,
            Function<Move, R> move,
            Function<Add, R> add,
            Function<Keep, R> keep,
            Function<Spread, R> spread,
            Function<Fill, R> fill,
            Function<Push, R> push,
            Function<Branch, R> branch,
            Function<Repeat, R> repeat,
            Function<Give, R> give) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Define define) {
            return cases.define().apply(define);
        } else if (this instanceof Ask ask) {
            return cases.ask().apply(ask);
        } else if (this instanceof Open open) {
            return cases.open().apply(open);
        } else if (this instanceof Load load) {
            return cases.load().apply(load);
        } else if (this instanceof Copy copy) {
            return cases.copy().apply(copy);
        } else if (this instanceof Move move) {
            return cases.move().apply(move);
        } else if (this instanceof Add add) {
            return cases.add().apply(add);
        } else if (this instanceof Keep keep) {
            return cases.keep().apply(keep);
        } else if (this instanceof Spread spread) {
            return cases.spread().apply(spread);
        } else if (this instanceof Fill fill) {
            return cases.fill().apply(fill);
        } else if (this instanceof Push push) {
            return cases.push().apply(push);
        } else if (this instanceof Branch branch) {
            return cases.branch().apply(branch);
        } else if (this instanceof Repeat repeat) {
            return cases.repeat().apply(repeat);
        }
        return cases.give().apply((Give) this);
    }
}
