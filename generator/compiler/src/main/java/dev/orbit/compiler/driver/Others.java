package dev.orbit.compiler.driver;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.adjoint.Tangent;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Offers;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Slice;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.symbolic.Symbolic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The programs of what a class offers besides loss and gradient. Each is a slice of the model of its own: what the loss reads
 * has no part in a prediction.
 */
final class Others {
    private Others() {}

    static Map<Method.Purpose, Program> of(Model model, Symbolic symbolic) {
        Map<Method.Purpose, Program> programs = new LinkedHashMap<>();
        if (!Offers.outputs(model).isEmpty()) {
            programs.put(Method.Purpose.PREDICT, primal(model, Program.Purpose.PREDICTION));
        }
        if (!Offers.residuals(model).isEmpty()) {
            Program residuals = primal(model, Program.Purpose.RESIDUAL);
            List<String> wrt = model.differentiate().stream()
                    .filter(symbol -> symbol.role() == Role.PARAMETER)
                    .map(Symbol::name)
                    .toList();
            Program tangent = Slice.outputs(
                    Tangent.differentiate(residuals, wrt), output -> output.purpose() == Program.Purpose.TANGENT);
            Program transposed = Adjoint.transposed(residuals, Planner.plan(residuals, wrt, symbolic));
            programs.put(Method.Purpose.RESIDUALS, residuals);
            programs.put(Method.Purpose.JACOBIAN_TIMES, Simplify.derivative(tangent));
            programs.put(Method.Purpose.TRANSPOSED_TIMES, Simplify.derivative(transposed));
        }
        return programs;
    }

    private static Program primal(Model model, Program.Purpose purpose) {
        return Simplify.primal(Lower.lower(model, Set.of(purpose))).program();
    }
}
