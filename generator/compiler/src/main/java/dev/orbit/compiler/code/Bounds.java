package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Slice;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Scheduler;
import dev.orbit.compiler.schedule.Step;
import dev.orbit.compiler.simplify.Simplify;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bounds of intervals as expressions of the parameters' variables. */
final class Bounds {
    private final Outline outline;
    private final Naming naming;
    private final Variables variables;
    private final Surroundings around;
    private final Names names;
    private final List<Stmt> out;

    /** @param out takes the statements that a bound needs before it is an expression */
    Bounds(Outline outline, Naming naming, Variables variables, Surroundings around, Names names, List<Stmt> out) {
        this.outline = outline;
        this.naming = naming;
        this.variables = variables;
        this.around = around;
        this.names = names;
        this.out = out;
    }

    /** The numbers of the parameters that the bounds of parameters read. */
    static BitSet read(Outline outline) {
        BitSet read = new BitSet();
        for (Outline.Parameter parameter : outline.parameters()) {
            parameter
                    .interval()
                    .ifPresent(interval -> List.of(interval.lower(), interval.upper())
                            .forEach(bound -> bound.program().ifPresent(program -> read.or(Inputs.read(program)))));
        }
        return read;
    }

    Expr value(Outline.Bound bound) {
        if (bound.program().isEmpty()) {
            return number(bound.constant());
        }
        Program program =
                Simplify.drop(Slice.outputs(bound.program().get(), output -> output.purpose() == Program.Purpose.LOSS));
        return outputs(program).get(0);
    }

    /** The derivatives of a bound by parameters, by their numbers. */
    Map<Integer, Expr> partials(Outline.Bound bound) {
        if (bound.program().isEmpty()) {
            return Map.of();
        }
        Program program = Simplify.drop(
                Slice.outputs(bound.program().get(), output -> output.purpose() == Program.Purpose.GRADIENT));
        Map<Integer, Expr> values = outputs(program);
        Map<Integer, Expr> partials = new LinkedHashMap<>();
        values.forEach((output, value) -> {
            String name = program.outputs().get(output).of();
            for (int i = 0; i < outline.parameters().size(); i++) {
                if (outline.parameters().get(i).name().equals(name)) {
                    partials.put(i, value);
                }
            }
        });
        return partials;
    }

    private Map<Integer, Expr> outputs(Program program) {
        Schedule schedule = Scheduler.schedule(program);
        Statements statements = new Statements(schedule, around, variables, naming, outline);
        out.addAll(statements.block(schedule.steps(), names));
        Map<Integer, Expr> outputs = new LinkedHashMap<>();
        for (Step.Give give : statements.given()) {
            outputs.put(give.output(), statements.expressions().read(give.value()));
        }
        return outputs;
    }

    private Expr number(Literal literal) {
        return literal.name().isEmpty()
                ? new Expr.Number(literal)
                : new Expr.Named(Optional.empty(), naming.constants().get(literal.name()));
    }
}
