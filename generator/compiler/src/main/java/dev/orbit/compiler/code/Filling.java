package dev.orbit.compiler.code;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that put vectors and matrices where they belong, or add them to what is there. */
final class Filling {
    private final Schedule schedule;
    private final Expressions expressions;
    private final Entries entries;
    private final Walks walks;
    private final Kernels kernels;

    Filling(Schedule schedule, Expressions expressions, Walks walks) {
        this.schedule = schedule;
        this.expressions = expressions;
        this.entries = expressions.entries();
        this.walks = walks;
        this.kernels = new Kernels(entries);
    }

    /** Copies a value that lies elsewhere, or writes out one that lies nowhere. */
    List<Stmt> fill(Area area, Value value, Names names) {
        return put(area, value, Update.SET, names);
    }

    /** Adds a value to what is there; zeros that are there by structure are not added. */
    List<Stmt> add(Area area, Value value, Names names) {
        return put(area, value, Update.ADD, names);
    }

    private List<Stmt> put(Area area, Value value, Update how, Names names) {
        Optional<Block> block = value.type().shape().isEmpty() ? Optional.empty() : entries.block(value);
        boolean nothing = how == Update.ADD
                && schedule.definitions().get(value) instanceof Instr.Constant constant
                && constant.literal().value() == 0;
        if (nothing) {
            return List.of();
        } else if (block.isPresent()) {
            return block(area, block.get(), how, names);
        } else if (value.type().shape().isEmpty()) {
            return List.of(stmt(area.entry(List.of()), expressions.read(value), how));
        }
        return put(area, schedule.definitions().get(value), how, names);
    }

    private List<Stmt> block(Area area, Block from, Update how, Names names) {
        if (how == Update.SET && area.isWhole() && area.size() > Walks.FEW) {
            return from.equals(area.first()) ? List.of() : List.of(copy(area, from));
        }
        return walks.each(area.shape(), area.isWhole(), names, at -> {
            Expr entry = from.entry(at.size() == area.shape().size() ? Entries.flat(area.shape(), at) : at.get(0));
            Expr.Entry to = target(area, at);
            return to.equals(entry) && how == Update.SET ? List.of() : List.of(stmt(to, entry, how));
        });
    }

    /** Copies what lies in one piece. */
    List<Stmt> move(Area area, Block from, Names names) {
        return block(area, from, Update.SET, names);
    }

    private static Stmt copy(Area area, Block from) {
        Block to = area.first();
        Expr size = new Expr.Whole(area.size());
        return new Stmt.CallKernel(
                Library.SYSTEM, "arraycopy", List.of(from.array(), from.offset(), to.array(), to.offset(), size));
    }

    /** The entry for indices, or, in an area without gaps, for a place in row-major order. */
    private static Expr.Entry target(Area area, List<Expr> at) {
        boolean flat = at.size() < area.shape().size();
        return flat ? area.first().entry(at.get(0)) : area.entry(at);
    }

    private static Stmt stmt(Target target, Expr value, Update how) {
        return how == Update.ADD ? Assignments.accumulate(target, value) : Assignments.set(target, value, "");
    }

    /** Computes what an instruction defines into the area. */
    List<Stmt> compute(Area area, Instr instr, Names names) {
        return put(area, instr, Update.SET, names);
    }

    private List<Stmt> put(Area area, Instr instr, Update how, Names names) {
        if (instr instanceof Instr.Constant constant && how == Update.SET) {
            return fillWith(area, constant.literal(), names);
        } else if (instr instanceof Instr.View view) {
            return view(area, view, how, names);
        } else if (instr instanceof Instr.Linear linear && how == Update.SET && area.isWhole()) {
            return List.of(kernels.call(linear, area.first()));
        }
        Optional<Instr.Linear> outer = outer(instr);
        if (outer.isPresent() && area.isWhole() && how == Update.ADD) {
            return List.of(kernels.accumulate(outer.get(), area.first(), instr == outer.get()));
        }
        return entrywise(area, instr, how, names);
    }

    /** A product of two vectors, or its negative. */
    private Optional<Instr.Linear> outer(Instr instr) {
        boolean negates = instr instanceof Instr.Map1 map && map.f() == Function1.NEGATE;
        Instr inner = negates ? schedule.definitions().get(instr.operands().get(0)) : instr;
        boolean written = !negates || entries.block(instr.operands().get(0)).isEmpty();
        return written && inner instanceof Instr.Linear linear && linear.op() == Product.OUTER
                ? Optional.of(linear)
                : Optional.empty();
    }

    private List<Stmt> fillWith(Area area, Literal literal, Names names) {
        if (!area.isWhole() || area.size() <= Walks.FEW) {
            return walks.each(
                    area.shape(),
                    area.isWhole(),
                    names,
                    at -> List.of(stmt(target(area, at), expressions.number(literal), Update.SET)));
        }
        Block to = area.first();
        Expr end = Wholes.plus(to.offset(), area.size());
        return List.of(new Stmt.CallKernel(
                Library.ARRAYS, "fill", List.of(to.array(), to.offset(), end, expressions.number(literal))));
    }

    private List<Stmt> entrywise(Area area, Instr instr, Update how, Names names) {
        boolean flat = area.isWhole()
                && !(instr instanceof Instr.View)
                && instr.operands().stream().allMatch(entries::isFlat)
                && !(instr instanceof Instr.Linear);
        return walks.each(area.shape(), flat, names, at -> {
            Expr value = at.size() == area.shape().size() ? entries.written(instr, at) : entries.flat(instr, at.get(0));
            return List.of(stmt(target(area, at), value, how));
        });
    }

    private List<Stmt> view(Area area, Instr.View view, Update how, Names names) {
        return switch (view.op()) {
            case SLICE, TRANSPOSE, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW -> entrywise(area, view, how, names);
            case PAD, PAD_ENTRY, DIAGONAL -> sparse(area, view, how, names);
            case STACK -> stacked(area, view, how, names);
            case BESIDE -> beside(area, view, how, names);
            case PUT, PUSH, UNPUSH -> changed(area, view, names);
            case ADD_SLICE, ADD_ENTRY -> added(area, view, names);
            case PAD_ROWS, ROWS -> throw new IllegalStateException(view.op() + " makes a stack");
        };
    }

    private List<Stmt> sparse(Area area, Instr.View view, Update how, Names names) {
        List<Stmt> out = new ArrayList<>();
        Value part = view.args().get(0);
        List<Integer> shape = part.type().shape();
        boolean fills = how == Update.SET && area.size() > part.type().size();
        if (fills) {
            out.addAll(fillWith(area, new Literal(0, "0", ""), names));
        }
        if (area.size() > 0) {
            out.addAll(put(place(area, view, shape), part, how, names));
        }
        return out;
    }

    /** Where what is not zero belongs. */
    private Area place(Area area, Instr.View view, List<Integer> shape) {
        if (view.op() == Access.DIAGONAL) {
            return new Area(area.first(), area.stride() + 1, shape);
        }
        boolean entry = view.op() == Access.PAD_ENTRY;
        return entry ? area.part(entries.index(view), 0, 1, shape) : padded(area, view.bounds(), shape);
    }

    private static Area padded(Area area, List<Integer> bounds, List<Integer> shape) {
        Expr row = new Expr.Whole(bounds.get(0));
        if (bounds.size() == 2) {
            return area.part(row, 0, area.stride(), shape);
        }
        boolean oneRow = bounds.get(1) - bounds.get(0) == 1;
        int stride = shape.size() == 1 && oneRow ? 1 : area.stride();
        return area.part(row, bounds.get(2), stride, shape);
    }

    private List<Stmt> stacked(Area area, Instr.View view, Update how, Names names) {
        List<Stmt> out = new ArrayList<>();
        int row = 0;
        boolean matrix = area.shape().size() == 2;
        for (Value part : view.args()) {
            List<Integer> shape = part.type().shape();
            int stride = matrix && shape.size() == 1 ? 1 : area.stride();
            out.addAll(put(area.part(new Expr.Whole(row), 0, stride, shape), part, how, names));
            row += shape.isEmpty() || matrix && shape.size() == 1 ? 1 : shape.get(0);
        }
        return out;
    }

    private List<Stmt> beside(Area area, Instr.View view, Update how, Names names) {
        List<Stmt> out = new ArrayList<>();
        int column = 0;
        for (Value part : view.args()) {
            List<Integer> shape = part.type().shape();
            out.addAll(put(area.part(new Expr.Whole(0), column, area.stride(), shape), part, how, names));
            column += shape.size() == 2 ? shape.get(1) : 1;
        }
        return out;
    }

    /** A vector or matrix with something added to a part: in place where it lies in the area already. */
    private List<Stmt> added(Area area, Instr.View view, Names names) {
        List<Stmt> out = new ArrayList<>(fill(area, view.args().get(0), names));
        Value part = view.args().get(1);
        List<Integer> shape = part.type().shape();
        boolean slice = view.op() == Access.ADD_SLICE;
        Area place = slice ? padded(area, view.bounds(), shape) : area.part(entries.index(view), 0, 1, shape);
        if (area.size() > 0) {
            out.addAll(add(place, part, names));
        }
        return out;
    }

    /** A vector or matrix with a part exchanged, or shifted by one: in place where it lies in the area already. */
    private List<Stmt> changed(Area area, Instr.View view, Names names) {
        Value of = view.args().get(0);
        int size = area.size();
        if (view.op() == Access.PUT) {
            List<Stmt> out = new ArrayList<>(fill(area, of, names));
            Value part = view.args().get(2);
            out.addAll(fill(area.part(entries.index(view), 0, 1, part.type().shape()), part, names));
            return out;
        }
        List<Stmt> out = new ArrayList<>();
        boolean push = view.op() == Access.PUSH;
        Expr last = push ? walks.settled(expressions.read(view.args().get(1)), names, out) : zero();
        if (size > 1) {
            Block from = entries.block(of).orElse(area.first());
            if (entries.block(of).isEmpty()) {
                out.addAll(fill(area, of, names));
            }
            Area rest = new Area(area.first().plus(new Expr.Whole(push ? 0 : 1)), 1, List.of(size - 1));
            Block moved = from.plus(new Expr.Whole(push ? 1 : 0));
            if (!moved.equals(rest.first())) {
                out.add(copy(rest, moved));
            }
        }
        if (size > 0) {
            Expr place = new Expr.Whole(push ? size - 1 : 0);
            out.add(Assignments.set(area.first().entry(place), last, ""));
        }
        return out;
    }

    private static Expr zero() {
        return new Expr.Number(new Literal(0, "0", ""));
    }
}
