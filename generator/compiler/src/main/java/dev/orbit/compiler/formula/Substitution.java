package dev.orbit.compiler.formula;

import java.util.List;
import java.util.Map;

/** Writes other formulas in the place of some, all at once. */
public final class Substitution {
    private final Formulas formulas;
    private final Map<Formula, Formula> replacements;

    /**
     * A substitution into {@code formulas}.
     *
     * @param formulas the maker of the result; it may be another than the maker of what is rewritten
     * @param replacements by node; what stands in a replacement is not replaced again
     */
    public Substitution(Formulas formulas, Map<? extends Formula, ? extends Formula> replacements) {
        this.formulas = formulas;
        this.replacements = Map.copyOf(replacements);
    }

    /** The formulas with all replacements made, simplified lightly on the way up. */
    public List<Formula> into(List<? extends Formula> roots) {
        Map<Formula, Formula> images = Traversal.fold(roots, this::image);
        return roots.stream().map(root -> images.get(root)).toList();
    }

    /** The formula with all replacements made. */
    public Formula into(Formula root) {
        return into(List.of(root)).get(0);
    }

    private Formula image(Formula node, List<Formula> operands) {
        Formula replacement = replacements.get(node);
        return replacement != null ? replacement : formulas.like(node, operands);
    }
}
