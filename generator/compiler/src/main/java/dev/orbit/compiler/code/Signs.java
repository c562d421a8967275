package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import java.util.Optional;

/**
 * Arithmetic with the signs where a person puts them: {@code a - b} for {@code a + -b}, {@code -a * b} for {@code -(a * b)}.
 * All these are the same bits: rounding is symmetric.
 */
final class Signs {
    private Signs() {}

    static Expr add(Expr x, Expr y) {
        Optional<Expr> minusY = opposite(y);
        if (minusY.isPresent()) {
            return new Expr.Binary(Operator.SUBTRACT, x, minusY.get());
        }
        return opposite(x)
                .map(minusX -> new Expr.Binary(Operator.SUBTRACT, y, minusX))
                .orElseGet(() -> new Expr.Binary(Operator.ADD, x, y));
    }

    static Expr subtract(Expr x, Expr y) {
        return opposite(y)
                .map(minusY -> new Expr.Binary(Operator.ADD, x, minusY))
                .orElseGet(() -> new Expr.Binary(Operator.SUBTRACT, x, y));
    }

    static Expr multiply(Expr x, Expr y) {
        if (y instanceof Expr.Number && opposite(y).isPresent() && opposite(x).isEmpty()) {
            return new Expr.Binary(Operator.MULTIPLY, y, x);
        }
        return factors(Operator.MULTIPLY, x, y);
    }

    static Expr divide(Expr x, Expr y) {
        return factors(Operator.DIVIDE, x, y);
    }

    private static Expr factors(Operator op, Expr x, Expr y) {
        Optional<Expr> minusY = opposite(y);
        if (minusY.isEmpty()) {
            return new Expr.Binary(op, x, y);
        }
        return new Expr.Binary(op, negate(x), minusY.get());
    }

    static Expr negate(Expr x) {
        Optional<Expr> minusX = opposite(x);
        if (minusX.isPresent()) {
            return minusX.get();
        }
        if (x instanceof Expr.Number number && Decimals.hasDigits(number.literal())) {
            Literal literal = number.literal();
            return new Expr.Number(new Literal(-literal.value(), literal.text(), literal.name()));
        }
        if (x instanceof Expr.Binary product && isProduct(product.op())) {
            return new Expr.Binary(product.op(), negate(product.x()), product.y());
        }
        return new Expr.Negate(x);
    }

    /** What the expression is the negative of, if it begins with a sign. */
    static Optional<Expr> opposite(Expr x) {
        if (x instanceof Expr.Negate negate) {
            return Optional.of(negate.x());
        }
        if (x instanceof Expr.Number number && Double.compare(number.literal().value(), 0.0) < 0) {
            Literal literal = number.literal();
            return Optional.of(new Expr.Number(new Literal(-literal.value(), literal.text(), literal.name())));
        }
        if (x instanceof Expr.Binary product && isProduct(product.op())) {
            return opposite(product.x()).map(minus -> new Expr.Binary(product.op(), minus, product.y()));
        }
        return Optional.empty();
    }

    private static boolean isProduct(Operator op) {
        return op == Operator.MULTIPLY || op == Operator.DIVIDE;
    }
}
