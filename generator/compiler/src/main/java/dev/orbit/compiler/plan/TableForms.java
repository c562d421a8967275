package dev.orbit.compiler.plan;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The adjoints of a region by the table, operation by operation, as formulas: the other witness. */
final class TableForms {
    private final Cut cut;
    private final Formulas formulas;
    private final Map<Value, Formula> bars = new HashMap<>();

    private TableForms(Cut cut, Formulas formulas) {
        this.cut = cut;
        this.formulas = formulas;
    }

    /** What each of these leaves receives when the region's value has the adjoint {@code seed}. */
    static List<Formula> adjoints(Cut cut, Formulas formulas, Formula seed, List<Value> leaves) {
        TableForms forms = new TableForms(cut, formulas);
        forms.bars.put(cut.root(), seed);
        for (int i = cut.instrs().size() - 1; i >= 0; i--) {
            forms.step(cut.instrs().get(i));
        }
        Formula zero = formulas.number(0);
        return leaves.stream().map(leaf -> forms.bars.getOrDefault(leaf, zero)).toList();
    }

    private void step(Instr instr) {
        Formula bar = requireNonNull(bars.get(instr.results().get(0)));
        if (instr instanceof Instr.Map1 map) {
            Formula factor = map.f() == Function1.NEGATE
                    ? formulas.number(-1)
                    : formulas.multiply(formulas.number(2), formula(map.x()));
            add(map.x(), formulas.multiply(bar, factor));
        } else if (instr instanceof Instr.Map2 map) {
            switch (map.f()) {
                case ADD -> {
                    add(map.x(), bar);
                    add(map.y(), bar);
                }
                case SUBTRACT -> {
                    add(map.x(), bar);
                    add(map.y(), formulas.negate(bar));
                }
                case MULTIPLY -> {
                    add(map.x(), formulas.multiply(bar, formula(map.y())));
                    add(map.y(), formulas.multiply(bar, formula(map.x())));
                }
                case DIVIDE,
                        POWER,
                        ATAN2,
                        HYPOT,
                        MAX,
                        MIN,
                        LOG_ADD_EXP,
                        GREATER,
                        LOWER_POWER,
                        SCALE,
                        RATIO,
                        POLYGAMMA -> throw new IllegalStateException(map.f() + " in a polynomial");
            }
        }
    }

    private Formula formula(Value value) {
        return requireNonNull(cut.formulas().get(value));
    }

    private void add(Value to, Formula share) {
        bars.merge(to, share, formulas::add);
    }
}
