package dev.orbit.compiler.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Walks over the graph below some formulas, without recursion: each node once. */
public final class Traversal {
    private Traversal() {}

    /** Every node reachable from the roots, operands before what is made of them. */
    public static List<Formula> bottomUp(Collection<? extends Formula> roots) {
        return bottomUp(roots, Set.of());
    }

    /** As {@link #bottomUp(Collection)}, but without the nodes in {@code except} and what only they reach. */
    public static List<Formula> bottomUp(Collection<? extends Formula> roots, Set<? extends Formula> except) {
        Set<Formula> seen = new HashSet<>(roots);
        seen.removeAll(except);
        Deque<Formula> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Formula operand : open.pop().operands()) {
                if (!except.contains(operand) && seen.add(operand)) {
                    open.push(operand);
                }
            }
        }
        List<Formula> nodes = new ArrayList<>(seen);
        nodes.sort(Comparator.comparingInt(Formula::id));
        return nodes;
    }

    /** The symbols below the roots, in the order in which a reader meets them. */
    public static List<Formula.Symbol> symbols(Collection<? extends Formula> roots) {
        Set<Formula> seen = new LinkedHashSet<>();
        Deque<Formula> open = new ArrayDeque<>();
        roots.forEach(open::addLast);
        while (!open.isEmpty()) {
            Formula node = open.pop();
            if (seen.add(node)) {
                List<Formula> operands = node.operands();
                for (int i = operands.size() - 1; i >= 0; i--) {
                    open.push(operands.get(i));
                }
            }
        }
        return seen.stream()
                .filter(Formula.Symbol.class::isInstance)
                .map(Formula.Symbol.class::cast)
                .toList();
    }

    /**
     * Computes something for each node below the roots from what it is for the operands.
     *
     * @param step from a node and its operands' results, in order
     * @return the result of every node reached
     */
    public static <R> Map<Formula, R> fold(Collection<? extends Formula> roots, BiFunction<Formula, List<R>, R> step) {
        Map<Formula, R> results = new HashMap<>();
        for (Formula node : bottomUp(roots)) {
            List<R> operands = node.operands().stream().map(results::get).toList();
            results.put(node, step.apply(node, operands));
        }
        return results;
    }
}
