package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Adjoints of rearrangements: the adjoint goes back to where the entries came from. */
final class ViewRules {
    private final Scope scope;
    private final Builder builder;
    private final Bars bars;
    private final Activity activity;

    ViewRules(Scope scope, Bars bars, Activity activity) {
        this.scope = scope;
        this.builder = scope.builder;
        this.bars = bars;
        this.activity = activity;
    }

    Sweep.Done apply(Instr.View view, Value bar) {
        Value x = view.args().get(0);
        switch (view.op()) {
            case SLICE -> bars.addPart(x, view.bounds(), bar);
            case PAD -> back(Access.SLICE, x, view.bounds(), bar);
            case STACK -> apart(view, bar, true);
            case BESIDE -> apart(view, bar, false);
            case TRANSPOSE -> back(Access.TRANSPOSE, x, List.of(), bar);
            case DIAGONAL -> back(Access.DIAGONAL_OF, x, List.of(), bar);
            case DIAGONAL_OF -> back(Access.DIAGONAL, x, List.of(), bar);
            case RESHAPE -> back(Access.RESHAPE, x, List.of(), bar);
            case BROADCAST -> bars.add(x, builder.fold(Instr.Reduction.SUM, bar));
            case ENTRY -> back(Access.PAD_ENTRY, x, view.bounds(), indexed(bar, view));
            case PAD_ENTRY -> back(Access.ENTRY, x, view.bounds(), indexed(bar, view));
            case PUT -> put(view, bar);
            case ADD_SLICE -> added(Access.SLICE, view, bar);
            case ADD_ENTRY -> added(Access.ENTRY, view, bar);
            case PUSH -> {
                back(Access.UNPUSH, x, List.of(), bar);
                int size = bar.type().size();
                back(Access.SLICE, view.args().get(1), List.of(size - 1, size), bar);
            }
            case UNPUSH -> {
                Value zero = Bars.zero(builder, Type.SCALAR);
                back(Access.PUSH, x, List.of(), bar, zero);
            }
            case ROW -> {
                Value rows = builder.view(Access.ROWS, bar.type().stackedOver(new Count.Fixed(1)), List.of(), bar);
                back(Access.PAD_ROWS, x, view.bounds(), rows);
            }
            case ROWS -> {
                for (int i = 0; i < view.args().size(); i++) {
                    back(Access.ROW, view.args().get(i), List.of(i), bar);
                }
            }
            case PAD_ROWS -> throw new IllegalStateException("the adjoint of padded rows");
        }
        return Sweep.Done.DONE;
    }

    /** y = x with v added to a part: xBar += yBar, vBar += the part of yBar. */
    private void added(Access part, Instr.View view, Value bar) {
        if (activity.active(view.args().get(0))) {
            bars.add(view.args().get(0), bar);
        }
        List<Value> args = new ArrayList<>(List.of(bar));
        view.args().subList(2, view.args().size()).forEach(index -> args.add(scope.read(index)));
        back(part, view.args().get(1), view.bounds(), args.toArray(Value[]::new));
    }

    /** The adjoint and the indices that tell the place. */
    private Value[] indexed(Value bar, Instr.View view) {
        List<Value> args = new ArrayList<>(List.of(bar));
        view.args().subList(1, view.args().size()).forEach(index -> args.add(scope.read(index)));
        return args.toArray(Value[]::new);
    }

    /** y = x with y_i = v: xBar += yBar with entry i zero, vBar += yBar_i. */
    private void put(Instr.View view, Value bar) {
        Value index = scope.read(view.args().get(1));
        Value entry = view.args().get(2);
        back(Access.ENTRY, entry, List.of(), bar, index);
        if (activity.active(view.args().get(0))) {
            Value zero = Bars.zero(builder, entry.type());
            back(Access.PUT, view.args().get(0), List.of(), bar, index, zero);
        }
    }

    /** A stack's adjoint is cut where its parts meet. */
    private void apart(Instr.View view, Value bar, boolean below) {
        List<Integer> shape = bar.type().shape();
        int from = 0;
        for (Value part : view.args()) {
            List<Integer> size = part.type().shape();
            int length = below ? rows(size, shape.size()) : columns(size);
            List<Integer> bounds;
            if (shape.size() == 1) {
                bounds = List.of(from, from + length);
            } else if (below) {
                bounds = List.of(from, from + length, 0, shape.get(1));
            } else {
                bounds = List.of(0, shape.get(0), from, from + length);
            }
            back(Access.SLICE, part, bounds, bar);
            from += length;
        }
    }

    /** Rows that a part takes: a vector in a matrix is one row, in a vector as many as it has entries. */
    private static int rows(List<Integer> part, int rank) {
        return part.isEmpty() || part.size() < rank ? 1 : part.get(0);
    }

    private static int columns(List<Integer> part) {
        return part.size() < 2 ? 1 : part.get(1);
    }

    private void back(Access op, Value of, List<Integer> bounds, Value... args) {
        if (activity.active(of)) {
            bars.add(of, builder.view(op, of.type(), bounds, args));
        }
    }
}
