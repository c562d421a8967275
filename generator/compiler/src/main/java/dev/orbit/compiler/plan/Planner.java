package dev.orbit.compiler.plan;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.OperationCount;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.symbolic.Symbolic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a derivative: for each region the cheaper of closed form and table, and what is computed again. */
public final class Planner {
    private final Symbolic symbolic;
    private final Formulas formulas = new Formulas();
    private final Formula.Symbol seed = formulas.symbol(Name.of("seed"));
    private final Map<Value, DerivativePlan.ClosedForm> closed = new LinkedHashMap<>();
    private final List<DerivativePlan.Choice> choices = new ArrayList<>();

    private Planner(Symbolic symbolic) {
        this.symbolic = symbolic;
    }

    /**
     * A plan for the gradients of LOSS, PENALTY and RESIDUAL.
     *
     * @param wrt names of the inputs that get a gradient
     */
    public static DerivativePlan plan(Program program, List<String> wrt, Symbolic symbolic) {
        Planner planner = new Planner(symbolic);
        Activity activity = activity(program, wrt);
        Regions.of(program, planner.formulas).forEach(cut -> planner.choose(cut, activity));
        return new DerivativePlan(wrt, Recomputation.of(program), planner.closed, planner.choices);
    }

    private static Activity activity(Program program, List<String> wrt) {
        List<Value> independent = new ArrayList<>();
        List<Value> dependent = new ArrayList<>();
        for (int i = 0; i < program.inputs().size(); i++) {
            if (wrt.contains(program.inputs().get(i).name())) {
                independent.add(program.body().arguments().get(i));
            }
        }
        for (int i = 0; i < program.outputs().size(); i++) {
            Program.Purpose purpose = program.outputs().get(i).purpose();
            boolean differentiated = purpose == Program.Purpose.LOSS
                    || purpose == Program.Purpose.PENALTY
                    || purpose == Program.Purpose.RESIDUAL;
            if (differentiated) {
                dependent.add(program.body().results().get(i));
            }
        }
        return Activity.of(program.body(), independent, dependent);
    }

    /** Ties go to the closed form: it is what a person would have written. */
    private void choose(Cut cut, Activity activity) {
        List<Value> leaves = cut.leaves().stream().filter(activity::active).toList();
        if (leaves.isEmpty() || !activity.active(cut.root())) {
            return;
        }
        List<Formula.Symbol> by = leaves.stream()
                .map(leaf -> (Formula.Symbol) cut.formulas().get(leaf))
                .toList();
        Optional<List<Formula>> forms = symbolic.adjoints(formulas, cut.formula(), seed, by);
        if (forms.isEmpty()) {
            return;
        }
        Set<Formula> free = new HashSet<>(cut.formulas().values());
        OperationCount byForms = OperationCount.of(forms.get(), free);
        OperationCount byTable = OperationCount.of(TableForms.adjoints(cut, formulas, seed, leaves), free);
        boolean cheaper = byForms.compareTo(byTable) <= 0;
        choices.add(new DerivativePlan.Choice(cut, byForms, byTable, cheaper));
        if (cheaper) {
            Map<Value, Formula> adjoints = new LinkedHashMap<>();
            for (int i = 0; i < leaves.size(); i++) {
                adjoints.put(leaves.get(i), forms.get().get(i));
            }
            closed.put(cut.root(), new DerivativePlan.ClosedForm(cut, seed, adjoints));
        }
    }
}
