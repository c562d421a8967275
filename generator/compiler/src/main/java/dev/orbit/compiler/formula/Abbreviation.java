package dev.orbit.compiler.formula;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formulas whose repeated parts have names.
 *
 * @param definitions names and meanings, in an order in which each meaning reads only earlier names
 * @param formulas the formulas, in terms of these names
 */
public record Abbreviation(List<Definition> definitions, List<Formula> formulas) {
    /** Parts of fewer nodes than this are repeated rather than named. */
    private static final int SHORTEST = 4;

    public Abbreviation {
        definitions = List.copyOf(definitions);
        formulas = List.copyOf(formulas);
    }

    /** A name and what it stands for. */
    public record Definition(Formula.Symbol name, Formula meaning) {}

    /**
     * Names every part that occurs more than once and is not short: {@code u1}, {@code u2}, ... unless the formulas use
     * such a name already.
     */
    public static Abbreviation of(Formulas formulas, List<Formula> roots) {
        List<Formula> nodes = Traversal.bottomUp(roots);
        Map<Formula, Integer> uses = new HashMap<>();
        roots.forEach(root -> uses.merge(root, 1, Integer::sum));
        nodes.forEach(node -> node.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum)));
        Set<String> taken = new HashSet<>();
        Traversal.symbols(roots).forEach(symbol -> taken.add(symbol.name().base()));
        Map<Formula, Formula> names = new HashMap<>();
        List<Definition> definitions = new ArrayList<>();
        for (Formula node : nodes) {
            if (requireNonNull(uses.get(node)) > 1 && Printer.writtenSize(node) >= SHORTEST) {
                Formula.Symbol name = freshName(formulas, taken);
                Map<Formula, Formula> earlier = new HashMap<>(names);
                definitions.add(new Definition(name, new Substitution(formulas, earlier).into(node)));
                names.put(node, name);
            }
        }
        return new Abbreviation(definitions, new Substitution(formulas, names).into(roots));
    }

    private static Formula.Symbol freshName(Formulas formulas, Set<String> taken) {
        int number = 1;
        while (!taken.add("u" + number)) {
            number++;
        }
        return formulas.symbol("u" + number);
    }
}
