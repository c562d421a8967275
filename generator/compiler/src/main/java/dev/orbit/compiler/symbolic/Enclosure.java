package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Bounds of a real number. Both bounds are NaN when nothing is known, or when the number is not defined.
 *
 * @param low a number not above it
 * @param high a number not below it
 */
public record Enclosure(double low, double high) {
    private static final Enclosure UNKNOWN = new Enclosure(Double.NaN, Double.NaN);

    /** Far more than the functions of the table err, relative to their value and to 1. */
    private static final double RELATIVE = 1e-13;

    private static final double ABSOLUTE = 1e-15;

    public static Enclosure unknown() {
        return UNKNOWN;
    }

    public static Enclosure of(Rational value) {
        double nearest = value.nearestDouble();
        return Rational.exactly(nearest).equals(value) ? new Enclosure(nearest, nearest) : outward(nearest, nearest);
    }

    public boolean isKnown() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    public double middle() {
        return low / 2 + high / 2;
    }

    /** Whether the two are surely different numbers, by a margin that no rounding explains. */
    public boolean isApartFrom(Enclosure other) {
        double gap = Math.max(low - other.high, other.low - high);
        return isKnown() && other.isKnown() && gap > 1e-9 * (1 + Math.abs(middle()) + Math.abs(other.middle()));
    }

    /** Whether it is not told that the two are different. */
    public boolean mayEqual(Enclosure other) {
        return !(low > other.high || high < other.low);
    }

    private static Enclosure outward(double low, double high) {
        return new Enclosure(Math.nextDown(low), Math.nextUp(high));
    }

    /** Computes with bounds; functions are taken to be monotone between bounds, which are close to one another. */
    public static final class Bounds implements Arithmetic<Enclosure> {
        @Override
        public Enclosure constant(double c) {
            return new Enclosure(c, c);
        }

        @Override
        public Enclosure pi() {
            return outward(Math.PI, Math.PI);
        }

        @Override
        public Enclosure apply(Function1 f, Enclosure x) {
            if (f == Function1.NEGATE) {
                return new Enclosure(-x.high, -x.low);
            } else if (f == Function1.RECIPROCAL) {
                return apply(Function2.DIVIDE, constant(1), x);
            }
            return hull(f::value, DoubleStream.of(x.low, x.middle(), x.high));
        }

        @Override
        public Enclosure apply(Function2 f, Enclosure x, Enclosure y) {
            if (f == Function2.ADD) {
                return outward(x.low + y.low, x.high + y.high);
            } else if (f == Function2.SUBTRACT) {
                return outward(x.low - y.high, x.high - y.low);
            } else if (f == Function2.DIVIDE && y.low <= 0 && y.high >= 0) {
                return UNKNOWN;
            }
            double[] corners = {
                f.value(x.low, y.low), f.value(x.low, y.high), f.value(x.high, y.low), f.value(x.high, y.high)
            };
            return hull(corner -> corner, DoubleStream.of(corners));
        }

        private static Enclosure hull(DoubleUnaryOperator f, DoubleStream at) {
            double[] values = at.map(f).toArray();
            double low = DoubleStream.of(values).reduce(Math::min).orElseThrow();
            double high = DoubleStream.of(values).reduce(Math::max).orElseThrow();
            double margin = (high - low) + RELATIVE * Math.max(Math.abs(low), Math.abs(high)) + ABSOLUTE;
            return new Enclosure(low - margin, high + margin);
        }
    }
}
