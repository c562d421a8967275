package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of some formulas when its symbols are numbered in the order in which they are met, and its longer numbers are
 * taken for symbols too: regions of one shape have one derivative.
 *
 * @param formulas where the shape's formulas live, apart from all others
 * @param roots with the symbols {@code v0}, {@code v1}, ...
 * @param meanings the symbol or number that each of those stands for
 * @param key equal for equal shapes
 */
record Shape(Formulas formulas, List<Formula> roots, Map<Formula.Symbol, Formula> meanings, String key) {
    /** Numbers up to here are part of the shape: 2 in {@code (y - t)^2} matters, a rate of 365 does not. */
    private static final long LARGEST_NUMBER = 16;

    static Shape of(List<? extends Formula> roots) {
        Formulas own = new Formulas();
        Map<Formula, Formula> standIns = new LinkedHashMap<>();
        Traversal.symbols(roots).forEach(symbol -> standIns.put(symbol, standIn(own, standIns.size())));
        Traversal.bottomUp(roots).stream()
                .filter(node -> node instanceof Formula.Number number && !isSmall(number.value()))
                .forEach(number -> standIns.put(number, standIn(own, standIns.size())));
        List<Formula> images = new Substitution(own, standIns).into(roots);
        Map<Formula.Symbol, Formula> meanings = new LinkedHashMap<>();
        standIns.forEach((node, standIn) -> meanings.put((Formula.Symbol) standIn, node));
        return new Shape(own, images, meanings, key(images));
    }

    /** The stand-in for a symbol of the formulas. */
    Formula.Symbol standIn(Formula.Symbol symbol) {
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue() == symbol)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The symbols of this shape, each with what its fellow stands for in a shape that has the same key. */
    Map<Formula.Symbol, Formula> meaningsIn(Shape other) {
        Map<Formula.Symbol, Formula> result = new LinkedHashMap<>();
        Iterator<Formula> theirs = other.meanings.values().iterator();
        meanings.keySet().forEach(symbol -> result.put(symbol, theirs.next()));
        return result;
    }

    /** {@code z} when the formula is {@code -z}. */
    static Optional<Formula> negated(Formula formula) {
        return operand(Function1.NEGATE, formula);
    }

    /** The operand, when the formula is this function of it. */
    static Optional<Formula> operand(Function1 function, Formula formula) {
        return formula instanceof Formula.Apply1 apply && apply.function() == function
                ? Optional.of(apply.x())
                : Optional.empty();
    }

    private static Formula.Symbol standIn(Formulas own, int index) {
        return own.symbol(Name.of("v" + index));
    }

    private static boolean isSmall(Rational value) {
        return value.isIntegerWithin(LARGEST_NUMBER) || value.equals(Rational.of(1, 2));
    }

    /** One letter of operation and the operands' numbers for each node. */
    private static String key(List<Formula> roots) {
        List<Formula> nodes = Traversal.bottomUp(roots);
        Map<Formula, Integer> numbers = new HashMap<>();
        StringBuilder key = new StringBuilder();
        for (Formula node : nodes) {
            numbers.put(node, numbers.size());
            key.append(label(node));
            node.operands().forEach(operand -> key.append(' ').append(numbers.get(operand)));
            key.append(';');
        }
        roots.forEach(root -> key.append(numbers.get(root)).append(';'));
        return key.toString();
    }

    private static String label(Formula node) {
        return node.match(new Formula.Cases<>(
                number -> "#" + number.value(),
                constant -> constant.kind().toString(),
                symbol -> symbol.name().base(),
                apply -> apply.function().toString(),
                apply -> apply.function().toString(),
                call -> call.function() + call.by(),
                compare -> compare.relation().toString(),
                logic -> logic.connective().toString(),
                choice -> "if"));
    }
}
