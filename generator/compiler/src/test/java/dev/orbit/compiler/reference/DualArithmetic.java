package dev.orbit.compiler.reference;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.function.ToDoubleFunction;

/**
 * Forward differentiation over any arithmetic, as a witness of the derivative rules: it takes the values of the rows from {@code base}
 * but none of their derivatives, which are written here a second time from textbooks (Abramowitz and Stegun, chapters 3 to 7), mostly
 * in another form. Only what is returned at a kink is the same agreement: the table in {@code docs/accuracy.md}.
 */
public final class DualArithmetic<V> implements Arithmetic<Dual<V>> {
    private final Arithmetic<V> base;
    private final ToDoubleFunction<V> number;

    /**
     * @param base how to compute with V
     * @param number the double next to a V; decides at kinks
     */
    public DualArithmetic(Arithmetic<V> base, ToDoubleFunction<V> number) {
        this.base = base;
        this.number = number;
    }

    public static DualArithmetic<Double> ofDoubles() {
        return new DualArithmetic<>(new RealArithmetic(), x -> x);
    }

    public static DualArithmetic<DoubleDouble> ofDoubleDoubles() {
        return new DualArithmetic<>(new DoubleDoubleArithmetic(), DoubleDouble::doubleValue);
    }

    /** The variable itself, at {@code value}. */
    public Dual<V> variable(V value) {
        return new Dual<>(value, base.constant(1));
    }

    /** A number that does not depend on the variable. */
    public Dual<V> fixed(V value) {
        return new Dual<>(value, base.constant(0));
    }

    @Override
    public Dual<V> constant(double c) {
        return fixed(base.constant(c));
    }

    @Override
    public Dual<V> pi() {
        return fixed(base.pi());
    }

    @Override
    public Dual<V> apply(Function1 f, Dual<V> x) {
        V value = base.apply(f, x.value());
        // an independent number stays independent, also where the derivative is infinite
        return isZero(x.derivative())
                ? fixed(value)
                : new Dual<>(value, base.multiply(slope(f, x.value(), value), x.derivative()));
    }

    @Override
    public Dual<V> apply(Function2 f, Dual<V> x, Dual<V> y) {
        V value = base.apply(f, x.value(), y.value());
        boolean fixedX = isZero(x.derivative());
        boolean fixedY = isZero(y.derivative());
        if (fixedX && fixedY) {
            return fixed(value);
        }
        if (fixedY) {
            return new Dual<>(value, base.multiply(slope1(f, x.value(), y.value(), value), x.derivative()));
        }
        if (fixedX) {
            return new Dual<>(value, base.multiply(slope2(f, x.value(), y.value(), value), y.derivative()));
        }
        return new Dual<>(
                value,
                base.add(
                        base.multiply(slope1(f, x.value(), y.value(), value), x.derivative()),
                        base.multiply(slope2(f, x.value(), y.value(), value), y.derivative())));
    }

    private boolean isZero(V x) {
        return number.applyAsDouble(x) == 0;
    }

    private V slope(Function1 f, V x, V value) {
        return switch (f) {
            case NEGATE -> c(-1);
            case SQUARE -> base.add(x, x);
            case RECIPROCAL -> base.divide(c(-1), base.square(x));
            case EXP, EXPM1 -> base.apply(Function1.EXP, x);
            case LOG -> base.divide(c(1), x);
            case LOG1P -> base.divide(c(1), base.add(x, c(1)));
            case SQRT -> base.divide(c(1), base.add(value, value));
            case ABS -> c(number.applyAsDouble(x) > 0 ? 1 : number.applyAsDouble(x) < 0 ? -1 : 0);
            case SIGN, HEAVISIDE -> c(0);
            case RELU -> c(number.applyAsDouble(x) > 0 ? 1 : 0);
            case SIN -> base.apply(Function1.COS, x);
            case COS -> base.negate(base.apply(Function1.SIN, x));
            case TAN -> base.divide(c(1), base.square(base.apply(Function1.COS, x)));
            case ASIN -> arc(x);
            case ACOS -> base.negate(arc(x));
            case ATAN -> base.divide(c(1), base.square(base.apply(Function2.HYPOT, c(1), x)));
            case SINH -> base.apply(Function1.COSH, x);
            case COSH -> base.apply(Function1.SINH, x);
            case TANH -> base.divide(base.divide(c(1), base.apply(Function1.COSH, x)), base.apply(Function1.COSH, x));
            case SIGMOID, SOFTPLUS, SILU, LOG1MEXP, LOG_COSH -> logisticSlope(f, x);
            case GELU, ERF, ERFC, GAUSSIAN, NORMAL_DENSITY, NORMAL_CDF -> normalSlope(f, x);
            case LGAMMA -> base.apply(Function2.POLYGAMMA, c(0), x);
            case DIGAMMA -> base.apply(Function2.POLYGAMMA, c(1), x);
            case TRIGAMMA -> base.apply(Function2.POLYGAMMA, c(2), x);
        };
    }

    private V logisticSlope(Function1 f, V x) {
        V absolute = base.apply(Function1.ABS, x);
        V e = base.apply(Function1.EXP, base.negate(absolute));
        V sum = base.add(c(1), e);
        boolean negative = number.applyAsDouble(x) < 0;
        V logistic = base.divide(negative ? e : c(1), sum);
        V density = base.divide(base.divide(e, sum), sum);
        return switch (f) {
            case SIGMOID -> density;
            case SOFTPLUS -> logistic;
            case SILU -> isZero(density) ? logistic : base.add(logistic, base.multiply(x, density));
            // d/dx log(1 - e^x)
            case LOG1MEXP -> base.divide(base.apply(Function1.EXP, x), base.apply(Function1.EXPM1, x));
            case LOG_COSH -> hyperbolicTangent(x);
            default -> throw new IllegalArgumentException(f.name());
        };
    }

    private V hyperbolicTangent(V x) {
        V e = base.apply(Function1.EXPM1, base.multiply(c(-2), base.apply(Function1.ABS, x)));
        V size = base.divide(base.negate(e), base.add(e, c(2)));
        return number.applyAsDouble(x) < 0 ? base.negate(size) : size;
    }

    private V normalSlope(Function1 f, V x) {
        V bell = base.apply(Function1.GAUSSIAN, x);
        V slope = base.divide(base.add(bell, bell), base.apply(Function1.SQRT, base.pi()));
        V density = base.apply(Function1.NORMAL_DENSITY, x);
        return switch (f) {
            case ERF -> slope;
            case ERFC -> base.negate(slope);
            case GAUSSIAN -> base.negate(base.multiply(base.add(x, x), bell));
            case NORMAL_DENSITY -> base.negate(base.multiply(density, x));
            case NORMAL_CDF -> density;
            case GELU -> base.add(base.multiply(x, density), base.apply(Function1.NORMAL_CDF, x));
            default -> throw new IllegalArgumentException(f.name());
        };
    }

    private V slope1(Function2 f, V x, V y, V value) {
        return switch (f) {
            case ADD, SUBTRACT -> c(1);
            case MULTIPLY, SCALE -> y;
            case DIVIDE -> base.divide(c(1), y);
            case POWER -> isZero(y) ? c(0) : base.multiply(y, base.apply(Function2.POWER, x, base.subtract(y, c(1))));
            case LOWER_POWER -> slope1(Function2.POWER, x, base.subtract(y, c(1)), value);
            case ATAN2 -> isZero(norm(x, y)) ? c(0) : base.divide(base.divide(y, norm(x, y)), norm(x, y));
            case HYPOT -> isZero(value) ? c(0) : base.divide(x, value);
            case MAX -> c(above(x, y) ? 1 : 0);
            case MIN -> c(above(y, x) ? 1 : 0);
            case LOG_ADD_EXP -> logisticSlope(Function1.SOFTPLUS, base.subtract(x, y));
            case GREATER -> c(0);
            case RATIO -> isZero(y) ? c(0) : base.divide(c(1), y);
            case POLYGAMMA -> c(Double.NaN);
        };
    }

    private V slope2(Function2 f, V x, V y, V value) {
        return switch (f) {
            case ADD -> c(1);
            case SUBTRACT -> c(-1);
            case MULTIPLY, SCALE -> x;
            case DIVIDE -> base.divide(base.divide(base.negate(x), y), y);
            case POWER, LOWER_POWER -> isZero(value) ? c(0) : base.multiply(value, base.apply(Function1.LOG, x));
            case ATAN2 -> isZero(norm(x, y)) ? c(0) : base.divide(base.divide(base.negate(x), norm(x, y)), norm(x, y));
            case HYPOT -> isZero(value) ? c(0) : base.divide(y, value);
            case MAX -> c(above(x, y) ? 0 : 1);
            case MIN -> c(above(y, x) ? 0 : 1);
            case LOG_ADD_EXP -> logisticSlope(Function1.SOFTPLUS, base.subtract(y, x));
            case GREATER -> c(0);
            case RATIO -> isZero(y) ? c(0) : base.divide(base.divide(base.negate(x), y), y);
            case POLYGAMMA -> base.apply(Function2.POLYGAMMA, base.add(c(1), x), y);
        };
    }

    private V arc(V x) {
        V square = base.multiply(base.add(c(1), x), base.subtract(c(1), x));
        return base.divide(c(1), base.apply(Function1.SQRT, square));
    }

    private V norm(V x, V y) {
        return base.apply(Function2.HYPOT, x, y);
    }

    private boolean above(V x, V y) {
        return number.applyAsDouble(base.apply(Function2.GREATER, x, y)) == 1;
    }

    private V c(double x) {
        return base.constant(x);
    }
}
