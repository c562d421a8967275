package dev.orbit.compiler.reference;

import static dev.orbit.compiler.reference.DoubleDouble.ONE;
import static dev.orbit.compiler.reference.DoubleDouble.PI;
import static dev.orbit.compiler.reference.DoubleDouble.ZERO;
import static dev.orbit.compiler.reference.DoubleDouble.of;

import java.math.BigDecimal;

/**
 * Logistic, error and gamma functions to about 30 digits, each by a series or continued fraction that shares nothing with the runtime:
 * NIST Handbook 7.6.2 and 7.9.1 (erf), 5.7.3, 5.11.1 and 5.11.2 (gamma), 25.11.43 (Hurwitz zeta).
 */
public final class Special {
    private static final DoubleDouble EULER =
            DoubleDouble.of(new BigDecimal("0.577215664901532860606512090082402431042159335939923598805767"));
    private static final DoubleDouble HALF_LOG_2_PI =
            Elementary.log(PI.scaled(1)).scaled(-1);
    private static final DoubleDouble[] BERNOULLI = bernoulli();
    /** zeta(k) - 1. */
    private static final DoubleDouble[] ZETA_MINUS_1 = zetaMinus1();

    private Special() {}

    private static DoubleDouble[] bernoulli() {
        double[] numerators = {
            1,
            -1,
            1,
            -1,
            5,
            -691,
            7,
            -3617,
            43867,
            -174611,
            854513,
            -236364091,
            8553103,
            -23749461029.0,
            8615841276005.0
        };
        double[] denominators = {6, 30, 42, 30, 66, 2730, 6, 510, 798, 330, 138, 2730, 6, 870, 14322};
        DoubleDouble[] result = new DoubleDouble[numerators.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = of(numerators[i]).over(denominators[i]);
        }
        return result;
    }

    private static DoubleDouble[] zetaMinus1() {
        DoubleDouble[] result = new DoubleDouble[60];
        for (int k = 2; k < result.length; k++) {
            result[k] = zeta(k, of(2));
        }
        return result;
    }

    public static DoubleDouble sigmoid(DoubleDouble x) {
        DoubleDouble e = Elementary.exp(x.abs().negated());
        return (x.high() < 0 ? e : ONE).over(e.plus(1));
    }

    /** x sigmoid(x); far to the left without passing through subnormal numbers. */
    public static DoubleDouble silu(DoubleDouble x) {
        return x.high() < -600
                ? x.times(Elementary.exp(x.plus(200))).times(Elementary.exp(of(-200)))
                : x.times(sigmoid(x));
    }

    public static DoubleDouble softplus(DoubleDouble x) {
        DoubleDouble rest = Elementary.log1p(Elementary.exp(x.abs().negated()));
        return x.high() > 0 ? x.plus(rest) : rest;
    }

    public static DoubleDouble log1mexp(DoubleDouble x) {
        return x.below(-0.7)
                ? Elementary.log1p(Elementary.exp(x).negated())
                : Elementary.log(Elementary.expm1(x).negated());
    }

    /** log(1 + 2 sinh(x/2)^2). */
    public static DoubleDouble logCosh(DoubleDouble x) {
        DoubleDouble u = x.abs();
        if (u.high() > 1) {
            return u.plus(Elementary.log1p(Elementary.exp(u.scaled(1).negated())))
                    .minus(DoubleDouble.LOG_2);
        }
        return Elementary.log1p(Elementary.sinh(u.scaled(-1)).squared().scaled(1));
    }

    public static DoubleDouble logAddExp(DoubleDouble x, DoubleDouble y) {
        DoubleDouble high = x.below(y) ? y : x;
        DoubleDouble low = x.below(y) ? x : y;
        if (high.high() == low.high() && !high.isFinite()) {
            return high;
        }
        return high.plus(Elementary.log1p(Elementary.exp(low.minus(high))));
    }

    public static DoubleDouble gaussian(DoubleDouble x) {
        return Elementary.exp(x.squared().negated());
    }

    public static DoubleDouble normalDensity(DoubleDouble x) {
        return Elementary.exp(x.squared().scaled(-1).negated())
                .over(PI.scaled(1).sqrt());
    }

    /** x normalCdf(x); far to the left without passing through subnormal numbers. */
    public static DoubleDouble gelu(DoubleDouble x) {
        if (x.high() > -36) {
            return x.times(normalCdf(x));
        }
        DoubleDouble u = x.over(of(2).sqrt()).negated();
        DoubleDouble bell = Elementary.exp(of(300).minus(x.squared().scaled(-1)));
        return x.scaled(-1).times(scaledErfc(u)).times(bell).times(Elementary.exp(of(-300)));
    }

    public static DoubleDouble normalCdf(DoubleDouble x) {
        return erfc(x.over(of(2).sqrt()).negated()).scaled(-1);
    }

    public static DoubleDouble erf(DoubleDouble x) {
        DoubleDouble a = x.abs();
        DoubleDouble result = a.high() < 2.5 ? erfSeries(a) : ONE.minus(erfcFraction(a));
        return x.high() < 0 ? result.negated() : result;
    }

    public static DoubleDouble erfc(DoubleDouble x) {
        if (x.high() < 0) {
            return erf(x.negated()).plus(1);
        }
        return x.high() < 2.5 ? ONE.minus(erfSeries(x)) : erfcFraction(x);
    }

    /** exp(-x^2) times a series of positive terms. */
    private static DoubleDouble erfSeries(DoubleDouble x) {
        DoubleDouble twice = x.squared().scaled(1);
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int k = 1; term.high() > 1e-34 * sum.high(); k++) {
            term = term.times(twice).over(2 * k + 1);
            sum = sum.plus(term);
        }
        return sum.times(gaussian(x)).scaled(1).over(PI.sqrt());
    }

    private static DoubleDouble erfcFraction(DoubleDouble x) {
        return x.high() > 28 ? ZERO : gaussian(x).times(scaledErfc(x));
    }

    /** exp(x^2) erfc(x) for x from about 2. */
    private static DoubleDouble scaledErfc(DoubleDouble x) {
        if (Double.isNaN(x.high())) {
            return x;
        }
        int terms = (int) (20 + 800 / (x.high() * x.high()));
        DoubleDouble fraction = x;
        for (int k = terms; k >= 1; k--) {
            fraction = x.plus(of(k).scaled(-1).over(fraction));
        }
        return fraction.times(PI.sqrt()).reciprocal();
    }

    public static DoubleDouble lgamma(DoubleDouble x) {
        if (x.high() <= -0.5) {
            return lgammaByReflection(x);
        }
        if (x.high() < 0.75) {
            return lgamma(x.plus(1)).minus(Elementary.log(x.abs()));
        }
        if (x.high() <= 1.25) {
            return lgammaSeries(x.minus(1)).minus(Elementary.log1p(x.minus(1)));
        }
        if (x.high() >= 1.75 && x.high() <= 2.25) {
            return lgammaSeries(x.minus(2));
        }
        DoubleDouble product = ONE;
        DoubleDouble y = x;
        for (; y.high() < 40; y = y.plus(1)) {
            product = product.times(y);
        }
        DoubleDouble log = Elementary.log(y);
        DoubleDouble r = y.reciprocal();
        DoubleDouble series = ZERO;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = series.times(r.squared()).plus(BERNOULLI[k - 1].over(2 * k * (2 * k - 1)));
        }
        DoubleDouble stirling =
                y.minus(0.5).times(log).minus(y).plus(HALF_LOG_2_PI).plus(series.times(r));
        return y.isFinite() ? stirling.minus(Elementary.log(product)) : y;
    }

    /** log(Gamma(2 + t)) for |t| at most 1/4. */
    private static DoubleDouble lgammaSeries(DoubleDouble t) {
        DoubleDouble sum = ZERO;
        DoubleDouble minus = t.negated();
        for (int k = 45; k >= 2; k--) {
            sum = sum.plus(ZETA_MINUS_1[k].over(k)).times(minus);
        }
        return sum.plus(EULER.minus(1)).times(minus);
    }

    /** The signed distance from the nearest whole number. */
    private static DoubleDouble fraction(DoubleDouble x) {
        return x.minus(Math.rint(x.high()));
    }

    private static DoubleDouble lgammaByReflection(DoubleDouble x) {
        DoubleDouble r = fraction(x);
        if (r.isZero() || !x.isFinite()) {
            return of(Double.POSITIVE_INFINITY);
        }
        DoubleDouble sine = Elementary.sin(PI.times(r)).abs();
        return Elementary.log(PI.over(x.abs().times(sine))).minus(lgamma(x.negated()));
    }

    public static DoubleDouble digamma(DoubleDouble x) {
        if (x.high() <= -0.5) {
            DoubleDouble r = fraction(x);
            return r.isZero() || !x.isFinite()
                    ? of(Double.NaN)
                    : digamma(ONE.minus(x)).minus(PI.over(Elementary.tan(PI.times(r))));
        }
        if (x.isZero()) {
            return of(-1 / x.high());
        }
        DoubleDouble y = x;
        DoubleDouble sum = ZERO;
        for (; y.high() < 30; y = y.plus(1)) {
            sum = sum.minus(y.reciprocal());
        }
        DoubleDouble r = y.reciprocal();
        DoubleDouble square = r.squared();
        DoubleDouble series = ZERO;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            series = series.times(square).plus(BERNOULLI[k - 1].over(2 * k));
        }
        return sum.plus(Elementary.log(y)).minus(r.scaled(-1)).minus(series.times(square));
    }

    public static DoubleDouble trigamma(DoubleDouble x) {
        return polygamma(1, x);
    }

    /** The derivative of order n of digamma, for whole n from 0. */
    public static DoubleDouble polygamma(int n, DoubleDouble x) {
        if (n == 0) {
            return digamma(x);
        }
        boolean odd = n % 2 != 0;
        DoubleDouble zeta;
        if (x.high() > 0 || Double.isNaN(x.high())) {
            zeta = zeta(n + 1, x);
        } else {
            DoubleDouble r = fraction(x);
            if (r.isZero() || !x.isFinite()) {
                double odds = x.isFinite() ? Double.POSITIVE_INFINITY : Double.NaN;
                return of(odd ? odds : x.isZero() ? -1 / x.high() : Double.NaN);
            }
            DoubleDouble left = zeta(n + 1, ONE.minus(r)).minus(zeta(n + 1, ONE.minus(x)));
            zeta = zeta(n + 1, r.plus(1)).plus(odd ? left : left.negated()).plus(r.power(-n - 1));
        }
        DoubleDouble factorial = ONE;
        for (int i = 2; i <= n; i++) {
            factorial = factorial.times(i);
        }
        return factorial.times(odd ? zeta : zeta.negated());
    }

    /** The sum of (a + k)^-s over k from 0, for a &gt; 0. */
    private static DoubleDouble zeta(int s, DoubleDouble a) {
        DoubleDouble sum = ZERO;
        DoubleDouble b = a;
        for (; b.high() < 40 + 2 * s; b = b.plus(1)) {
            sum = sum.plus(b.power(-s));
        }
        DoubleDouble r = b.reciprocal();
        DoubleDouble term = r.times(s).scaled(-1);
        DoubleDouble series = of(0.5);
        for (int k = 1; k <= BERNOULLI.length; k++) {
            series = series.plus(term.times(BERNOULLI[k - 1]));
            double growth = (s + 2.0 * k - 1) * (s + 2.0 * k);
            term = term.times(r.squared()).times(growth).over((2 * k + 1) * (2 * k + 2));
        }
        return sum.plus(b.over(s - 1).plus(series).times(r.power(s)));
    }
}
