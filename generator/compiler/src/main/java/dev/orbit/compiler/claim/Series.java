package dev.orbit.compiler.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * A power series in a small number, up to some power.
 *
 * @param coefficients of the powers 0, 1, ...; at least one
 * @param <V> the coefficients
 */
record Series<V>(List<V> coefficients) {
    Series {
        coefficients = List.copyOf(coefficients);
    }

    V at(int power) {
        return coefficients.get(power);
    }

    V constant() {
        return at(0);
    }

    int length() {
        return coefficients.size();
    }

    Series<V> cut(int length) {
        return new Series<>(coefficients.subList(0, Math.min(length, length())));
    }

    Series<V> and(V next) {
        List<V> longer = new ArrayList<>(coefficients);
        longer.add(next);
        return new Series<>(longer);
    }

    /** The series with zeros up to a length. */
    Series<V> padded(int length, V zero) {
        List<V> longer = new ArrayList<>(coefficients);
        while (longer.size() < length) {
            longer.add(zero);
        }
        return new Series<>(longer).cut(length);
    }
}
