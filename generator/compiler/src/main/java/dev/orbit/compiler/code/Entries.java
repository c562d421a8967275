package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/** The entries of vectors and matrices as expressions: read where they lie, or written out. Indices count from 0. */
final class Entries {
    private final Schedule schedule;
    private final Surroundings around;
    private final Expressions expressions;

    Entries(Schedule schedule, Surroundings around, Expressions expressions) {
        this.schedule = schedule;
        this.around = around;
        this.expressions = expressions;
    }

    /** An entry: of a vector at one index, of a matrix at row and column. A number is the same everywhere. */
    Expr entry(Value value, List<Expr> at) {
        if (value.type().shape().isEmpty()) {
            return expressions.read(value);
        }
        return block(value)
                .<Expr>map(block -> block.entry(flat(value.type().shape(), at)))
                .orElseGet(() -> written(schedule.definitions().get(value), at));
    }

    /** The entry at this place in row-major order, of a value for which {@link #isFlat} holds. */
    Expr entry(Value value, Expr place) {
        if (value.type().shape().isEmpty()) {
            return expressions.read(value);
        }
        Optional<Block> block = block(value);
        if (block.isPresent()) {
            return block.get().entry(place);
        }
        return flat(schedule.definitions().get(value), place);
    }

    /** What an instruction computes for the entry at this place in row-major order. */
    Expr flat(Instr instr, Expr place) {
        if (instr instanceof Instr.Map1 map) {
            return Expressions.apply(map.f(), entry(map.x(), place));
        } else if (instr instanceof Instr.Map2 map) {
            return Expressions.apply(map.f(), entry(map.x(), place), entry(map.y(), place));
        }
        return written(instr, List.of(place));
    }

    /** Whether entries can be asked for by their place in row-major order alone. */
    boolean isFlat(Value value) {
        if (value.type().shape().size() < 2 || block(value).isPresent()) {
            return true;
        }
        Instr definition = schedule.definitions().get(value);
        boolean entrywise = definition instanceof Instr.Map1 || definition instanceof Instr.Map2;
        return definition instanceof Instr.Constant
                || entrywise && definition.operands().stream().allMatch(this::isFlat);
    }

    /** Where the value lies, if its entries lie one after another. */
    Optional<Block> block(Value value) {
        Place place = schedule.places().get(value);
        if (place == null) {
            throw new IllegalStateException(value + " has no place");
        }
        return place.match(new Place.Cases<>(
                local -> Optional.of(around.block(local.slot())),
                inline -> Optional.<Block>empty(),
                part -> Optional.of(part((Instr.View) schedule.definitions().get(value))),
                given -> Optional.of(expressions.addresses().given(given.input())),
                row -> Optional.of(expressions.addresses().block(row.of())),
                stack -> Optional.of(expressions.addresses().first(stack.rows(), value.type())),
                index -> Optional.<Block>empty(),
                ringed -> Optional.of(expressions.addresses().ring(ringed.ring(), ringed.index())),
                delayed -> Optional.<Block>empty()));
    }

    /** Where the value lies, which something needs in one piece. */
    Block whole(Value value) {
        return block(value).orElseThrow(() -> new IllegalStateException(value + " does not lie in one piece"));
    }

    /** How many rows a stack has. */
    Expr rows(Value stack) {
        return expressions.addresses().exact(stack.type().stacked().get(0));
    }

    private Block part(Instr.View view) {
        Value of = view.args().get(0);
        return switch (view.op()) {
            case RESHAPE -> whole(of);
            case SLICE -> whole(of).plus(flat(of.type().shape(), firstOf(view.bounds())));
            case ENTRY ->
                whole(of)
                        .plus(Wholes.times(
                                index(view), new Expr.Whole(view.result().type().size())));
            case ROW -> expressions.addresses().block(expressions.addresses().row(view));
            case PAD, STACK, BESIDE, TRANSPOSE, DIAGONAL, DIAGONAL_OF, BROADCAST, PUT, PAD_ENTRY, PUSH, UNPUSH ->
                throw noPart(view);
            case ADD_SLICE, ADD_ENTRY, PAD_ROWS, ROWS -> throw noPart(view);
        };
    }

    private static IllegalStateException noPart(Instr.View view) {
        return new IllegalStateException(view.op() + " is no part of an array");
    }

    private static List<Expr> firstOf(List<Integer> bounds) {
        return bounds.size() == 2
                ? List.of(new Expr.Whole(bounds.get(0)))
                : List.of(new Expr.Whole(bounds.get(0)), new Expr.Whole(bounds.get(2)));
    }

    /** The place that a view takes, from 0: its index, or as its bounds tell. */
    Expr index(Instr.View view) {
        List<Integer> bounds = view.bounds();
        int before = view.op() == Access.ADD_ENTRY ? 1 : 0;
        if (bounds.isEmpty()) {
            return Wholes.plus(expressions.read(view.args().get(1 + before)), -1);
        }
        Expr place = new Expr.Whole(0);
        for (int i = 1; i + before < view.args().size(); i++) {
            Expr index = expressions.read(view.args().get(i + before));
            place = Wholes.plus(place, Wholes.times(index, new Expr.Whole(bounds.get(i - 1))));
        }
        return Wholes.plus(place, bounds.get(bounds.size() - 1) - 1);
    }

    /** The place in row-major order. */
    static Expr flat(List<Integer> shape, List<Expr> at) {
        return shape.size() == 2
                ? Wholes.plus(Wholes.times(at.get(0), new Expr.Whole(shape.get(1))), at.get(1))
                : at.get(0);
    }

    /** What an instruction computes for one entry. */
    Expr written(Instr instr, List<Expr> at) {
        if (instr instanceof Instr.Map1 map) {
            return Expressions.apply(map.f(), entry(map.x(), at));
        } else if (instr instanceof Instr.Map2 map) {
            return Expressions.apply(map.f(), entry(map.x(), at), entry(map.y(), at));
        } else if (instr instanceof Instr.Constant constant) {
            return expressions.constant(constant);
        } else if (instr instanceof Instr.Linear linear && linear.op() == Product.OUTER) {
            List<Value> args = linear.args();
            return Signs.multiply(entry(args.get(0), at.subList(0, 1)), entry(args.get(1), at.subList(1, 2)));
        } else if (instr instanceof Instr.View view) {
            return written(view, at);
        }
        throw new IllegalStateException("no expression computes an entry of " + instr.results());
    }

    private Expr written(Instr.View view, List<Expr> at) {
        Value of = view.args().get(0);
        return switch (view.op()) {
            case SLICE -> entry(of, sliced(view, at));
            case TRANSPOSE -> entry(of, List.of(at.get(1), at.get(0)));
            case DIAGONAL_OF -> entry(of, List.of(at.get(0), at.get(0)));
            case BROADCAST -> expressions.read(of);
            case RESHAPE -> reshaped(of, view.result().type().shape(), at);
            case ENTRY -> entry(of, at.isEmpty() ? List.of(index(view)) : List.of(index(view), at.get(0)));
            case ROW -> expressions.addresses().entry(expressions.addresses().row(view));
            case DIAGONAL -> diagonal(of, at);
            case PAD, STACK, BESIDE, PUT, PAD_ENTRY, ADD_SLICE, ADD_ENTRY, PUSH, UNPUSH, PAD_ROWS, ROWS ->
                throw new IllegalStateException(view.op() + " is not written entry by entry");
        };
    }

    private Expr reshaped(Value of, List<Integer> shape, List<Expr> at) {
        return of.type().isScalar()
                ? expressions.read(of)
                : whole(of).entry(at.isEmpty() ? new Expr.Whole(0) : flat(shape, at));
    }

    private Expr diagonal(Value of, List<Expr> at) {
        Expr zero = expressions.number(new dev.orbit.compiler.program.Literal(0, "0", ""));
        if (at.get(0) instanceof Expr.Whole row && at.get(1) instanceof Expr.Whole column) {
            return row.equals(column) ? entry(of, at.subList(0, 1)) : zero;
        }
        Expr onDiagonal = new Expr.Binary(Operator.EQUAL, at.get(0), at.get(1));
        return new Expr.Choose(onDiagonal, entry(of, at.subList(0, 1)), zero);
    }

    /** The indices in the whole of an entry of a part, which may have dropped sizes of 1. */
    private static List<Expr> sliced(Instr.View view, List<Expr> at) {
        List<Integer> bounds = view.bounds();
        if (bounds.size() == 2) {
            return List.of(at.isEmpty() ? new Expr.Whole(bounds.get(0)) : Wholes.plus(at.get(0), bounds.get(0)));
        }
        Expr row = new Expr.Whole(bounds.get(0));
        Expr column = new Expr.Whole(bounds.get(2));
        if (at.isEmpty()) {
            return List.of(row, column);
        } else if (at.size() == 2) {
            return List.of(Wholes.plus(at.get(0), bounds.get(0)), Wholes.plus(at.get(1), bounds.get(2)));
        }
        return bounds.get(1) - bounds.get(0) == 1
                ? List.of(row, Wholes.plus(at.get(0), bounds.get(2)))
                : List.of(Wholes.plus(at.get(0), bounds.get(0)), column);
    }
}
