package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A formula multiplied out: a sum of monomials in what is no sum, product or whole power.
 *
 * @param terms each monomial with its coefficient, none zero
 */
record Polynomial(SortedMap<Polynomial.Monomial, Rational> terms) {
    /** Larger polynomials are not multiplied out. */
    private static final int MOST_TERMS = 64;

    private static final int LARGEST_EXPONENT = 16;

    Polynomial {
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
    }

    /**
     * A product of powers.
     *
     * @param exponents by factor, none zero, in the order of the factors' ids
     */
    record Monomial(SortedMap<Formula, Integer> exponents) implements Comparable<Monomial> {
        private static final Comparator<Formula> BY_ID = Comparator.comparingInt(Formula::id);
        static final Monomial ONE = new Monomial(new TreeMap<>(BY_ID));

        static Monomial of(Formula factor) {
            SortedMap<Formula, Integer> exponents = new TreeMap<>(BY_ID);
            exponents.put(factor, 1);
            return new Monomial(exponents);
        }

        Monomial times(Monomial other) {
            SortedMap<Formula, Integer> product = new TreeMap<>(exponents);
            other.exponents.forEach((factor, exponent) -> product.merge(factor, exponent, Integer::sum));
            return new Monomial(product);
        }

        /** The only factor, when there is but one, to the power 1. */
        Optional<Formula> single() {
            return exponents.size() == 1 && requireNonNull(exponents.get(exponents.firstKey())) == 1
                    ? Optional.of(exponents.firstKey())
                    : Optional.empty();
        }

        Formula formula(Formulas formulas) {
            return exponents.entrySet().stream()
                    .map(entry -> formulas.power(entry.getKey(), entry.getValue()))
                    .reduce(formulas::multiply)
                    .orElseGet(() -> formulas.number(1));
        }

        @Override
        public int compareTo(Monomial other) {
            return key().compareTo(other.key());
        }

        private String key() {
            StringBuilder key = new StringBuilder();
            exponents.forEach((factor, exponent) -> key.append(String.format("%09d", factor.id()))
                    .append('^')
                    .append(exponent)
                    .append(' '));
            return key.toString();
        }
    }

    /** The formula multiplied out; what would grow too large is left as one factor. */
    static Polynomial of(Formula root) {
        return requireNonNull(
                Traversal.<Polynomial>fold(List.of(root), Polynomial::node).get(root));
    }

    private static Polynomial node(Formula node, List<Polynomial> operands) {
        Optional<Polynomial> polynomial = node.match(new Formula.Cases<Optional<Polynomial>>(
                number -> Optional.of(scaled(Monomial.ONE, number.value())),
                constant -> Optional.empty(),
                symbol -> Optional.empty(),
                apply -> apply1(apply.function(), operands.get(0)),
                apply -> apply2(apply, operands),
                call -> Optional.empty(),
                compare -> Optional.empty(),
                logic -> Optional.empty(),
                choice -> Optional.empty()));
        return polynomial
                .filter(p -> p.terms().size() <= MOST_TERMS)
                .orElseGet(() -> scaled(Monomial.of(node), Rational.ONE));
    }

    private static Optional<Polynomial> apply1(Function1 function, Polynomial x) {
        if (function == Function1.NEGATE) {
            return Optional.of(x.scaled(Rational.MINUS_ONE));
        }
        return function == Function1.SQUARE ? x.power(2) : Optional.empty();
    }

    private static Optional<Polynomial> apply2(Formula.Apply2 node, List<Polynomial> operands) {
        Polynomial x = operands.get(0);
        Polynomial y = operands.get(1);
        Optional<Rational> constant = y.constant();
        if (node.function() == Function2.ADD) {
            return Optional.of(x.plus(y));
        } else if (node.function() == Function2.SUBTRACT) {
            return Optional.of(x.plus(y.scaled(Rational.MINUS_ONE)));
        } else if (node.function() == Function2.MULTIPLY) {
            return x.times(y);
        } else if (node.function() == Function2.DIVIDE) {
            return constant.filter(c -> !c.isZero()).map(c -> x.scaled(Rational.ONE.dividedBy(c)));
        } else if (node.function() == Function2.POWER) {
            return constant.filter(c -> c.isIntegerWithin(LARGEST_EXPONENT) && c.signum() >= 0)
                    .flatMap(c -> x.power(c.numerator().intValue()));
        }
        return Optional.empty();
    }

    private static Polynomial scaled(Monomial monomial, Rational coefficient) {
        return new Polynomial(coefficient.isZero() ? new TreeMap<>() : new TreeMap<>(Map.of(monomial, coefficient)));
    }

    /** The value, when it is a number. */
    Optional<Rational> constant() {
        if (terms.isEmpty()) {
            return Optional.of(Rational.ZERO);
        }
        return terms.size() == 1 ? Optional.ofNullable(terms.get(Monomial.ONE)) : Optional.empty();
    }

    Polynomial scaled(Rational factor) {
        SortedMap<Monomial, Rational> result = new TreeMap<>();
        if (!factor.isZero()) {
            terms.forEach((monomial, coefficient) -> result.put(monomial, coefficient.times(factor)));
        }
        return new Polynomial(result);
    }

    Polynomial plus(Polynomial other) {
        SortedMap<Monomial, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> sum.merge(monomial, coefficient, Rational::plus));
        sum.values().removeIf(Rational::isZero);
        return new Polynomial(sum);
    }

    private Optional<Polynomial> times(Polynomial other) {
        if (terms.size() * other.terms.size() > MOST_TERMS * MOST_TERMS) {
            return Optional.empty();
        }
        SortedMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((m, a) -> other.terms.forEach((n, b) -> product.merge(m.times(n), a.times(b), Rational::plus)));
        product.values().removeIf(Rational::isZero);
        return Optional.of(new Polynomial(product));
    }

    private Optional<Polynomial> power(int exponent) {
        Optional<Polynomial> result = Optional.of(scaled(Monomial.ONE, Rational.ONE));
        for (int i = 0; i < exponent; i++) {
            result = result.flatMap(p -> p.times(this)).filter(p -> p.terms().size() <= MOST_TERMS);
        }
        return result;
    }
}
