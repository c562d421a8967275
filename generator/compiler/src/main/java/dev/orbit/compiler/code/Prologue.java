package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How a method begins: parameters are read from their vector, each inside its interval. */
final class Prologue {
    private final Outline outline;
    private final Naming naming;
    private final Variables variables;
    private final Surroundings around;
    private final List<Stmt> out = new ArrayList<>();
    private final Bounds bounds;

    Prologue(Outline outline, Naming naming, Variables variables, Surroundings around, Names names) {
        this.outline = outline;
        this.naming = naming;
        this.variables = variables;
        this.around = around;
        this.bounds = new Bounds(outline, naming, variables, around, names, out);
    }

    /** The statements; {@code read} are the numbers of the inputs that the program reads. */
    List<Stmt> statements(BitSet read) {
        BitSet needed = (BitSet) read.clone();
        needed.or(Bounds.read(outline));
        for (int i = 0; i < outline.parameters().size(); i++) {
            Outline.Parameter parameter = outline.parameters().get(i);
            // What has one entry is a number in the program, whatever its shape.
            if (parameter.size() == 1) {
                scalar(i, parameter, around.given(i).entry(new Expr.Whole(0)), needed.get(i));
            } else if (parameter.interval().isPresent()) {
                Outline.Interval interval = parameter.interval().get();
                out.add(inside(
                        parameter, around.given(i), bounds.value(interval.lower()), bounds.value(interval.upper())));
            }
        }
        return out;
    }

    /** Checks all entries of a vector or matrix. */
    static Stmt inside(Outline.Parameter parameter, Block block, Expr lower, Expr upper) {
        int columns = parameter.shape().size() == 2 ? parameter.shape().get(1) : 0;
        return new Stmt.CallKernel(
                Library.INTERVALS,
                "inside",
                List.of(
                        new Expr.Text(parameter.name()),
                        block.array(),
                        block.offset(),
                        new Expr.Whole(parameter.size()),
                        new Expr.Whole(columns),
                        lower,
                        upper));
    }

    private void scalar(int number, Outline.Parameter parameter, Expr.Entry entry, boolean read) {
        List<Argument> check = new ArrayList<>(List.of(new Expr.Text(parameter.name()), entry));
        parameter.interval().ifPresent(interval -> {
            check.add(bounds.value(interval.lower()));
            check.add(bounds.value(interval.upper()));
        });
        boolean checked = parameter.interval().isPresent();
        if (read) {
            Variable variable = variables.named(naming.parameters().get(number), Kind.REAL);
            around.inputs.put(number, variable);
            Expr value = checked ? new Expr.Call(Library.INTERVALS, "inside", Kind.REAL, check) : entry;
            out.add(new Stmt.Declare(variable, java.util.Optional.of(value), ""));
        } else if (checked) {
            out.add(new Stmt.CallKernel(Library.INTERVALS, "inside", check));
        }
    }
}
