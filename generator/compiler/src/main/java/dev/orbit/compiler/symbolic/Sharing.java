package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the products of several formulas together anew, so that they share partial products: with {@code x * y} there
 * already, {@code q*y*z}, {@code q*x*z} and {@code q*x*y} become {@code (q*z)*y}, {@code (q*z)*x} and {@code q*(x*y)}.
 * The pair of factors that most formulas have in common is multiplied first, as in greedy elimination of common
 * subexpressions.
 */
final class Sharing {
    private final Formulas formulas;
    private final Set<Formula> computed;

    /** Two factors, the one with the lower id first; they may be the same. */
    private record Pair(Formula x, Formula y) {
        static Pair of(Formula x, Formula y) {
            return x.id() <= y.id() ? new Pair(x, y) : new Pair(y, x);
        }
    }

    /** A product under construction: what is still to be multiplied, then divided by. */
    private static final class Factors {
        private final List<Formula> above = new ArrayList<>();
        private final List<Formula> below = new ArrayList<>();
        private boolean negative;
    }

    Sharing(Formulas formulas, Set<Formula> computed) {
        this.formulas = formulas;
        this.computed = computed;
    }

    /** Equal formulas, in order. */
    List<Formula> share(List<Formula> roots) {
        List<Factors> products = roots.stream().map(this::factors).toList();
        products.forEach(this::joinComputed);
        while (joinMostCommon(products)) {
            // each turn leaves at least one factor less
        }
        return products.stream().map(this::product).toList();
    }

    private Factors factors(Formula root) {
        Factors result = new Factors();
        List<Formula> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Formula next = open.remove(open.size() - 1);
            if (computed.contains(next)) {
                result.above.add(0, next);
            } else if (next instanceof Formula.Apply1 apply && apply.function() == Function1.NEGATE) {
                result.negative = !result.negative;
                open.add(apply.x());
            } else if (next instanceof Formula.Apply2 apply && apply.function() == Function2.MULTIPLY) {
                open.addAll(apply.operands());
            } else if (next instanceof Formula.Apply2 apply && apply.function() == Function2.DIVIDE) {
                open.add(apply.x());
                result.below.add(apply.y());
            } else {
                result.above.add(0, next);
            }
        }
        return result;
    }

    private void joinComputed(Factors product) {
        for (int i = 0; i < product.above.size(); i++) {
            for (int j = i + 1; j < product.above.size(); j++) {
                Formula x = product.above.get(i);
                Formula y = product.above.get(j);
                if (formulas.find(Function2.MULTIPLY, x, y)
                        .filter(computed::contains)
                        .isPresent()) {
                    join(product, Pair.of(x, y));
                    j = i;
                }
            }
        }
    }

    private boolean joinMostCommon(List<Factors> products) {
        Map<Pair, Integer> counts = new LinkedHashMap<>();
        products.forEach(product -> pairs(product).forEach(pair -> counts.merge(pair, 1, Integer::sum)));
        // the first of the most common: reduce keeps the earlier of two equals
        return counts.entrySet().stream()
                .reduce((x, y) -> Comparator.<Integer>naturalOrder().compare(x.getValue(), y.getValue()) >= 0 ? x : y)
                .map(most -> {
                    products.stream()
                            .filter(product -> pairs(product).contains(most.getKey()))
                            .forEach(product -> join(product, most.getKey()));
                    return true;
                })
                .orElse(false);
    }

    private static List<Pair> pairs(Factors product) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < product.above.size(); i++) {
            for (int j = i + 1; j < product.above.size(); j++) {
                Pair pair = Pair.of(product.above.get(i), product.above.get(j));
                if (!pairs.contains(pair)) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private void join(Factors product, Pair pair) {
        int place = Math.min(product.above.indexOf(pair.x()), product.above.indexOf(pair.y()));
        product.above.remove(pair.x());
        product.above.remove(pair.y());
        product.above.add(place, formulas.multiply(pair.x(), pair.y()));
    }

    private Formula product(Factors product) {
        Formula numerator = product.above.isEmpty() ? formulas.number(1) : product.above.get(0);
        Formula quotient = product.below.stream().reduce(numerator, formulas::divide);
        return product.negative ? formulas.negate(quotient) : quotient;
    }
}
