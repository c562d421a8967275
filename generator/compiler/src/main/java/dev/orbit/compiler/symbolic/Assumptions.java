package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import java.util.List;

/**
 * What may be taken for granted. An equation says what a symbol, or an abstract function at some arguments, is equal to;
 * the other relations restrict the points at which a counterexample is looked for, and those of a symbol with a number
 * also tell signs.
 *
 * @param facts comparisons
 */
public record Assumptions(List<Formula.Compare> facts) {
    public static final Assumptions NONE = new Assumptions(List.of());

    public Assumptions {
        facts = List.copyOf(facts);
    }
}
