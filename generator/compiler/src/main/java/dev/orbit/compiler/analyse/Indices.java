package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Running indices in the subscripts of symbols: {@code t}, {@code t-1}, {@code t+12}. */
final class Indices {
    private final Formulas formulas;

    Indices(Formulas formulas) {
        this.formulas = formulas;
    }

    /** {@code t-1} for -1, {@code t} for 0. */
    static String shifted(String index, int by) {
        return by == 0 ? index : index + (by < 0 ? "-" : "+") + Math.abs(by);
    }

    /** The formula with its index raised. */
    Formula shift(Formula formula, String index, int by) {
        return renamed(formula, index, offset -> shifted(index, offset + by));
    }

    /** The formula at a number or a name in the place of its index. */
    Formula at(Formula formula, String index, String place) {
        boolean number = place.chars().allMatch(Character::isDigit);
        return renamed(
                formula,
                index,
                offset -> number ? Integer.toString(Integer.parseInt(place) + offset) : shifted(place, offset));
    }

    private interface Offsets {
        String text(int offset);
    }

    private Formula renamed(Formula formula, String index, Offsets offsets) {
        Map<Formula, Formula> images = new LinkedHashMap<>();
        for (Formula.Symbol symbol : Traversal.symbols(List.of(formula))) {
            Name name = symbol.name();
            UnaryOperator<String> rename = text -> renamed(text, index, offsets);
            Name other = new Name(
                    rename.apply(name.base()),
                    name.accent(),
                    name.primes(),
                    name.indices().stream().map(rename).toList());
            if (!other.equals(name)) {
                images.put(symbol, formulas.symbol(other));
            }
        }
        return images.isEmpty() ? formula : new Substitution(formulas, images).into(formula);
    }

    private static String renamed(String text, String index, Offsets offsets) {
        if (text.equals(index)) {
            return offsets.text(0);
        }
        boolean offset = text.startsWith(index + "-") || text.startsWith(index + "+");
        if (!offset) {
            return text;
        }
        int by = Integer.parseInt(text.substring(index.length() + 1));
        return offsets.text(text.charAt(index.length()) == '-' ? -by : by);
    }
}
