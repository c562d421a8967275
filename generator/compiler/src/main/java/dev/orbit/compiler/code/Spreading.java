package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Step;
import java.util.List;

/** What is computed of whole stacks, row by row. */
final class Spreading {
    private final Schedule schedule;
    private final Expressions expressions;
    private final Walks walks;

    Spreading(Schedule schedule, Expressions expressions, Walks walks) {
        this.schedule = schedule;
        this.expressions = expressions;
        this.walks = walks;
    }

    /** The statements for one row, whose number is {@code index}. */
    List<Stmt> row(Step.Spread spread, Expr index, Names names) {
        Value stack = spread.stack();
        Block to = expressions.addresses().block(spread.to());
        Instr definition = schedule.definitions().get(stack);
        return walks.each(stack.type().shape(), true, names, at -> {
            Expr place = at.isEmpty() ? new Expr.Whole(0) : at.get(0);
            Expr entry = spread.computes() ? computed(definition, index, place) : entry(stack, index, place);
            return List.of(Assignments.set(to.entry(place), entry, ""));
        });
    }

    /** An entry of a row of a stack that lies in an array; what is no stack is the same in each row. */
    private Expr entry(Value value, Expr index, Expr place) {
        return schedule.places().get(value) instanceof Place.Stack stack
                ? expressions.addresses().block(stack.rows(), index).entry(place)
                : expressions.entries().entry(value, place);
    }

    /** What an instruction computes for one entry of one row of its stack. */
    private Expr computed(Instr instr, Expr index, Expr place) {
        if (instr instanceof Instr.Map1 map) {
            return Expressions.apply(map.f(), entry(map.x(), index, place));
        } else if (instr instanceof Instr.Map2 map) {
            return Expressions.apply(map.f(), entry(map.x(), index, place), entry(map.y(), index, place));
        } else if (instr instanceof Instr.Constant constant) {
            return expressions.constant(constant);
        } else if (instr instanceof Instr.View view && view.op() == Access.PAD_ROWS) {
            return padded(view, index, place);
        }
        throw new IllegalStateException("no expression computes a row of " + instr.results());
    }

    private Expr padded(Instr.View view, Expr index, Expr place) {
        Value rows = view.args().get(0);
        int from = view.bounds().get(0);
        Expr behind =
                Wholes.plus(expressions.addresses().exact(rows.type().stacked().get(0)), from);
        Expr outside = new Expr.Binary(
                Operator.OR,
                new Expr.Binary(Operator.LESS, index, new Expr.Whole(from)),
                new Expr.Binary(Operator.GREATER_EQUAL, index, behind));
        Expr zero = new Expr.Number(new Literal(0, "0", ""));
        return new Expr.Choose(outside, zero, entry(rows, Wholes.plus(index, -from), place));
    }
}
