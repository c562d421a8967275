package dev.orbit.compiler.emit;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.simplify.Simplify;
import java.util.List;

/** Programs by hand, on the way that the compiler takes. */
final class Programs {
    private Programs() {}

    /** Simplified, differentiated by the table, and simplified again. */
    static Program differentiated(Program lowered, String... wrt) {
        Program primal = Simplify.primal(lowered, List.of()).program();
        return Simplify.simplify(Adjoint.differentiate(primal, DerivativePlan.plain(List.of(wrt))));
    }
}
