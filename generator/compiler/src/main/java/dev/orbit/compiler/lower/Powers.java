package dev.orbit.compiler.lower;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;

/** Powers: small whole exponents by multiplication, the others by the power function. */
final class Powers {
    private Powers() {}

    static Value power(Value base, Expr exponent, Expressions expressions, Builder builder) {
        if (exponent instanceof Expr.Number number && number.value() == 1) {
            return base;
        } else if (exponent instanceof Expr.Number number && number.value() == 2) {
            return builder.apply(Function1.SQUARE, base);
        } else if (exponent instanceof Expr.Number number && number.value() == 3) {
            return builder.multiply(builder.apply(Function1.SQUARE, base), base);
        } else if (exponent instanceof Expr.Number number && number.value() == 4) {
            return builder.apply(Function1.SQUARE, builder.apply(Function1.SQUARE, base));
        } else if (isMinusOne(exponent)) {
            return builder.divide(builder.literal(new Literal(1.0, "1", ""), Type.SCALAR), base);
        }
        return builder.apply(Function2.POWER, base, expressions.value(exponent));
    }

    private static boolean isMinusOne(Expr exponent) {
        return exponent instanceof Expr.Map1 negated
                && negated.function() == Function1.NEGATE
                && negated.of() instanceof Expr.Number number
                && number.value() == 1;
    }
}
