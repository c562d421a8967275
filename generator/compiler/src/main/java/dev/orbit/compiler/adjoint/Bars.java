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

    /** The values of whose parts there are adjoints, by id. */
    private final Map<Integer, Value> wholes = new TreeMap<>();
    /** Adjoints of parts, by the id of the whole. */
    private final Map<Integer, Parts> parts = new TreeMap<>();

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

    /** Adds the adjoint of the part of a value within these bounds. */
    void addPart(Value of, List<Integer> bounds, Value contribution) {
        if (activity.active(of)) {
            wholes.put(of.id(), of);
            parts.computeIfAbsent(of.id(), id -> new Parts(builder, of.type())).add(bounds, contribution);
        }
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
        Optional<Value> bar = total(of);
        bar.ifPresent(value -> titles.give(value, name(of)));
        return bar;
    }

    /** As {@link #takeOrZero}, for who names it otherwise: a sum over iterations has the name. */
    Value takeContribution(Value of) {
        return total(of).orElseGet(() -> zero(builder, of.type()));
    }

    private Optional<Value> total(Value of) {
        Optional<Value> sum = Optional.ofNullable(sums.remove(of.id())).map(this::plain);
        wholes.remove(of.id());
        return Optional.ofNullable(parts.remove(of.id()))
                .map(all -> Optional.of(all.total(sum)))
                .orElse(sum);
    }

    /** The adjoint of a value, removed from here; zero when nothing contributed. */
    Value takeOrZero(Value of) {
        return take(of).orElseGet(() -> zero(builder, of.type()));
    }

    boolean has(Value of) {
        return sums.containsKey(of.id()) || parts.containsKey(of.id());
    }

    /** The values that have an adjoint here, by rising id. */
    List<Value> remaining() {
        Map<Integer, Value> values = new TreeMap<>(wholes);
        sums.values().forEach(signed -> values.put(signed.of().id(), signed.of()));
        return List.copyOf(values.values());
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
