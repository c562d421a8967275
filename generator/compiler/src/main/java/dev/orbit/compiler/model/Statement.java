package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;

/**
 * A statement of the step. Statements stand in an order in which they can be carried out: what reads {@code h'} or an
 * intermediate comes after what sets it.
 */
public sealed interface Statement {
    Span span();

    /** {@code name = value}: an intermediate; also the stacked right-hand side that {@code [p; q] = ...} takes apart. */
    record Define(Symbol intermediate, Expr value, Span span) implements Statement {}

    /** {@code h' = value}. */
    record Next(Symbol state, Expr value, Span span) implements Statement {}

    /**
     * {@code Q'[c] = value}: the selected entries of what Q will be; the others keep their values. Several updates of one
     * state select different entries.
     */
    record Update(Symbol state, List<Selector> selectors, Expr value, Span span) implements Statement {
        public Update {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * The statements of the first arm whose condition holds, else {@code otherwise}. What an arm does not set of
     * {@code states} keeps its value. Every arm sets all of {@code joined}: intermediates visible afterwards, by the same
     * symbol in each arm; other intermediates of an arm are its own.
     *
     * @param states all states that some arm sets, in whole or in part
     */
    record Branch(List<Arm> arms, List<Statement> otherwise, List<Symbol> states, List<Symbol> joined, Span span)
            implements Statement {
        public Branch {
            arms = List.copyOf(arms);
            otherwise = List.copyOf(otherwise);
            states = List.copyOf(states);
            joined = List.copyOf(joined);
        }
    }

    /** One condition of a branch and what is done where it is the first that holds. */
    record Arm(Condition condition, List<Statement> statements) {
        public Arm {
            statements = List.copyOf(statements);
        }
    }

    /** A scalar, added at every step. */
    record Loss(Expr value, Span span) implements Statement {}

    /** A value whose squared entries are added at every step; in an arm that is not taken it counts as 0. */
    record Residual(Expr value, Span span) implements Statement {}

    /** A prediction at every step; its symbol may be read like an intermediate. Never in an arm. */
    record Predict(Output output, Span span) implements Statement {}

    /** The total fold: one case each. */
    interface Cases<R> {
        R define(Define statement);

        R next(Next statement);

        R update(Update statement);

        R branch(Branch statement);

        R loss(Loss statement);

        R residual(Residual statement);

        R predict(Predict statement);
    }

    default <R> R match(Cases<R> cases) {
        if (this instanceof Define define) {
            return cases.define(define);
        } else if (this instanceof Next next) {
            return cases.next(next);
        } else if (this instanceof Update update) {
            return cases.update(update);
        } else if (this instanceof Branch branch) {
            return cases.branch(branch);
        } else if (this instanceof Loss loss) {
            return cases.loss(loss);
        } else if (this instanceof Residual residual) {
            return cases.residual(residual);
        }
        return cases.predict((Predict) this);
    }
}
