package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/** A rewriting of one instruction that looks at what defines its operands. */
interface Rule {
    /**
     * What takes the place of the instruction's results, of their types; empty where the rule does not apply.
     *
     * @param instr reads what is already simplified; it is not written yet
     * @param site where new instructions are written
     */
    Optional<List<Value>> rewrite(Instr instr, Site site);
}
