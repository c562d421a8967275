package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The adjoints of one region while it is swept backwards: for each active value the sum of the contributions so far,
 * with its sign kept apart so that a difference is written as a difference.
 */
final class Bars {
    private final Builder builder;
    private final Activity activity;
    private final Map<Integer, Signed> sums = new TreeMap<>();

    private final Titles titles;

    Bars(Builder builder, Activity activity, Titles titles) {
        this.builder = builder;
        this.activity = activity;
        this.titles = titles;
    }

    private record Signed(Value of, boolean minus, Value sum) {}

    void add(Value of, Value contribution) {
        accumulate(of, false, contribution);
    }

    void subtract(Value of, Value contribution) {
        accumulate(of, true, contribution);
    }

    private void accumulate(Value of, boolean minus, Value contribution) {
        if (!activity.active(of)) {
            return;
        }
        Signed before = sums.get(of.id());
        Signed after;
        if (before == null) {
            after = new Signed(of, minus, contribution);
        } else if (before.minus() == minus) {
            after = new Signed(of, minus, named(of).add(before.sum(), contribution));
        } else if (minus) {
            after = new Signed(of, false, named(of).subtract(before.sum(), contribution));
        } else {
            after = new Signed(of, false, named(of).subtract(contribution, before.sum()));
        }
        sums.put(of.id(), after);
    }

    /** The adjoint of a value, removed from here; empty when nothing contributed. */
    Optional<Value> take(Value of) {
        Optional<Value> bar = Optional.ofNullable(sums.remove(of.id())).map(this::plain);
        bar.ifPresent(value -> titles.give(value, name(of)));
        return bar;
    }

    /** As {@link #takeOrZero}, for who names it otherwise: a sum over iterations has the name. */
    Value takeContribution(Value of) {
        return Optional.ofNullable(sums.remove(of.id())).map(this::plain).orElseGet(() -> zero(builder, of.type()));
    }

    /** The adjoint of a value, removed from here; zero when nothing contributed. */
    Value takeOrZero(Value of) {
        return take(of).orElseGet(() -> zero(builder, of.type()));
    }

    boolean has(Value of) {
        return sums.containsKey(of.id());
    }

    /** The values that have an adjoint here, by rising id. */
    List<Value> remaining() {
        return sums.values().stream().map(Signed::of).toList();
    }

    private Value plain(Signed signed) {
        return signed.minus() ? builder.named("").negate(signed.sum()) : signed.sum();
    }

    private Builder named(Value of) {
        return builder.named(name(of));
    }

    /** The adjoint of {@code h} is called {@code hBar}. */
    static String name(Value of) {
        return of.hint().isEmpty() ? "" : of.hint() + "Bar";
    }

    static Value zero(Builder builder, Type type) {
        return builder.literal(Literal.of(0.0), type);
    }
}
