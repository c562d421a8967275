package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Notation;
import java.util.ArrayList;
import java.util.List;

/** Places in vectors and matrices as an author writes them: from 1, both ends included, {@code ..} for all. */
final class Places {
    private Places() {}

    /** One text for each axis. */
    static List<String> ranges(List<Integer> bounds, List<Integer> shape) {
        List<String> ranges = new ArrayList<>();
        for (int axis = 0; 2 * axis + 1 < bounds.size(); axis++) {
            int from = bounds.get(2 * axis);
            int to = bounds.get(2 * axis + 1);
            boolean all = axis < shape.size() && from == 0 && to == shape.get(axis) && to > 1;
            String some = to == from + 1 ? Integer.toString(to) : (from + 1) + ".." + to;
            ranges.add(all ? ".." : some);
        }
        return ranges;
    }

    static Formula entry(Formulas formulas, Formula x, List<String> places) {
        List<Formula> operands = new ArrayList<>(List.of(x));
        places.forEach(place -> operands.add(formulas.symbol(place)));
        return places.stream().allMatch(".."::equals) ? x : Notation.ENTRY.of(formulas, operands);
    }

    static Formula entry(Formulas formulas, Formula x, Formula place) {
        return Notation.ENTRY.of(formulas, x, place);
    }
}
