package dev.orbit.compiler.plan;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.program.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a program is to be differentiated.
 *
 * @param wrt names of the inputs that get a gradient, in order
 * @param recomputed primal values inside loops and branches that the backward sweep computes again; what it needs
 *     beyond these is stored
 * @param closed the regions whose closed forms are used, by the value that a region defines; everything else goes by the
 *     table of functions, operation by operation
 * @param choices which form was chosen for each region, in the order of the program
 */
public record DerivativePlan(
        List<String> wrt, Set<Value> recomputed, Map<Value, ClosedForm> closed, List<Choice> choices) {
    public DerivativePlan {
        wrt = List.copyOf(wrt);
        recomputed = Set.copyOf(recomputed);
        closed = Map.copyOf(closed);
        choices = List.copyOf(choices);
    }

    /** A plan in which everything goes by the table and everything is stored. */
    public static DerivativePlan plain(List<String> wrt) {
        return new DerivativePlan(wrt, Set.of(), Map.of(), List.of());
    }

    /**
     * The adjoints of a region's leaves in closed form.
     *
     * @param region what is differentiated
     * @param seed stands for the adjoint of the region's value
     * @param adjoints the adjoint that each active leaf of the region receives, over the leaves' symbols and the seed
     */
    public record ClosedForm(Cut region, Formula.Symbol seed, Map<Value, Formula> adjoints) {
        public ClosedForm {
            adjoints = Collections.unmodifiableMap(new LinkedHashMap<>(adjoints));
        }
    }

    /**
     * The two witnesses of a region's derivative and what each costs.
     *
     * @param closed whether the closed form is used
     */
    public record Choice(Cut region, OperationCount closedForm, OperationCount table, boolean closed) {}
}
