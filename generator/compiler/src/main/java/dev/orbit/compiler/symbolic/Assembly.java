package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes sums and products of many operands with operations of two. What has been computed already is used; otherwise
 * operands come in the order of the author's symbols, what is added before what is subtracted, numbers last in sums and
 * first in products.
 */
final class Assembly {
    private final Formulas formulas;
    private final Set<Formula> computed;
    private final Map<Formula, Integer> ranks = new HashMap<>();

    /** An operand of a sum. */
    private record Term(boolean negative, Formula formula) {}

    /**
     * An assembly for one derivative.
     *
     * @param computed formulas that cost nothing
     * @param order the author's symbols, in the order in which they were met
     */
    Assembly(Formulas formulas, Set<Formula> computed, Collection<Formula.Symbol> order) {
        this.formulas = formulas;
        this.computed = computed;
        order.forEach(symbol -> ranks.put(symbol, ranks.size()));
    }

    /** The sum of the operands. */
    Formula sum(List<Formula> operands) {
        List<Term> terms = new ArrayList<>(operands.stream().map(this::term).toList());
        while (joinComputedTerms(terms)) {
            // each turn leaves one term less
        }
        List<Formula> added = sorted(
                terms.stream().filter(t -> !t.negative()).map(Term::formula).toList());
        List<Formula> subtracted =
                sorted(terms.stream().filter(Term::negative).map(Term::formula).toList());
        if (added.isEmpty()) {
            return formulas.negate(fold(Function2.ADD, subtracted));
        }
        Formula result = fold(Function2.ADD, added);
        for (Formula term : subtracted) {
            result = formulas.subtract(result, term);
        }
        return result;
    }

    /** The product of the operands; reciprocals among them become one division. */
    Formula product(List<Formula> operands) {
        Rational coefficient = Rational.ONE;
        List<Formula> above = new ArrayList<>();
        List<Formula> below = new ArrayList<>();
        for (Formula operand : operands) {
            Formula positive = Shape.negated(operand).orElse(operand);
            coefficient = positive == operand ? coefficient : coefficient.negated();
            Optional<Formula> reciprocal = Shape.operand(Function1.RECIPROCAL, positive);
            if (positive instanceof Formula.Number number) {
                coefficient = coefficient.times(number.value());
            } else if (reciprocal.isPresent()) {
                below.add(reciprocal.get());
            } else {
                above.add(positive);
            }
        }
        Formula numerator = joined(coefficient.signum() < 0 ? coefficient.negated() : coefficient, above);
        Formula quotient = below.isEmpty() ? numerator : formulas.divide(numerator, joined(Rational.ONE, below));
        return coefficient.signum() < 0 ? formulas.negate(quotient) : quotient;
    }

    private Formula joined(Rational coefficient, List<Formula> factors) {
        List<Formula> rest = new ArrayList<>(sorted(factors));
        if (!coefficient.isOne()) {
            rest.add(0, formulas.number(coefficient));
        }
        while (joinComputedFactors(rest)) {
            // each turn leaves one factor less
        }
        if (rest.isEmpty()) {
            return formulas.number(1);
        }
        boolean scaled = rest.size() > 1 && rest.get(0) instanceof Formula.Number;
        return scaled
                ? formulas.multiply(rest.get(0), fold(Function2.MULTIPLY, rest.subList(1, rest.size())))
                : fold(Function2.MULTIPLY, rest);
    }

    private boolean joinComputedFactors(List<Formula> factors) {
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                Optional<Formula> product = computed(Function2.MULTIPLY, factors.get(i), factors.get(j));
                if (product.isPresent()) {
                    factors.remove(j);
                    factors.set(i, product.get());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean joinComputedTerms(List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i + 1; j < terms.size(); j++) {
                Optional<Term> sum = computed(terms.get(i), terms.get(j));
                if (sum.isPresent()) {
                    terms.remove(j);
                    terms.set(i, sum.get());
                    return true;
                }
            }
        }
        return false;
    }

    /** The sum of two terms, if it or its negative has been computed. */
    private Optional<Term> computed(Term x, Term y) {
        if (x.negative() == y.negative()) {
            return computed(Function2.ADD, x.formula(), y.formula()).map(sum -> new Term(x.negative(), sum));
        }
        return computed(Function2.SUBTRACT, x.formula(), y.formula())
                .map(difference -> new Term(x.negative(), difference))
                .or(() -> computed(Function2.SUBTRACT, y.formula(), x.formula())
                        .map(difference -> new Term(y.negative(), difference)));
    }

    private Optional<Formula> computed(Function2 function, Formula x, Formula y) {
        return formulas.find(function, x, y).filter(computed::contains);
    }

    private Term term(Formula operand) {
        return Shape.negated(operand)
                .map(positive -> new Term(true, positive))
                .orElseGet(() -> operand instanceof Formula.Number number
                                && number.value().signum() < 0
                        ? new Term(true, formulas.negate(number))
                        : new Term(false, operand));
    }

    private Formula fold(Function2 function, List<Formula> operands) {
        return operands.stream()
                .reduce((x, y) -> formulas.apply(function, x, y))
                .orElseThrow(() -> new SymbolicException("nothing to put together"));
    }

    /** In the order of the symbols that they hold; numbers last. */
    private List<Formula> sorted(List<Formula> operands) {
        return operands.stream()
                .sorted(Comparator.<Formula>comparingInt(this::firstSymbol).thenComparing(Formula::id))
                .toList();
    }

    private int firstSymbol(Formula formula) {
        return Traversal.symbols(List.of(formula)).stream()
                .mapToInt(symbol -> ranks.getOrDefault(symbol, Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
