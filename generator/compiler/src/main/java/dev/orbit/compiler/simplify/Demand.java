package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Connective;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When a value is read: a condition over truths and comparisons. Those of the same parts are equal in any order. */
sealed interface Demand {
    /** In every run of the region. */
    static Demand always() {
        return new Connected(Connective.AND, Set.of());
    }

    /** In none. */
    static Demand never() {
        return new Connected(Connective.OR, Set.of());
    }

    /** In some runs; the region cannot tell beforehand in which. */
    static Demand atTimes() {
        return new AtTimes();
    }

    /** A condition of more parts would cost more than it saves: each side that reads such a value computes its own. */
    int MOST_TESTS = 24;

    /**
     * Where a comparison holds, or where it does not; equal comparisons are one, whoever computes them.
     *
     * @param op empty: {@code of} is one truth
     */
    record Test(Optional<Comparison> op, List<Value> of, boolean holds) implements Demand {
        private Test opposite() {
            return new Test(op, of, !holds);
        }
    }

    /** Where all (AND) or some (OR) of two or more others hold; of none, always or never. */
    record Connected(Connective op, Set<Demand> of) implements Demand {}

    /** See {@link #atTimes}. */
    record AtTimes() implements Demand {}

    /** The total fold: one case each. */
    record Cases<R>(Function<Test, R> test, Function<Connected, R> connected, Function<AtTimes, R> atTimes) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Test test) {
            return cases.test().apply(test);
        } else if (this instanceof Connected connected) {
            return cases.connected().apply(connected);
        }
        return cases.atTimes().apply((AtTimes) this);
    }

    /** Where a truth holds. */
    static Demand of(Value truth) {
        return new Test(Optional.empty(), List.of(truth), true);
    }

    /** Where a comparison holds. */
    static Demand of(Comparison op, List<Value> of) {
        return new Test(Optional.of(op), of, true);
    }

    static Demand any(Demand... parts) {
        return Connection.of(Connective.OR, List.of(parts));
    }

    static Demand all(Demand... parts) {
        return Connection.of(Connective.AND, List.of(parts));
    }

    default Demand negated() {
        return match(new Cases<Demand>(
                Test::opposite,
                both -> Connection.of(
                        Connection.dual(both.op()),
                        both.of().stream().map(Demand::negated).toList()),
                never -> never));
    }

    /** The values that the condition reads. */
    default Set<Value> values() {
        return match(new Cases<Set<Value>>(
                test -> Set.copyOf(test.of()),
                both -> both.of().stream()
                        .map(Demand::values)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()),
                atTimes -> Set.of()));
    }

    /** How many comparisons and truths it consists of. */
    default int tests() {
        return match(new Cases<Integer>(
                test -> 1, both -> both.of().stream().mapToInt(Demand::tests).sum(), atTimes -> 0));
    }

    /** Writes the condition, which is not {@link #atTimes}; equal ones alike. */
    default Value write(Builder on) {
        return match(new Cases<Value>(
                test -> {
                    Value asked = test.op()
                            .map(op ->
                                    on.compare(op, test.of().get(0), test.of().get(1)))
                            .orElseGet(() -> test.of().get(0));
                    return test.holds() ? asked : on.logic(Connective.NOT, asked);
                },
                both -> on.logic(
                        both.op(),
                        ordered(both.of()).stream().map(part -> part.write(on)).toArray(Value[]::new)),
                atTimes -> {
                    throw new IllegalStateException("a condition that cannot be told");
                }));
    }

    private static List<Demand> ordered(Collection<Demand> parts) {
        return parts.stream().sorted(Comparator.comparing(Demand::order)).toList();
    }

    /** Where it stands among others: the author's order, as far as the numbers of the values tell. */
    private String order() {
        return match(new Cases<String>(
                test -> test.of().stream()
                                .map(value -> String.format("%010d", value.id()))
                                .collect(Collectors.joining())
                        + test.op()
                        + test.holds(),
                both -> ordered(both.of()).stream().map(Demand::order).collect(Collectors.joining()),
                atTimes -> ""));
    }

    /** Conditions connected, as simple as their parts show. */
    final class Connection {
        private final Connective op;
        private final Set<Demand> parts = new LinkedHashSet<>();

        private Connection(Connective op) {
            this.op = op;
        }

        static Demand of(Connective op, Collection<Demand> given) {
            Connection connection = new Connection(op);
            given.forEach(connection::add);
            return connection.simplified();
        }

        private static Connective dual(Connective op) {
            return op == Connective.AND ? Connective.OR : Connective.AND;
        }

        private static boolean isConnected(Demand demand, Connective op) {
            return demand instanceof Connected connected && connected.op() == op;
        }

        private static Set<Demand> partsOf(Demand demand) {
            return demand instanceof Connected connected ? connected.of() : Set.of(demand);
        }

        private void add(Demand part) {
            if (isConnected(part, op)) {
                parts.addAll(partsOf(part));
            } else {
                parts.add(part);
            }
        }

        private Demand simplified() {
            Demand absorbing = new Connected(dual(op), Set.of());
            boolean opposed = parts.stream().anyMatch(part -> part instanceof Test test && isIn(test.opposite()));
            if (parts.contains(absorbing) || opposed) {
                return absorbing;
            }
            if (parts.contains(atTimes())) {
                return atTimes();
            }
            for (Demand part : List.copyOf(parts)) {
                Demand left = without(part);
                if (!left.equals(part)) {
                    parts.remove(part);
                    parts.add(left);
                    return of(op, List.copyOf(parts));
                }
            }
            if (parts.size() == 1) {
                return parts.iterator().next();
            }
            Set<Demand> common = common();
            if (!common.isEmpty()) {
                return factored(common);
            }
            Demand whole = new Connected(op, Set.copyOf(parts));
            return whole.tests() > MOST_TESTS ? atTimes() : whole;
        }

        /** What all parts say: (x and y) or (x and z) is x and (y or z). */
        private Set<Demand> common() {
            Set<Demand> common = new LinkedHashSet<>();
            for (Demand part : parts) {
                Set<Demand> said = isConnected(part, dual(op)) ? partsOf(part) : Set.of(part);
                if (common.isEmpty()) {
                    common.addAll(said);
                }
                common.retainAll(said);
                if (common.isEmpty()) {
                    return common;
                }
            }
            return common;
        }

        private Demand factored(Set<Demand> common) {
            List<Demand> rest = parts.stream()
                    .map(part -> of(
                            dual(op),
                            partsOf(part).stream()
                                    .filter(inner -> !common.contains(inner))
                                    .toList()))
                    .toList();
            List<Demand> factors = new ArrayList<>(common);
            factors.add(of(op, rest));
            return of(dual(op), factors);
        }

        private boolean isIn(Demand part) {
            return parts.contains(part);
        }

        /** What a part still says beside the others: x or (x and y) is x, x or (not x and y) is x or y. */
        private Demand without(Demand part) {
            if (!isConnected(part, dual(op))) {
                return part;
            }
            if (partsOf(part).stream().anyMatch(this::isIn)) {
                return new Connected(op, Set.of());
            }
            List<Demand> left = partsOf(part).stream()
                    .filter(inner -> !(inner instanceof Test test && isIn(test.opposite())))
                    .toList();
            return left.size() == partsOf(part).size() ? part : of(dual(op), left);
        }
    }
}
