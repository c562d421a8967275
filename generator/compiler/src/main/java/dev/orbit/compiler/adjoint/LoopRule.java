package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.LoopView;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The adjoint of a loop is a loop the other way round: the adjoint recurrence.
 *
 * <p>What a state carry takes from an iteration k steps before becomes what its adjoint takes from an iteration k steps
 * later, so a carry with delay k has an adjoint carry with delay k. The adjoint of a sum is the same in all iterations.
 * What the body reads from outside gets a sum over iterations; rows of sequences get rows of a stack.
 */
final class LoopRule {
    private final Sweep sweep;
    private final Activity activity;
    private final Instr.Loop loop;
    private final LoopView view;
    private final Scope scope;
    private final Bars outer;
    private final Scope.Turn inside;
    private final Builder builder;
    private final Bars inner;

    private final Value index;
    /** The carries whose adjoint is carried, and the body argument of each adjoint carry. */
    private final List<Integer> states = new ArrayList<>();

    private final List<Value> arguments = new ArrayList<>();

    private final List<Carry> carries = new ArrayList<>();
    private final List<Value> yields = new ArrayList<>();
    /** For each adjoint carry and then each collected stack, to whom the loop's result is a contribution. */
    private final List<Value> receivers = new ArrayList<>();

    LoopRule(Sweep sweep, Instr.Loop loop, Scope scope, Bars outer) {
        this.sweep = sweep;
        this.activity = sweep.activity();
        this.loop = loop;
        this.view = new LoopView(loop);
        this.scope = scope;
        this.outer = outer;
        this.inside = new Scope.Turn(loop, scope);
        this.builder = inside.builder;
        this.inner = new Bars(builder, activity, sweep.titles());
        this.index = builder.named(view.index().hint()).fresh(Type.INDEX);
        inside.know(view.index(), index);
    }

    void apply() {
        for (int i = 0; i < loop.results().size(); i++) {
            seed(i);
        }
        sweep.sweep(loop.body(), inside, inner);
        states.forEach(this::yieldState);
        List<Value> rows = rows();
        inner.remaining().forEach(value -> sum(value, inner.takeContribution(value)));
        int stacked = yields.size();
        yields.addAll(rows);
        for (int i = 0; i < loop.sequences().size(); i++) {
            if (activity.active(view.row(i))) {
                receivers.add(loop.sequences().get(i).of());
            }
        }
        write(stacked);
    }

    /** Adjoints of what the body yields for the loop's result with this number. */
    private void seed(int i) {
        Value result = loop.results().get(i);
        Optional<Value> bar = outer.take(result);
        if (i >= loop.carries().size()) {
            bar.ifPresent(
                    stack -> inner.add(view.yielded(i), inside.row(new Instr.Sequence(stack, 0), view.yielded(i))));
        } else if (loop.carries().get(i).kind() == Carry.Kind.SUM) {
            bar.ifPresent(total -> {
                inner.add(view.yielded(i), total);
                outer.add(loop.carries().get(i).initial(), total);
            });
        } else if (bar.isPresent() || activity.active(view.argument(i).orElseThrow())) {
            Carry carry = loop.carries().get(i);
            Value argument = view.argument(i).orElseThrow();
            Value start = bar.orElseGet(() -> Bars.zero(scope.builder, argument.type()));
            Value later = builder.at(argument.origin())
                    .named(Bars.name(view.yielded(i)))
                    .fresh(argument.type());
            states.add(i);
            arguments.add(later);
            carries.add(Carry.delayed(start, carry.delay()));
            inner.add(view.yielded(i), later);
        }
    }

    private void yieldState(int i) {
        Carry carry = loop.carries().get(i);
        Value bar = inner.takeOrZero(view.argument(i).orElseThrow());
        yields.add(bar);
        receivers.add(carry.initial());
    }

    /** Adjoints of the sequences' rows; sums for the starts of delayed carries are added on the way. */
    private List<Value> rows() {
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < loop.sequences().size(); i++) {
            if (activity.active(view.row(i))) {
                rows.add(inner.takeOrZero(view.row(i)));
            }
        }
        for (int k = 0; k < states.size(); k++) {
            Carry carry = loop.carries().get(states.get(k));
            if (carry.delay() > 1 && activity.active(carry.initial())) {
                sum(carry.initial(), inFirst(carry.delay(), yields.get(k)));
            }
        }
        return rows;
    }

    /** The value in the primal loop's first {@code delay} iterations, zero in the others. */
    private Value inFirst(int delay, Value value) {
        Value number = builder.fresh(Type.SCALAR);
        builder.add(new Instr.Real(number, index, 0));
        Value limit = builder.literal(Literal.of(delay), Type.SCALAR);
        Value early;
        if (loop.backward()) {
            Value count = builder.fresh(Type.SCALAR);
            builder.add(new Instr.Extent(count, hereCount()));
            early = builder.compare(Instr.Comparison.GREATER_EQUAL, number, builder.subtract(count, limit));
        } else {
            early = builder.compare(Instr.Comparison.LESS, number, limit);
        }
        Region taken = new Region(List.of(), List.of(), List.of(value));
        Region zero = builder.region(List.of(), () -> List.of(Bars.zero(builder, value.type())));
        return builder.branch(early, taken, zero).get(0);
    }

    /** A sum over the iterations, for a value outside of the loop. */
    private void sum(Value receiver, Value contribution) {
        carries.add(Carry.sum(Bars.zero(scope.builder, contribution.type())));
        yields.add(contribution);
        receivers.add(receiver);
    }

    private void write(int stacked) {
        List<Value> all = new ArrayList<>();
        all.add(index);
        all.addAll(arguments);
        all.addAll(inside.rows());
        Region body = new Region(all, builder.written(), yields);
        List<String> names = receivers.stream().map(Bars::name).toList();
        List<Value> results = scope.builder.loop(
                loop.axis(), hereCount(), !loop.backward(), carries, inside.sequences(), body, names);
        for (int i = 0; i < stacked; i++) {
            if (carries.get(i).delay() == 1) {
                outer.add(receivers.get(i), results.get(i));
            }
        }
        int next = stacked;
        for (int i = 0; i < loop.sequences().size(); i++) {
            if (activity.active(view.row(i))) {
                Instr.Sequence sequence = loop.sequences().get(i);
                outer.add(sequence.of(), placed(results.get(next++), sequence));
            }
        }
    }

    /** Rows at their places in the sequence's stack. */
    private Value placed(Value rows, Instr.Sequence sequence) {
        if (rows.type().equals(sequence.of().type())) {
            return rows;
        }
        return scope.builder.view(Access.PAD_ROWS, sequence.of().type(), List.of(sequence.shift()), rows);
    }

    private Count hereCount() {
        return loop.count().map(scope::read);
    }
}
