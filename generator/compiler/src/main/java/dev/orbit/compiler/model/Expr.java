package dev.orbit.compiler.model;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * A typed expression. Trees are no deeper than the checker's limit, calls put in, so recursion over them is safe; they
 * may share nothing or much, and {@code equals} compares whole trees: use identity.
 */
public sealed interface Expr {
    Shape shape();

    Span span();

    /** A literal: its double, and what the author wrote. */
    record Number(double value, String text, Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.number(this);
        }
    }

    /** {@code pi}. */
    record Pi(Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.pi(this);
        }
    }

    /** {@code inf}. */
    record Infinity(Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.infinity(this);
        }
    }

    /** A dim as a number; without a value it is the number of steps, known when the class is used. */
    record Size(Symbol dim, OptionalInt value, Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.size(this);
        }
    }

    /**
     * The value of a name. A state is its value before the step, outside the step its final value; per-step data are the
     * row of the step; index data, the step number and running indices are numbers.
     */
    record Reference(Symbol symbol, Span span) implements Expr {
        @Override
        public Shape shape() {
            return symbol.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.reference(this);
        }
    }

    /** A state after the step, read within the step. */
    record Primed(Symbol state, Span span) implements Expr {
        @Override
        public Shape shape() {
            return state.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.primed(this);
        }
    }

    /** A scalar in every entry of a shape: a start value, what stands before a lag. */
    record Fill(Expr scalar, Shape shape) implements Expr {
        @Override
        public Span span() {
            return scalar.span();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.fill(this);
        }
    }

    /** Operators of one precedence, folded from the left; at least one link. */
    record Chain(Expr first, List<Link> rest, Span span) implements Expr {
        public Chain {
            rest = List.copyOf(rest);
        }

        @Override
        public Shape shape() {
            return rest.get(rest.size() - 1).shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.chain(this);
        }
    }

    /** One step of a chain: {@code shape} and {@code span} are those of the chain up to and with this operand. */
    record Link(Operator operator, Expr operand, Shape shape, Span span) {}

    /** Elementwise function of one value. */
    record Map1(Function1 function, Expr of, Span span) implements Expr {
        @Override
        public Shape shape() {
            return of.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.map1(this);
        }
    }

    /** Elementwise function of two values of one shape, or one is a scalar and fills the other's shape. Powers are here. */
    record Map2(Function2 function, Expr left, Expr right, Shape shape, Span span) implements Expr {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.map2(this);
        }
    }

    /** Function of linear algebra of two values. */
    record Linear(LinearFunction function, Expr left, Expr right, Shape shape, Span span) implements Expr {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.linear(this);
        }
    }

    /** Function of a whole vector or matrix. */
    record Whole(MatrixFunction function, Expr of, Shape shape, Span span) implements Expr {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.whole(this);
        }
    }

    /** All entries of a value to a scalar. */
    record Reduce(Reduction reduction, Expr of, Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.reduce(this);
        }
    }

    /** {@code sum(i in 1..p: body)}: entry by entry over the values of the running indices; the last runs fastest. */
    record ReduceOver(Reduction reduction, List<RunningIndex> indices, Expr body, Span span) implements Expr {
        public ReduceOver {
            indices = List.copyOf(indices);
        }

        @Override
        public Shape shape() {
            return body.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.reduceOver(this);
        }
    }

    /** {@code mean(over steps: body)}: entry by entry over all steps, outside the step. */
    record OverSteps(Reduction reduction, Expr body, Span span) implements Expr {
        @Override
        public Shape shape() {
            return body.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.overSteps(this);
        }
    }

    /** {@code [i in 1..k, j in 1..n: body]}: one index a vector, two a matrix; the body is a scalar. */
    record Comprehension(List<RunningIndex> indices, Expr body, Shape shape, Span span) implements Expr {
        public Comprehension {
            indices = List.copyOf(indices);
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.comprehension(this);
        }
    }

    /**
     * A block literal: {@code grid.get(i).get(j)} is {@code rows.get(i)} by {@code columns.get(j)}. When the shape is a
     * vector there is one column, of extent 1.
     */
    record Blocks(List<Extent> rows, List<Extent> columns, List<List<Block>> grid, Shape shape, Span span)
            implements Expr {
        public Blocks {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            grid = grid.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.blocks(this);
        }
    }

    /** {@code eye(n)}. */
    record Identity(Extent size, Span span) implements Expr {
        @Override
        public Shape shape() {
            return Shape.matrix(size, size);
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.identity(this);
        }
    }

    /** Part of a vector or matrix: one selector for each axis. */
    record Access(Expr of, List<Selector> selectors, Shape shape, Span span) implements Expr {
        public Access {
            selectors = List.copyOf(selectors);
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.access(this);
        }
    }

    /** {@code push(s, x)}: the vector without its first entry, a scalar appended. */
    record Push(Expr vector, Expr appended, Span span) implements Expr {
        @Override
        public Shape shape() {
            return vector.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.push(this);
        }
    }

    /**
     * {@code of} as it was {@code steps} (at least 0) steps earlier, {@code before} in the first steps. {@code of} refers
     * to per-step data, an intermediate or a primed state; {@code before} reads nothing of the step, and has the same shape.
     */
    record Lag(Expr of, Affine steps, Expr before, Span span) implements Expr {
        @Override
        public Shape shape() {
            return of.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.lag(this);
        }
    }

    /** The value of the first choice whose condition holds; the others are not evaluated. All have the same shape. */
    record Conditional(List<Choice> choices, Expr otherwise, Span span) implements Expr {
        public Conditional {
            choices = List.copyOf(choices);
        }

        @Override
        public Shape shape() {
            return otherwise.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.conditional(this);
        }
    }

    /** A condition and the value where it holds. */
    record Choice(Condition condition, Expr value) {}

    /** Call of a function of the spec. */
    record Call(FunctionInstance function, List<Expr> arguments, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Shape shape() {
            return function.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.call(this);
        }
    }

    /** Call of an abstract function; a scalar one of one argument applies to each entry when {@code shape} is not scalar. */
    record CallAbstract(AbstractFunction function, List<Expr> arguments, Shape shape, Span span) implements Expr {
        public CallAbstract {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.callAbstract(this);
        }
    }

    /** {@code s'(u)}: the derivative of a scalar function of one scalar, at each entry of {@code at}. */
    record Derivative(FunctionInstance function, Expr at, Span span) implements Expr {
        @Override
        public Shape shape() {
            return at.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.derivative(this);
        }
    }

    /** {@code repeat(f, m, z)}: f applied m times to z; m is at least 0. */
    record Repeat(FunctionInstance function, Index count, Expr start, Span span) implements Expr {
        @Override
        public Shape shape() {
            return start.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.repeat(this);
        }
    }

    /** {@code loss}, {@code penalty}, {@code total}: only in claims. */
    record Quantity(Objective objective, Span span) implements Scalar {
        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.quantity(this);
        }
    }

    /** {@code gradient(p)} of the total: only in claims. */
    record Gradient(Symbol of, Span span) implements Expr {
        @Override
        public Shape shape() {
            return of.shape();
        }

        @Override
        public <R> R match(ExprCases<R> cases) {
            return cases.gradient(this);
        }
    }

    /** Those that are always scalars. */
    sealed interface Scalar extends Expr {
        @Override
        default Shape shape() {
            return Shape.SCALAR;
        }
    }

    <R> R match(ExprCases<R> cases);
}
