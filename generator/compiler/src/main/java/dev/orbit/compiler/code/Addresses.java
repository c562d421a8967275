package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Rows;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Tape;
import java.util.List;
import java.util.function.Function;

/** Rows of stacks as entries of flat arrays. */
final class Addresses {
    private final Schedule schedule;
    private final Surroundings around;
    private final Function<Value, Expr> read;

    Addresses(Schedule schedule, Surroundings around, Function<Value, Expr> read) {
        this.schedule = schedule;
        this.around = around;
        this.read = read;
    }

    /** The entry at which the row of this number of a stack of numbers lies. */
    Expr.Entry entry(Rows stack, Expr number) {
        Expr.Entry first = entry(stack.row(Rows.At.fixed(0)));
        return new Expr.Entry(first.array(), plus(first.index(), number));
    }

    /** The entry at which a row of numbers lies. */
    Expr.Entry entry(Rows row) {
        Rows.Holder holder = row.array();
        if (holder instanceof Rows.Holder.OfTape ofTape) {
            return new Expr.Entry(
                    around.tapes.get(ofTape.tape()), offset(row, ofTape.tape().axes()));
        }
        Expr at = offset(row, List.of());
        if (holder instanceof Rows.Holder.OfDatum datum) {
            int column = column(datum.input());
            Expr from = around.signature.offsets().get(column);
            return new Expr.Entry(around.signature.arrays().get(column), plus(from, at));
        }
        return new Expr.Entry(output(((Rows.Holder.OfOutput) holder).output()), at);
    }

    /** The row of a stack that a view takes. */
    Rows row(Instr.View view) {
        if (schedule.places().get(view.args().get(0)) instanceof Place.Stack stack) {
            return stack.rows().row(Rows.At.fixed(view.bounds().get(0)));
        }
        throw new IllegalStateException("a row is taken of " + view.args().get(0) + ", which is no stack in an array");
    }

    Expr.Entry entry(Place.Ringed ringed) {
        return ring(ringed.ring(), ringed.index());
    }

    Expr.Entry ring(dev.orbit.compiler.schedule.Ring ring, Value index) {
        Expr at = new Expr.Binary(Operator.REMAINDER, read.apply(index), new Expr.Whole(ring.rows()));
        return new Expr.Entry(around.rings.get(ring), at);
    }

    /** The array that takes the gradient by a datum. */
    Array output(int output) {
        String name = schedule.program().outputs().get(output).of();
        for (int i = 0; i < schedule.program().inputs().size(); i++) {
            if (schedule.program().inputs().get(i).name().equals(name)) {
                return around.signature.columnGradients().get(column(i));
            }
        }
        throw new IllegalStateException("an output by " + name + ", which is no input");
    }

    /** How often a loop runs, where fewer than 0 times means not at all. */
    Expr loose(Count count) {
        return Wholes.loose(count, dimension(), read);
    }

    /** A count as a number. */
    Expr exact(Count count) {
        return Wholes.exact(count, dimension(), read);
    }

    /** Room for all rows of a tape. */
    Expr room(Tape tape) {
        return tape.axes().stream().map(this::length).reduce(Wholes::times).orElseThrow();
    }

    private Expr length(Tape.Axis axis) {
        return Wholes.plus(exact(axis.count()), axis.extra());
    }

    /** Data follow the parameters among the inputs. */
    private int column(int input) {
        return input
                - (schedule.program().inputs().size()
                        - around.signature.columnGradients().size());
    }

    private Expr dimension() {
        return around.signature.steps().isPresent() ? around.signature.steps().get() : new Expr.Whole(0);
    }

    private Expr offset(Rows row, List<Tape.Axis> axes) {
        Expr offset = new Expr.Whole(0);
        for (int i = 0; i < row.outer().size(); i++) {
            Expr scaled = i == 0 ? offset : Wholes.times(offset, length(axes.get(i)));
            offset = plus(scaled, number(row.outer().get(i)));
        }
        return offset;
    }

    private Expr number(Rows.At at) {
        if (at.index().isPresent()) {
            return Wholes.plus(read.apply(at.index().get()), at.plus());
        }
        Expr from = at.count().isPresent() ? exact(at.count().get()) : new Expr.Whole(0);
        return Wholes.plus(from, at.plus());
    }

    /** {@code x + (t - 1)} as {@code x + t - 1}. */
    private static Expr plus(Expr x, Expr y) {
        boolean zero = x instanceof Expr.Whole whole && whole.value() == 0;
        if (!zero && y instanceof Expr.Binary sum && sum.y() instanceof Expr.Whole last) {
            boolean adds = sum.op() == Operator.ADD;
            if (adds || sum.op() == Operator.SUBTRACT) {
                return Wholes.plus(Wholes.plus(x, sum.x()), adds ? last.value() : -last.value());
            }
        }
        return Wholes.plus(x, y);
    }
}
