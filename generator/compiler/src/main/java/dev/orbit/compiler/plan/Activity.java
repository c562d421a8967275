package dev.orbit.compiler.plan;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.LoopView;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.BitSet;
import java.util.List;

/**
 * Which values carry a derivative: those that depend on an input with respect to which is differentiated, and on which
 * the differentiated output depends. Dependence is of real numbers only: indices and truths carry none. Around loops it
 * is the least fixpoint over what is carried.
 */
public final class Activity {
    private final BitSet varied = new BitSet();
    private final BitSet useful = new BitSet();

    private Activity() {}

    /**
     * @param independent with respect to which is differentiated
     * @param dependent what is differentiated
     */
    public static Activity of(Region body, List<Value> independent, List<Value> dependent) {
        Activity activity = new Activity();
        independent.forEach(value -> activity.varied.set(value.id()));
        activity.spread(body);
        dependent.forEach(value -> activity.useful.set(value.id()));
        activity.trace(body);
        return activity;
    }

    public boolean active(Value value) {
        return varied.get(value.id()) && useful.get(value.id());
    }

    /** Forward: marks what depends on what is marked. */
    private void spread(Region region) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop) {
                spreadLoop(loop);
            } else if (instr instanceof Instr.If branch) {
                spread(branch.then());
                spread(branch.otherwise());
                for (int i = 0; i < branch.results().size(); i++) {
                    vary(branch.results().get(i), branch.then().results().get(i));
                    vary(branch.results().get(i), branch.otherwise().results().get(i));
                }
            } else {
                instr.results().forEach(result -> instr.operands().forEach(operand -> vary(result, operand)));
            }
        }
    }

    private void spreadLoop(Instr.Loop loop) {
        LoopView view = new LoopView(loop);
        for (int i = 0; i < loop.sequences().size(); i++) {
            vary(view.row(i), loop.sequences().get(i).of());
        }
        int before;
        do {
            before = varied.cardinality();
            for (int i = 0; i < loop.carries().size(); i++) {
                Carry carry = loop.carries().get(i);
                vary(loop.results().get(i), carry.initial());
                view.argument(i).ifPresent(argument -> vary(argument, carry.initial()));
                if (carry.kind() == Carry.Kind.STATE) {
                    vary(view.argument(i).orElseThrow(), view.yielded(i));
                }
            }
            spread(loop.body());
        } while (varied.cardinality() != before);
        for (int i = 0; i < loop.results().size(); i++) {
            vary(loop.results().get(i), view.yielded(i));
        }
    }

    private void vary(Value result, Value operand) {
        Type.Element element = result.type().element();
        if (varied.get(operand.id()) && element != Type.Element.TRUTH && element != Type.Element.INDEX) {
            varied.set(result.id());
        }
    }

    /** Backward: marks what is read by what is marked. */
    private void trace(Region region) {
        for (int i = region.instrs().size() - 1; i >= 0; i--) {
            Instr instr = region.instrs().get(i);
            if (instr instanceof Instr.Loop loop) {
                traceLoop(loop);
            } else if (instr instanceof Instr.If branch) {
                for (int k = 0; k < branch.results().size(); k++) {
                    use(branch.then().results().get(k), branch.results().get(k));
                    use(branch.otherwise().results().get(k), branch.results().get(k));
                }
                trace(branch.then());
                trace(branch.otherwise());
            } else if (instr.results().stream().anyMatch(result -> useful.get(result.id()))) {
                instr.operands().forEach(operand -> useful.set(operand.id()));
            }
        }
    }

    private void traceLoop(Instr.Loop loop) {
        LoopView view = new LoopView(loop);
        for (int i = 0; i < loop.results().size(); i++) {
            use(view.yielded(i), loop.results().get(i));
        }
        int before;
        do {
            before = useful.cardinality();
            trace(loop.body());
            for (int i = 0; i < loop.carries().size(); i++) {
                Value yielded = view.yielded(i);
                view.argument(i).ifPresent(argument -> use(yielded, argument));
            }
        } while (useful.cardinality() != before);
        for (int i = 0; i < loop.carries().size(); i++) {
            Value initial = loop.carries().get(i).initial();
            use(initial, loop.results().get(i));
            view.argument(i).ifPresent(argument -> use(initial, argument));
        }
        for (int i = 0; i < loop.sequences().size(); i++) {
            use(loop.sequences().get(i).of(), view.row(i));
        }
    }

    private void use(Value operand, Value result) {
        if (useful.get(result.id())) {
            useful.set(operand.id());
        }
    }
}
