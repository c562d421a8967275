package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.Optional;

/** Sweeps a region backwards: every instruction hands the adjoint of its result on to its operands. */
final class Sweep {
    private final DerivativePlan plan;
    private final Activity activity;
    private final Titles titles;

    Sweep(DerivativePlan plan, Activity activity, Titles titles) {
        this.plan = plan;
        this.activity = activity;
        this.titles = titles;
    }

    Activity activity() {
        return activity;
    }

    Titles titles() {
        return titles;
    }

    void sweep(Region region, Scope scope, Bars bars) {
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            Instr instr = region.instrs().get(i);
            if (instr.results().stream().anyMatch(bars::has)) {
                scope.builder.at(instr.results().get(0).origin().as(Origin.Derivation.ADJOINT));
                step(instr, scope, bars);
            }
        }
    }

    private void step(Instr instr, Scope scope, Bars bars) {
        if (instr instanceof Instr.Loop loop) {
            new LoopRule(this, loop, scope, bars).apply();
        } else if (instr instanceof Instr.If branch) {
            new BranchRule(this, branch, scope, bars).apply();
        } else {
            Value result = instr.results().get(0);
            Value bar = bars.take(result).orElseThrow();
            Optional<DerivativePlan.ClosedForm> form =
                    Optional.ofNullable(plan.closed().get(result));
            if (form.isPresent()) {
                new ClosedRule(scope, bars).apply(form.get(), bar);
            } else {
                table(instr, bar, scope, bars);
            }
        }
    }

    private void table(Instr instr, Value bar, Scope scope, Bars bars) {
        MapRules maps = new MapRules(scope, bars, activity);
        instr.match(new Instr.Cases<>(
                this::nothing,
                this::nothing,
                this::nothing,
                i -> maps.map1(i, bar),
                i -> maps.map2(i, bar),
                this::nothing,
                this::nothing,
                i -> new LinearRules(scope, bars, activity).apply(i, bar),
                i -> new ViewRules(scope, bars, activity).apply(i, bar),
                i -> maps.fold(i, bar),
                i -> new CallRule(scope, bars, activity).apply(i, bar),
                i -> nothing(i),
                i -> nothing(i)));
    }

    /** Numbers, indices and truths hand nothing on. */
    private Done nothing(Instr instr) {
        return Done.DONE;
    }

    /** What a rule that only writes returns. */
    enum Done {
        DONE
    }
}
