package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Ring;
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
    private final Function<Value, Block> lies;

    /**
     * @param read the expression of a number
     * @param lies where a vector or matrix lies
     */
    Addresses(Schedule schedule, Surroundings around, Function<Value, Expr> read, Function<Value, Block> lies) {
        this.lies = lies;
        this.schedule = schedule;
        this.around = around;
        this.read = read;
    }

    /** Where the row of this number of a stack lies. */
    Block block(Rows stack, Expr number) {
        Block first = block(stack.row(Rows.At.fixed(0)));
        return new Block(
                first.array(), Wholes.plus(first.offset(), Wholes.times(number, new Expr.Whole(width(stack)))));
    }

    /** The entry at which a row of numbers lies. */
    Expr.Entry entry(Rows row) {
        return block(row).entry(new Expr.Whole(0));
    }

    /** Where a row lies. */
    Block block(Rows row) {
        Rows.Holder holder = row.array();
        Expr width = new Expr.Whole(width(row));
        if (holder instanceof Rows.Holder.OfValue of) {
            Expr at = Wholes.times(offset(row, of.axes()), width);
            return lies.apply(of.value()).plus(at);
        }
        if (holder instanceof Rows.Holder.OfTape ofTape) {
            Expr at = Wholes.times(offset(row, ofTape.tape().axes()), width);
            return new Block(around.tapes.get(ofTape.tape()), at);
        }
        Expr at = Wholes.times(offset(row, List.of()), width);
        if (holder instanceof Rows.Holder.OfDatum datum) {
            Block given = around.given(datum.input());
            return new Block(given.array(), Wholes.plus(given.offset(), at));
        }
        int output = ((Rows.Holder.OfOutput) holder).output();
        return around.place(schedule.program().outputs().get(output)).plus(at);
    }

    /** Where the first entry of the first row of a stack lies. */
    Block first(Rows stack, Type type) {
        Rows row = stack;
        for (int i = 0; i < type.stacked().size(); i++) {
            row = row.row(Rows.At.fixed(0));
        }
        return block(row);
    }

    /** Entries from one row to the next. */
    private int width(Rows rows) {
        Rows.Holder holder = rows.array();
        if (holder instanceof Rows.Holder.OfValue of) {
            return of.row().size();
        }
        if (holder instanceof Rows.Holder.OfTape ofTape) {
            return ofTape.tape().stride();
        } else if (holder instanceof Rows.Holder.OfDatum datum) {
            return schedule.program()
                    .body()
                    .arguments()
                    .get(datum.input())
                    .type()
                    .size();
        }
        int output = ((Rows.Holder.OfOutput) holder).output();
        return schedule.program().body().results().get(output).type().size();
    }

    /** Where an input lies. */
    Block given(int input) {
        return around.given(input);
    }

    /** The row of a stack that a view takes. */
    Rows row(Instr.View view) {
        if (schedule.places().get(view.args().get(0)) instanceof Place.Stack stack) {
            return stack.rows().row(Rows.At.fixed(view.bounds().get(0)));
        }
        throw new IllegalStateException("a row is taken of " + view.args().get(0) + ", which is no stack in an array");
    }

    Expr.Entry entry(Place.Ringed ringed) {
        return ring(ringed.ring(), ringed.index()).entry(new Expr.Whole(0));
    }

    Block ring(Ring ring, Value index) {
        Expr row = new Expr.Binary(Operator.REMAINDER, read.apply(index), new Expr.Whole(ring.rows()));
        return new Block(around.rings.get(ring), Wholes.times(row, new Expr.Whole(ring.width())));
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

    /** Rows that are as many as an index says have room for the most it can say: each row begins where it always does. */
    private Expr length(Tape.Axis axis) {
        Expr rows = axis.count() instanceof Count.Given given ? most(given.index()) : exact(axis.count());
        return Wholes.plus(rows, axis.extra());
    }

    private Expr most(Value index) {
        Integer input = schedule.indexData().get(index);
        if (input == null && read.apply(index) instanceof Expr.Whole fixed) {
            return new Expr.Whole(Math.max(0, fixed.value()));
        }
        if (input == null) {
            throw new IllegalStateException("what counts the rows, " + index + ", comes from no datum");
        }
        return new Expr.Whole(around.most(input));
    }

    private Expr dimension() {
        return around.signature.steps().isPresent() ? around.signature.steps().get() : new Expr.Whole(0);
    }

    private Expr offset(Rows row, List<Tape.Axis> axes) {
        Expr offset = new Expr.Whole(0);
        for (int i = 0; i < row.outer().size(); i++) {
            Expr scaled = i == 0 ? offset : Wholes.times(offset, length(axes.get(i)));
            offset = Wholes.plus(scaled, number(row.outer().get(i)));
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
}
