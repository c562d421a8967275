package dev.orbit.compiler.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole number that may depend on running indices: {@code constant + sum of coefficient * index}.
 *
 * @param coefficients by symbol of role RUNNING_INDEX, none of them 0
 */
public record Affine(int constant, Map<Symbol, Integer> coefficients) {
    public Affine {
        Map<Symbol, Integer> kept = new LinkedHashMap<>(coefficients);
        kept.values().removeIf(coefficient -> coefficient == 0);
        coefficients = Collections.unmodifiableMap(kept);
    }

    public static Affine of(int constant) {
        return new Affine(constant, Map.of());
    }

    public static Affine of(Symbol index) {
        return new Affine(0, Map.of(index, 1));
    }

    /** Whether it is the same number in every iteration. */
    public boolean isConstant() {
        return coefficients.isEmpty();
    }

    /** @throws ArithmeticException if the result does not fit an int */
    public Affine plus(Affine other) {
        Map<Symbol, Integer> sum = new LinkedHashMap<>(coefficients);
        other.coefficients.forEach((index, coefficient) -> sum.merge(index, coefficient, Math::addExact));
        return new Affine(Math.addExact(constant, other.constant), sum);
    }

    /** @throws ArithmeticException if the result does not fit an int */
    public Affine times(int factor) {
        Map<Symbol, Integer> product = new LinkedHashMap<>();
        coefficients.forEach((index, coefficient) -> product.put(index, Math.multiplyExact(coefficient, factor)));
        return new Affine(Math.multiplyExact(constant, factor), product);
    }

    /** @throws ArithmeticException if the result does not fit an int */
    public Affine minus(Affine other) {
        return plus(other.times(-1));
    }

    /** The number when the running indices have these values. */
    public int at(Map<Symbol, Integer> values) {
        return coefficients.entrySet().stream()
                .map(term -> Math.multiplyExact(term.getValue(), requireNonNull(values.get(term.getKey()))))
                .reduce(constant, Math::addExact);
    }
}
