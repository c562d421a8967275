package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Reduction;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;

/** Values of linear algebra. Whatever has one entry is a scalar here, see {@link Types}. */
final class Shapes {
    private Shapes() {}

    /** The same entries in another shape. */
    static Value reshape(Value value, Type type, Builder builder) {
        return value.type().equals(type) ? value : builder.view(Access.RESHAPE, type, List.of(), value);
    }

    static Value broadcast(Value value, Type type, Builder builder) {
        return value.type().equals(type) ? value : builder.view(Access.BROADCAST, type, List.of(), value);
    }

    static Value eye(int size, Builder builder) {
        Value ones = builder.literal(Literal.of(1.0), Types.of(List.of(size)));
        return size == 1 ? ones : builder.view(Access.DIAGONAL, Types.of(List.of(size, size)), List.of(), ones);
    }

    static Value product(Value left, Value right, Type type, Builder builder) {
        if (left.type().isScalar() || right.type().isScalar()) {
            return reshape(builder.multiply(left, right), type, builder);
        } else if (type.isScalar()) {
            Type vector = Type.vector(left.type().size());
            Value x = reshape(left, vector, builder);
            return builder.linear(Product.DOT, type, x, reshape(right, vector, builder));
        }
        return builder.linear(Product.MATRIX, type, left, right);
    }

    /** Rows from, inclusive, to, exclusive. */
    static Value rows(Value value, int from, int to, Type type, Builder builder) {
        List<Integer> shape = value.type().shape();
        if (value.type().equals(type)) {
            return value;
        }
        return shape.size() == 2
                ? builder.view(Access.SLICE, type, List.of(from, to, 0, shape.get(1)), value)
                : builder.view(Access.SLICE, type, List.of(from, to), value);
    }

    static Value linear(Expr.Linear expr, Value left, Value right, Builder builder) {
        Type type = Types.of(expr.shape());
        return switch (expr.function()) {
            case DOT ->
                left.type().isScalar()
                        ? builder.multiply(left, right)
                        : builder.linear(Product.DOT, Type.SCALAR, left, right);
            case OUTER ->
                left.type().isScalar() || right.type().isScalar()
                        ? reshape(builder.multiply(left, right), type, builder)
                        : builder.linear(Product.OUTER, type, left, right);
            case SOLVE -> solve(left, right, builder);
        };
    }

    /** A^-1 B by A = L L': two triangular systems. */
    private static Value solve(Value a, Value b, Builder builder) {
        if (a.type().isScalar()) {
            return builder.divide(b, a);
        }
        Value l = builder.linear(Product.CHOLESKY, a.type(), a);
        Value half = builder.linear(Product.SOLVE_LOWER, b.type(), l, b);
        return builder.linear(Product.SOLVE_LOWER_TRANSPOSED, b.type(), l, half);
    }

    static Value whole(Expr.Whole expr, Value of, Builder builder) {
        Type type = Types.of(expr.shape());
        return switch (expr.function()) {
            case TRANSPOSE ->
                of.type().shape().size() == 2
                        ? reshape(transposed(of, builder), type, builder)
                        : reshape(of, type, builder);
            case DIAGONAL_MATRIX -> of.type().isScalar() ? of : builder.view(Access.DIAGONAL, type, List.of(), of);
            case DIAGONAL -> of.type().isScalar() ? of : builder.view(Access.DIAGONAL_OF, type, List.of(), of);
            case SOFTMAX -> builder.apply(Function1.EXP, logSoftmax(of, builder));
            case LOGSOFTMAX -> logSoftmax(of, builder);
            case LOGDET -> logDeterminant(of, builder);
        };
    }

    static Value transposed(Value of, Builder builder) {
        List<Integer> shape = of.type().shape();
        return builder.view(Access.TRANSPOSE, Type.matrix(shape.get(1), shape.get(0)), List.of(), of);
    }

    private static Value logSoftmax(Value of, Builder builder) {
        return builder.subtract(of, builder.fold(Instr.Reduction.LOGSUMEXP, of));
    }

    /** log det A = 2 sum(log(diag L)) with A = L L'. */
    private static Value logDeterminant(Value a, Builder builder) {
        if (a.type().isScalar()) {
            return builder.apply(Function1.LOG, a);
        }
        Value l = builder.linear(Product.CHOLESKY, a.type(), a);
        Type diagonal = Type.vector(a.type().shape().get(0));
        Value logs = builder.apply(Function1.LOG, builder.view(Access.DIAGONAL_OF, diagonal, List.of(), l));
        return builder.multiply(builder.constant(2.0), builder.fold(Instr.Reduction.SUM, logs));
    }

    /** All entries to one. */
    static Value reduce(Reduction reduction, Value of, Builder builder) {
        return switch (reduction) {
            case SUM -> of.type().isScalar() ? of : builder.fold(Instr.Reduction.SUM, of);
            case MEAN ->
                of.type().isScalar()
                        ? of
                        : builder.divide(
                                builder.fold(Instr.Reduction.SUM, of),
                                builder.constant(of.type().size()));
            case NORM ->
                of.type().isScalar() ? builder.apply(Function1.ABS, of) : builder.fold(Instr.Reduction.NORM, of);
            case MAX -> of.type().isScalar() ? of : builder.fold(Instr.Reduction.MAX, of);
            case MIN -> of.type().isScalar() ? of : builder.fold(Instr.Reduction.MIN, of);
            case LOGSUMEXP -> of.type().isScalar() ? of : builder.fold(Instr.Reduction.LOGSUMEXP, of);
        };
    }

    static Value push(Value vector, Value appended, Builder builder) {
        return vector.type().isScalar()
                ? appended
                : builder.view(Access.PUSH, vector.type(), List.of(), vector, appended);
    }

    /** Whether no entry is NaN. */
    static Value known(Value datum, Builder builder) {
        if (datum.type().isScalar()) {
            return builder.compare(Instr.Comparison.EQUAL, datum, datum);
        }
        // MAX is Java's: NaN exactly if an entry is.
        Value itself = builder.fold(Instr.Reduction.MAX, datum);
        return builder.compare(Instr.Comparison.EQUAL, itself, itself);
    }
}
