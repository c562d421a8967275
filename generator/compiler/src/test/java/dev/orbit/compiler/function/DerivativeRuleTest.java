package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.DoubleDoubleArithmetic;
import dev.orbit.compiler.reference.Dual;
import dev.orbit.compiler.reference.DualArithmetic;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the tables against dual numbers in 31 digits, and each rule's own derivative again: rules are made of rows. */
final class DerivativeRuleTest {
    private static final DoubleDoubleArithmetic EXACT = new DoubleDoubleArithmetic();
    private static final DualArithmetic<DoubleDouble> DUAL = DualArithmetic.ofDoubleDoubles();
    private static final DualArithmetic<Dual<DoubleDouble>> TWICE =
            new DualArithmetic<>(DUAL, x -> x.value().doubleValue());
    private static final int POINTS = 200;

    /** A point inside the domain of f, away from kinks and poles. */
    private static double point(Function1 f, Random random) {
        double u = random.nextDouble();
        return switch (f) {
            case LOG, SQRT, LGAMMA, DIGAMMA, TRIGAMMA -> 0.1 + 8 * u;
            case LOG1P -> -0.9 + 8 * u;
            case ASIN, ACOS -> 1.9 * u - 0.95;
            case LOG1MEXP -> -0.05 - 8 * u;
            case NEGATE, SQUARE, RECIPROCAL, EXP, EXPM1, ABS, SIGN, HEAVISIDE, RELU -> 8 * u - 4;
            case SIN, COS, TAN, ATAN, SINH, COSH, TANH -> 8 * u - 4;
            case SIGMOID, SOFTPLUS, SILU, GELU, LOG_COSH -> 8 * u - 4;
            case ERF, ERFC, GAUSSIAN, NORMAL_DENSITY, NORMAL_CDF -> 8 * u - 4;
        };
    }

    @ParameterizedTest
    @EnumSource
    void ruleOfOneAgrees(Function1 f) {
        Random random = new Random(f.ordinal());
        for (int i = 0; i < POINTS; i++) {
            DoubleDouble x = DoubleDouble.of(point(f, random));
            Dual<DoubleDouble> witness = DUAL.apply(f, DUAL.variable(x));
            close(witness.derivative(), f.derivative(EXACT, x, witness.value()), f + "' at " + x);
            // the second derivative: the rule differentiated by dual numbers, against dual numbers of dual numbers
            Dual<DoubleDouble> byRule = f.derivative(DUAL, DUAL.variable(x), witness);
            Dual<Dual<DoubleDouble>> inner = TWICE.apply(f, new Dual<>(DUAL.variable(x), DUAL.constant(1)));
            close(inner.derivative().derivative(), byRule.derivative(), f + "'' at " + x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesOfTwoAgree(Function2 f) {
        Random random = new Random(f.ordinal());
        for (int i = 0; i < POINTS; i++) {
            DoubleDouble x =
                    DoubleDouble.of(f == Function2.POLYGAMMA ? random.nextInt(4) : 0.2 + 3 * random.nextDouble());
            DoubleDouble y = DoubleDouble.of(
                    f == Function2.POLYGAMMA ? 0.2 + 3 * random.nextDouble() : 6 * random.nextDouble() - 3);
            DoubleDouble value = EXACT.apply(f, x, y);
            String where = f + " at " + x + ", " + y;
            if (f != Function2.POLYGAMMA) {
                close(
                        DUAL.apply(f, DUAL.variable(x), DUAL.fixed(y)).derivative(),
                        f.derivative1(EXACT, x, y, value),
                        where);
            }
            Dual<DoubleDouble> byY = DUAL.apply(f, DUAL.fixed(x), DUAL.variable(y));
            close(byY.derivative(), f.derivative2(EXACT, x, y, value), where);
            Dual<DoubleDouble> byRule = f.derivative2(DUAL, DUAL.fixed(x), DUAL.variable(y), byY);
            Dual<Dual<DoubleDouble>> inner =
                    TWICE.apply(f, TWICE.fixed(DUAL.fixed(x)), new Dual<>(DUAL.variable(y), DUAL.constant(1)));
            close(inner.derivative().derivative(), byRule.derivative(), "second derivative of " + where);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fastDerivativeIsTheSameInTheReals(Function1 f) {
        Random random = new Random(f.ordinal());
        for (int i = 0; i < POINTS; i++) {
            DoubleDouble x = DoubleDouble.of(point(f, random));
            DoubleDouble value = EXACT.apply(f, x);
            DoubleDouble exact = f.derivative(EXACT, x, value);
            f.fastDerivative(EXACT, x, value).ifPresent(fast -> close(exact, fast, f + " at " + x));
        }
        boolean expected = f == Function1.SIGMOID || f == Function1.EXPM1;
        DoubleDouble one = DoubleDouble.ONE;
        assertEquals(expected, f.fastDerivative(EXACT, one, one).isPresent());
    }

    private static void close(DoubleDouble expected, DoubleDouble actual, String where) {
        double error = Math.abs(expected.minus(actual).high());
        double size = Math.max(Math.abs(expected.high()), 1e-6);
        assertTrue(error <= 1e-24 * size, () -> where + ": " + expected + " but " + actual);
    }
}
