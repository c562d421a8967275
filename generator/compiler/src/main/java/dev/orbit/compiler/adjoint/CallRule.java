package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Adjoint of a call of an abstract function: its partial derivatives, or its vector-Jacobian product. */
final class CallRule {
    private final Scope scope;
    private final Builder builder;
    private final Bars bars;
    private final Activity activity;

    CallRule(Scope scope, Bars bars, Activity activity) {
        this.scope = scope;
        this.builder = scope.builder;
        this.bars = bars;
        this.activity = activity;
    }

    Sweep.Done apply(Instr.Call call, Value bar) {
        List<Integer> active = new ArrayList<>();
        for (int i = 0; i < call.f().arguments().size(); i++) {
            if (activity.active(call.args().get(i))) {
                active.add(i);
            }
        }
        List<Value> args = call.args().stream().map(scope::read).toList();
        boolean scalars =
                call.f().result().isScalar() && call.f().arguments().stream().allMatch(Type::isScalar);
        switch (call.order().kind()) {
            case VALUE, PARTIAL -> {
                if (scalars) {
                    active.forEach(i -> partial(call, i, args, bar));
                } else {
                    vectorJacobian(call, active, args, bar);
                }
            }
            case VECTOR_JACOBIAN, JACOBIAN_VECTOR ->
                throw new IllegalStateException("the second derivative of the abstract function "
                        + call.f().name());
        }
        return Sweep.Done.DONE;
    }

    private void partial(Instr.Call call, int argument, List<Value> args, Value bar) {
        List<Integer> by = new ArrayList<>(call.order().by());
        by.add(argument);
        by.sort(null);
        Value partial = builder.fresh(Type.SCALAR);
        Abstract.Order order = new Abstract.Order(Abstract.Order.Kind.PARTIAL, by);
        builder.add(new Instr.Call(List.of(partial), call.f(), order, args));
        bars.add(call.args().get(argument), builder.multiply(bar, partial));
    }

    private void vectorJacobian(Instr.Call call, List<Integer> active, List<Value> args, Value bar) {
        List<Value> results = active.stream()
                .map(i -> builder.fresh(call.f().arguments().get(i)))
                .toList();
        List<Value> all = new ArrayList<>(args);
        all.add(bar);
        Abstract.Order order = new Abstract.Order(Abstract.Order.Kind.VECTOR_JACOBIAN, active);
        builder.add(new Instr.Call(results, call.f(), order, all));
        for (int i = 0; i < active.size(); i++) {
            bars.add(call.args().get(active.get(i)), results.get(i));
        }
    }
}
