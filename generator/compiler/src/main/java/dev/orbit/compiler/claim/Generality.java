package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The formulas of a general step: which symbols change from step to step, and sums over all steps that it stands for.
 * Names begin with a sign that no name of a spec has.
 */
final class Generality {
    private final Formulas formulas;
    private final Zone zone;
    private final Set<Formula> varying = new HashSet<>();
    private final Map<Formula, Boolean> known = new HashMap<>();
    private int fresh;

    Generality(Formulas formulas, Zone zone) {
        this.formulas = formulas;
        this.zone = zone;
    }

    /** The number of rows of per-step data. */
    Formula rows() {
        return formulas.symbol(Name.of("#rows"));
    }

    /** How many steps the general one stands for. */
    private Formula count() {
        return formulas.subtract(rows(), formulas.number(zone.before() + zone.least()));
    }

    /** The loop's index, from 0, in a step. */
    Formula index(int step) {
        int fromEnd = zone.before() + zone.steps() - step;
        return zone.isGeneral(step)
                ? varying(formulas.symbol(Name.of("#index")))
                : formulas.subtract(rows(), formulas.number(fromEnd));
    }

    /** Any number, and another in each step. */
    Formula anything() {
        return varying(formulas.symbol(Name.of("#any" + fresh++)));
    }

    /** Any number. */
    Formula something() {
        return formulas.symbol(Name.of("#some" + fresh++));
    }

    /** The symbol, which from now on differs from step to step. */
    Formula varying(Formula symbol) {
        if (varying.add(symbol)) {
            known.clear();
        }
        return symbol;
    }

    /** Whether a formula may differ from step to step. */
    boolean varies(Formula formula) {
        for (Formula node : Traversal.bottomUp(List.of(formula), known.keySet())) {
            known.put(node, varying.contains(node) || node.operands().stream().anyMatch(this::isKnownToVary));
        }
        return isKnownToVary(formula);
    }

    private boolean isKnownToVary(Formula formula) {
        return known.getOrDefault(formula, false);
    }

    /** The sum over the steps: linear, and the same symbol for the same summand. */
    Formula sum(Formula summand) {
        if (!varies(summand)) {
            return formulas.multiply(count(), summand);
        } else if (summand instanceof Formula.Apply1 apply && apply.function() == Function1.NEGATE) {
            return formulas.negate(sum(apply.x()));
        } else if (summand instanceof Formula.Apply2 apply) {
            if (apply.function() == Function2.MULTIPLY && !varies(apply.x())) {
                return formulas.multiply(apply.x(), sum(apply.y()));
            } else if (apply.function() == Function2.MULTIPLY && !varies(apply.y())) {
                return formulas.multiply(sum(apply.x()), apply.y());
            } else if (apply.function() == Function2.DIVIDE && !varies(apply.y())) {
                return formulas.divide(sum(apply.x()), apply.y());
            }
        }
        return formulas.symbol(Name.of("#sum" + summand.id()));
    }
}
