package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Computes with constants where that loses nothing: the result is the double that IEEE arithmetic gives, and also the
 * exact number that the author's decimals mean, so that exact algebras agree. {@code 0.5 * 1e-4} is folded,
 * {@code 0.1 + 0.2} and {@code 2 * pi} are left to javac, which folds them to the same bits, and named constants stay.
 */
final class ExactConstants implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Instr.Single single)) {
            return Optional.empty();
        }
        Value result = single.result();
        return value(instr, site).map(literal -> List.of(site.constant(literal, result)));
    }

    private static Optional<Literal> value(Instr instr, Site site) {
        if (instr instanceof Instr.Extent extent && extent.count() instanceof Count.Fixed fixed) {
            return Optional.of(Literal.of(fixed.number()));
        } else if (instr instanceof Instr.Real real) {
            return site.literal(real.index()).map(index -> Literal.of(index.value() + real.plus()));
        } else if (instr instanceof Instr.Map1 map) {
            return site.literal(map.x()).flatMap(x -> apply(map.f(), x));
        } else if (instr instanceof Instr.Map2 map) {
            return site.literal(map.x()).flatMap(x -> site.literal(map.y()).flatMap(y -> apply(map.f(), x, y)));
        } else if (instr instanceof Instr.Compare compare) {
            return site.literal(compare.x())
                    .flatMap(x -> site.literal(compare.y()).flatMap(y -> compare(compare.op(), x, y)));
        }
        return Optional.empty();
    }

    private static Optional<Literal> apply(Function1 f, Literal x) {
        boolean isZero = Double.doubleToRawLongBits(x.value()) == 0 && x.name().isEmpty();
        return switch (f) {
            case NEGATE -> exact(f.value(x.value()), decimal(x).map(BigDecimal::negate));
            case ABS -> exact(f.value(x.value()), decimal(x).map(BigDecimal::abs));
            case SQUARE -> exact(f.value(x.value()), decimal(x).map(v -> v.multiply(v)));
            case RECIPROCAL -> exact(f.value(x.value()), decimal(x).flatMap(v -> quotient(BigDecimal.ONE, v)));
            case EXP, COS, COSH, GAUSSIAN, ERFC -> isZero ? Optional.of(Literal.of(1)) : Optional.empty();
            case SIGMOID, NORMAL_CDF -> isZero ? Optional.of(Literal.of(0.5)) : Optional.empty();
            case LOG1P, EXPM1, SIN, TAN, ASIN, ATAN, SINH, TANH, SILU, GELU, ERF, LOG_COSH ->
                isZero ? Optional.of(Literal.of(0)) : Optional.empty();
            case SQRT, SIGN, HEAVISIDE, RELU -> {
                boolean same = isZero || (x.value() == 1 && x.name().isEmpty());
                yield same ? Optional.of(Literal.of(x.value())) : Optional.empty();
            }
            case LOG -> x.value() == 1 && x.name().isEmpty() ? Optional.of(Literal.of(0)) : Optional.empty();
            case ACOS, SOFTPLUS, LOG1MEXP, NORMAL_DENSITY, LGAMMA, DIGAMMA, TRIGAMMA -> Optional.empty();
        };
    }

    private static Optional<Literal> apply(Function2 f, Literal x, Literal y) {
        Optional<BigDecimal> a = decimal(x);
        Optional<BigDecimal> b = decimal(y);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        double rounded = f.value(x.value(), y.value());
        return switch (f) {
            case ADD -> exact(rounded, Optional.of(a.get().add(b.get())));
            case SUBTRACT -> exact(rounded, Optional.of(a.get().subtract(b.get())));
            case MULTIPLY -> exact(rounded, Optional.of(a.get().multiply(b.get())));
            case DIVIDE -> exact(rounded, quotient(a.get(), b.get()));
            case MAX -> exact(rounded, Optional.of(a.get().max(b.get())));
            case MIN -> exact(rounded, Optional.of(a.get().min(b.get())));
            case GREATER -> Optional.of(Literal.of(rounded));
            case POWER, LOWER_POWER, ATAN2, HYPOT, LOG_ADD_EXP, SCALE, RATIO, POLYGAMMA -> Optional.empty();
        };
    }

    private static Optional<Literal> compare(Comparison op, Literal x, Literal y) {
        Optional<BigDecimal> a = decimal(x);
        Optional<BigDecimal> b = decimal(y);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        boolean exact = op.holds(a.get().compareTo(b.get()), 0);
        boolean rounded = op.holds(x.value(), y.value());
        return exact == rounded ? Optional.of(Literal.of(exact ? 1 : 0)) : Optional.empty();
    }

    /** The number that the author means, where that is a decimal of a sensible length. */
    private static Optional<BigDecimal> decimal(Literal literal) {
        boolean negativeZero = literal.value() == 0 && Double.doubleToRawLongBits(literal.value()) != 0;
        if (!Double.isFinite(literal.value()) || negativeZero || !literal.name().isEmpty()) {
            return Optional.empty();
        }
        if (literal.text().isEmpty()) {
            return Optional.of(new BigDecimal(literal.value())).filter(ExactConstants::isShort);
        }
        try {
            return Optional.of(new BigDecimal(literal.text())).filter(ExactConstants::isShort);
        } catch (NumberFormatException notDecimal) {
            return Optional.empty();
        }
    }

    private static boolean isShort(BigDecimal decimal) {
        return decimal.precision() <= 60 && Math.abs((long) decimal.scale()) <= 400;
    }

    private static Optional<BigDecimal> quotient(BigDecimal x, BigDecimal y) {
        try {
            return Optional.of(x.divide(y));
        } catch (ArithmeticException neverEnds) {
            return Optional.empty();
        }
    }

    /** The literal, if the rounded number is the double next to the exact one. */
    private static Optional<Literal> exact(double rounded, Optional<BigDecimal> exact) {
        return exact.filter(ExactConstants::isShort)
                .filter(e -> isSame(rounded, e.doubleValue()))
                .map(e -> {
                    boolean isDouble = new BigDecimal(rounded).compareTo(e) == 0;
                    return new Literal(
                            rounded, isDouble ? "" : e.stripTrailingZeros().toString(), "");
                });
    }

    private static boolean isSame(double x, double y) {
        return Double.isFinite(x) && Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
    }
}
