package dev.orbit.compiler.plan;

import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Set;

/**
 * How a program is to be differentiated.
 *
 * @param wrt names of the inputs that get a gradient, in order
 * @param recomputed primal values inside loops and branches that the backward sweep computes again; what it needs
 *     beyond these is stored
 */
public record DerivativePlan(List<String> wrt, Set<Value> recomputed) {
    public DerivativePlan {
        wrt = List.copyOf(wrt);
        recomputed = Set.copyOf(recomputed);
    }
}
