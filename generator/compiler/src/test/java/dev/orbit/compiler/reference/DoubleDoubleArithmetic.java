package dev.orbit.compiler.reference;

import static dev.orbit.compiler.reference.DoubleDouble.of;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;

/** Every row of the function tables in about 30 digits, with the conventions of the tables at kinks. */
public final class DoubleDoubleArithmetic implements Arithmetic<DoubleDouble> {
    @Override
    public DoubleDouble constant(double c) {
        return of(c);
    }

    @Override
    public DoubleDouble pi() {
        return DoubleDouble.PI;
    }

    @Override
    public DoubleDouble apply(Function1 f, DoubleDouble x) {
        return switch (f) {
            case NEGATE -> x.negated();
            case SQUARE -> x.squared();
            case RECIPROCAL -> x.reciprocal();
            case EXP -> Elementary.exp(x);
            case LOG -> Elementary.log(x);
            case LOG1P -> Elementary.log1p(x);
            case EXPM1 -> Elementary.expm1(x);
            case SQRT -> x.sqrt();
            case ABS -> x.abs();
            case SIGN -> of(Math.signum(x.high()));
            case HEAVISIDE -> of(x.high() > 0 ? 1 : 0);
            case RELU -> x.high() > 0 || Double.isNaN(x.high()) ? x : of(0);
            case SIN -> Elementary.sin(x);
            case COS -> Elementary.cos(x);
            case TAN -> Elementary.tan(x);
            case ASIN -> Elementary.asin(x);
            case ACOS -> Elementary.acos(x);
            case ATAN -> Elementary.atan(x);
            case SINH -> Elementary.sinh(x);
            case COSH -> Elementary.cosh(x);
            case TANH -> Elementary.tanh(x);
            case SIGMOID -> Special.sigmoid(x);
            case SOFTPLUS -> Special.softplus(x);
            case SILU -> Special.silu(x);
            case GELU -> Special.gelu(x);
            case LOG1MEXP -> Special.log1mexp(x);
            case LOG_COSH -> Special.logCosh(x);
            case ERF -> Special.erf(x);
            case ERFC -> Special.erfc(x);
            case GAUSSIAN -> Special.gaussian(x);
            case NORMAL_DENSITY -> Special.normalDensity(x);
            case NORMAL_CDF -> Special.normalCdf(x);
            case LGAMMA -> Special.lgamma(x);
            case DIGAMMA -> Special.digamma(x);
            case TRIGAMMA -> Special.trigamma(x);
        };
    }

    @Override
    public DoubleDouble apply(Function2 f, DoubleDouble x, DoubleDouble y) {
        return switch (f) {
            case ADD -> x.plus(y);
            case SUBTRACT -> x.minus(y);
            case MULTIPLY -> x.times(y);
            case DIVIDE -> x.over(y);
            case POWER -> Elementary.power(x, y);
            case LOWER_POWER -> Elementary.power(x, y.minus(1));
            case ATAN2 -> Elementary.atan2(x, y);
            case HYPOT -> Elementary.hypot(x, y);
            case MAX -> ordered(x, y) ? (x.below(y) ? y : x) : of(Double.NaN);
            case MIN -> ordered(x, y) ? (y.below(x) ? y : x) : of(Double.NaN);
            case LOG_ADD_EXP -> Special.logAddExp(x, y);
            case GREATER -> of(y.below(x) ? 1 : 0);
            case SCALE -> x.isZero() ? of(0) : x.times(y);
            case RATIO -> y.isZero() ? of(0) : x.over(y);
            case POLYGAMMA -> Special.polygamma((int) x.high(), y);
        };
    }

    private static boolean ordered(DoubleDouble x, DoubleDouble y) {
        return !Double.isNaN(x.high()) && !Double.isNaN(y.high());
    }
}
