package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Cost;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many operations evaluate some formulas, each shared node once.
 *
 * @param additions additions and subtractions
 * @param multiplications among them squares and the multiplications of small whole powers
 * @param divisions among them reciprocals
 * @param functions everything else by name, roots and abstract functions included
 * @param weight the sum of the weights that the function table gives, about in multiplications
 */
public record OperationCount(
        int additions, int multiplications, int divisions, SortedMap<String, Integer> functions, int weight)
        implements Comparable<OperationCount> {
    /** An abstract function costs an interface call and what its author wrote: about as much as a table function. */
    private static final int ABSTRACT_WEIGHT = 20;

    private static final OperationCount ZERO = new OperationCount(0, 0, 0, new TreeMap<>(), 0);

    public OperationCount {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    }

    /** What it costs to evaluate the formulas. */
    public static OperationCount of(Collection<? extends Formula> formulas) {
        return of(formulas, Set.of());
    }

    /** What it costs to evaluate the formulas when those in {@code free} have been evaluated already. */
    public static OperationCount of(Collection<? extends Formula> formulas, Set<? extends Formula> free) {
        return Traversal.bottomUp(formulas, free).stream()
                .map(OperationCount::ofNode)
                .reduce(ZERO, OperationCount::plus);
    }

    /** Both one after the other. */
    public OperationCount plus(OperationCount other) {
        SortedMap<String, Integer> calls = new TreeMap<>(functions);
        other.functions.forEach((name, times) -> calls.merge(name, times, Integer::sum));
        return new OperationCount(
                additions + other.additions,
                multiplications + other.multiplications,
                divisions + other.divisions,
                calls,
                weight + other.weight);
    }

    @Override
    public int compareTo(OperationCount other) {
        return Comparator.comparingInt(OperationCount::weight).compare(this, other);
    }

    private static OperationCount ofNode(Formula node) {
        return node.match(new Formula.Cases<>(
                number -> ZERO,
                constant -> ZERO,
                symbol -> ZERO,
                apply -> times(1, apply.function().cost(), apply.function().toString()),
                OperationCount::ofApply2,
                call -> called(call.function(), 1, ABSTRACT_WEIGHT),
                compare -> called("compare", 1, 1),
                logic -> ZERO,
                choice -> ZERO));
    }

    private static OperationCount ofApply2(Formula.Apply2 apply) {
        return Parts.smallPower(apply)
                .map(power -> multiplied(multiplications(power.exponent()), 1))
                .orElseGet(
                        () -> times(1, apply.function().cost(), apply.function().toString()));
    }

    /** Squarings, and a multiplication for each further bit that is set. */
    private static int multiplications(int exponent) {
        return 31 - Integer.numberOfLeadingZeros(exponent) + Integer.bitCount(exponent) - 1;
    }

    private static OperationCount times(int times, Cost cost, String name) {
        return switch (cost.kind()) {
            case SIGN -> ZERO;
            case ADDITION -> new OperationCount(times, 0, 0, new TreeMap<>(), cost.weight());
            case MULTIPLICATION -> multiplied(times, cost.weight());
            case DIVISION -> new OperationCount(0, 0, times, new TreeMap<>(), cost.weight());
            case ROOT, COMPARISON, FUNCTION -> called(name, times, cost.weight());
        };
    }

    private static OperationCount multiplied(int times, int weight) {
        return new OperationCount(0, times, 0, new TreeMap<>(), times * weight);
    }

    private static OperationCount called(String name, int times, int weight) {
        return new OperationCount(0, 0, 0, new TreeMap<>(Map.of(name, times)), times * weight);
    }
}
