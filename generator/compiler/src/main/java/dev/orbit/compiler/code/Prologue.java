package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Slice;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Scheduler;
import dev.orbit.compiler.schedule.Step;
import dev.orbit.compiler.simplify.Simplify;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How a method begins: parameters are read from their vector, each inside its interval. */
final class Prologue {
    private final Outline outline;
    private final Naming naming;
    private final Variables variables;
    private final Surroundings around;
    private final Names names;
    private final List<Stmt> out = new ArrayList<>();

    Prologue(Outline outline, Naming naming, Variables variables, Surroundings around, Names names) {
        this.outline = outline;
        this.naming = naming;
        this.variables = variables;
        this.around = around;
        this.names = names;
    }

    /** The statements; {@code read} are the numbers of the inputs that the program reads. */
    List<Stmt> statements(BitSet read) {
        BitSet needed = (BitSet) read.clone();
        for (int i = outline.parameters().size() - 1; i >= 0; i--) {
            outline.parameters().get(i).interval().ifPresent(interval -> {
                need(interval.lower(), needed);
                need(interval.upper(), needed);
            });
        }
        int offset = 0;
        for (int i = 0; i < outline.parameters().size(); i++) {
            Outline.Parameter parameter = outline.parameters().get(i);
            if (!parameter.shape().isEmpty()) {
                throw new IllegalStateException("parameter " + parameter.name() + " has a shape");
            }
            scalar(i, parameter, new Expr.Entry(around.signature.vector(), new Expr.Whole(offset)), needed.get(i));
            offset += parameter.size();
        }
        return out;
    }

    private static void need(Outline.Bound bound, BitSet needed) {
        bound.program().ifPresent(program -> needed.or(Inputs.read(lossOf(program))));
    }

    private static Program lossOf(Program program) {
        return Simplify.drop(Slice.outputs(program, output -> output.purpose() == Program.Purpose.LOSS));
    }

    private void scalar(int number, Outline.Parameter parameter, Expr.Entry entry, boolean read) {
        List<Argument> check = new ArrayList<>(List.of(new Expr.Text(parameter.name()), entry));
        parameter.interval().ifPresent(interval -> {
            check.add(bound(interval.lower()));
            check.add(bound(interval.upper()));
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

    private Expr bound(Outline.Bound bound) {
        if (bound.program().isEmpty()) {
            return constant(bound.constant());
        }
        Program program = lossOf(bound.program().get());
        Schedule schedule = Scheduler.schedule(program);
        Statements statements = new Statements(schedule, around, variables, naming, outline);
        out.addAll(statements.block(schedule.steps(), names));
        Value value =
                statements.given().stream().map(Step.Give::value).findFirst().orElseThrow();
        return statements.expressions().read(value);
    }

    private Expr constant(Literal literal) {
        return literal.name().isEmpty()
                ? new Expr.Number(literal)
                : new Expr.Named(java.util.Optional.empty(), naming.constants().get(literal.name()));
    }
}
