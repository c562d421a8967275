package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.ExactRational;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;

/**
 * An exact value with its derivative in one direction.
 *
 * @param value what is computed
 * @param slope its derivative
 */
record Dual(Rational value, Rational slope) {
    static Dual constant(Rational value) {
        return new Dual(value, Rational.ZERO);
    }

    /** Computes with dual numbers by the rules of the function table: a witness that owes nothing to Symja. */
    record Numbers(ExactRational on) implements Arithmetic<Dual> {
        @Override
        public Dual constant(double c) {
            return Dual.constant(on.constant(c));
        }

        @Override
        public Dual pi() {
            return Dual.constant(on.pi());
        }

        @Override
        public Dual apply(Function1 f, Dual x) {
            Rational value = on.apply(f, x.value());
            return new Dual(value, f.derivative(on, x.value(), value).times(x.slope()));
        }

        @Override
        public Dual apply(Function2 f, Dual x, Dual y) {
            Rational value = on.apply(f, x.value(), y.value());
            Rational first = x.slope().isZero()
                    ? Rational.ZERO
                    : f.derivative1(on, x.value(), y.value(), value).times(x.slope());
            Rational second = y.slope().isZero()
                    ? Rational.ZERO
                    : f.derivative2(on, x.value(), y.value(), value).times(y.slope());
            return new Dual(value, first.plus(second));
        }
    }
}
