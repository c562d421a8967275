package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of abstract functions at a point: fresh ones, the same for the same arguments. Any values at finitely many
 * points, and any slopes there, are those of some smooth function.
 */
final class CallTable {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int SPREAD = 5;

    private final long seed;
    private final List<Entry> entries = new ArrayList<>();

    /** A function at some arguments, and its value there. */
    private record Entry(String function, List<Integer> by, List<Sample> arguments, Sample value, boolean settled) {
        String text() {
            String primes = arguments.size() == 1
                    ? "'".repeat(by.size())
                    : by.stream().map(i -> "_" + (i + 1)).collect(Collectors.joining());
            return function + primes
                    + arguments.stream().map(Sample::text).collect(Collectors.joining(", ", "(", ")")) + " = "
                    + value.text();
        }

        boolean isOf(String otherFunction, List<Integer> otherBy, List<Sample> others) {
            if (!function.equals(otherFunction) || !by.equals(otherBy)) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                if (arguments.get(i).isApartFrom(others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    CallTable(long seed) {
        this.seed = seed;
    }

    /** The value at these arguments; unknown where an argument is. */
    Sample value(String function, List<Integer> by, List<Sample> arguments) {
        if (arguments.stream().anyMatch(Sample::isUndefined)) {
            return new Sample.Undefined();
        }
        if (!arguments.stream().allMatch(Sample::isKnown)) {
            return new Sample.Near(dev.orbit.compiler.symbolic.Enclosure.unknown());
        }
        for (Entry entry : entries) {
            if (entry.isOf(function, by, arguments)) {
                return entry.value();
            }
        }
        Sample value = fresh(function, by);
        entries.add(new Entry(function, by, arguments, value, false));
        return value;
    }

    /** A small number that depends on nothing but the seed and how many there are already. */
    private Sample fresh(String function, List<Integer> by) {
        long mixed = (seed + entries.size() + 1) * MIX ^ function.hashCode() * 31L + by.hashCode();
        mixed = (mixed ^ mixed >>> 29) * MIX;
        int numerator = 1 + Math.floorMod(mixed >>> 8, SPREAD);
        int denominator = 1 + Math.floorMod(mixed >>> 24, 2);
        return Sample.of(Rational.of((mixed >>> 40 & 1) == 0 ? numerator : -numerator, denominator));
    }

    /** Whether a value was returned by the latest call for the first time, and may still be chosen. */
    boolean isLatest(Sample value) {
        Optional<Entry> last = entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
        return last.filter(entry -> !entry.settled() && entry.value() == value).isPresent();
    }

    /** Chooses the value of the latest call anew. */
    void settle(Sample value) {
        Entry last = entries.remove(entries.size() - 1);
        entries.add(new Entry(last.function(), last.by(), last.arguments(), value, true));
    }

    List<String> texts() {
        return entries.stream().map(Entry::text).toList();
    }
}
