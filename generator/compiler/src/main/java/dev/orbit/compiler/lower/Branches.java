package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.function.Function;

/** Conditions, and values that depend on them. What is not chosen is not evaluated. */
final class Branches {
    private Branches() {}

    /** The choice from this one on. */
    static Value conditional(Expr.Conditional expr, int choice, Frame frame) {
        if (choice == expr.choices().size()) {
            return new Expressions(frame).value(expr.otherwise());
        }
        Expr.Choice first = expr.choices().get(choice);
        Value condition = condition(first.condition(), frame);
        Region then = region(frame, inside -> List.of(new Expressions(inside).value(first.value())));
        Region otherwise = region(frame, inside -> List.of(conditional(expr, choice + 1, inside)));
        return frame.at(expr.span()).branch(condition, then, otherwise).get(0);
    }

    /** A region of its own, written in an inner frame. */
    static Region region(Frame frame, Function<Frame, List<Value>> write) {
        Builder builder = frame.builder.inner();
        List<Value> results = write.apply(frame.inner(builder));
        return new Region(List.of(), builder.written(), results);
    }

    static Value condition(Condition condition, Frame frame) {
        return condition.match(new Condition.Cases<Value>() {
            @Override
            public Value compare(Condition.Compare compare) {
                Value left = new Expressions(frame).value(compare.left());
                Value right = new Expressions(frame).value(compare.right());
                Instr.Comparison op =
                        Instr.Comparison.valueOf(compare.comparison().name());
                return frame.at(compare.span()).compare(op, left, right);
            }

            @Override
            public Value known(Condition.Known known) {
                Value datum = new Expressions(frame).value(known.datum());
                return Shapes.known(datum, frame.at(known.span()));
            }

            @Override
            public Value not(Condition.Not not) {
                return frame.builder.logic(Instr.Connective.NOT, condition(not.of(), frame));
            }

            @Override
            public Value and(Condition.And and) {
                return all(Instr.Connective.AND, and.of());
            }

            @Override
            public Value or(Condition.Or or) {
                return all(Instr.Connective.OR, or.of());
            }

            private Value all(Instr.Connective op, List<Condition> of) {
                return frame.builder.logic(
                        op, of.stream().map(part -> condition(part, frame)).toArray(Value[]::new));
            }
        });
    }
}
