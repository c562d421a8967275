package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import java.util.Optional;

/** Assignments as a person writes them. */
final class Assignments {
    private Assignments() {}

    /** {@code x += y} for {@code x = x + y}. */
    static Stmt set(Target target, Expr value, String remark) {
        if (value instanceof Expr.Binary binary && Kinds.of(value) == Kind.REAL) {
            boolean left = binary.x().equals(target);
            boolean right = binary.y().equals(target);
            Optional<Update> update = update(binary.op(), left);
            if (update.isPresent() && (left || right)) {
                return new Stmt.Assign(target, update.get(), left ? binary.y() : binary.x(), remark);
            }
        }
        return new Stmt.Assign(target, Update.SET, value, remark);
    }

    private static Optional<Update> update(Operator op, boolean left) {
        if (op == Operator.ADD) {
            return Optional.of(Update.ADD);
        } else if (op == Operator.MULTIPLY) {
            return Optional.of(Update.MULTIPLY);
        }
        return op == Operator.SUBTRACT && left ? Optional.of(Update.SUBTRACT) : Optional.empty();
    }

    static Stmt accumulate(Target target, Expr value) {
        return Signs.opposite(value)
                .map(minus -> new Stmt.Assign(target, Update.SUBTRACT, minus, ""))
                .orElseGet(() -> new Stmt.Assign(target, Update.ADD, value, ""));
    }

    /** Zero of an element's kind. */
    static Expr zero(Type.Element element) {
        return element == Type.Element.DOUBLE ? new Expr.Number(new Literal(0, "0", "")) : new Expr.Whole(0);
    }
}
