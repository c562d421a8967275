package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Program;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Evaluates programs for every number of steps at once: the first and the last steps one by one, and one general step for
 * all between them. Of each number that a loop hands on it is assumed that the general step keeps it; what the step does not
 * confirm is given up and may be any number, until a step confirms what is left. That is the induction over the step.
 *
 * <p>What is computed holds for any number of steps from {@link Zone#least} on.
 */
final class GeneralSteps implements Machine<Formula> {
    private final FormulaAlgebra algebra;
    private final Zone zone;
    private final Generality generality;
    private final BiPredicate<Formula, Formula> equal;

    /**
     * A machine.
     *
     * @param equal whether two numbers are proved to be equal, under the assumptions of the claim
     */
    GeneralSteps(FormulaAlgebra algebra, Zone zone, Generality generality, BiPredicate<Formula, Formula> equal) {
        this.algebra = algebra;
        this.zone = zone;
        this.generality = generality;
        this.equal = equal;
    }

    @Override
    public Algebra<Formula> algebra() {
        return algebra;
    }

    @Override
    public List<Datum<Formula>> run(Program program, List<Datum<Formula>> arguments, Map<String, Integer> rows) {
        try {
            return new GeneralRun(algebra, zone, generality, equal).run(program, arguments);
        } catch (IllegalArgumentException | UnsupportedOperationException noRows) {
            throw new Undecidable("the induction does not see through the steps");
        }
    }
}
