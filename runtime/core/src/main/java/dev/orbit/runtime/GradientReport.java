package dev.orbit.runtime;

import java.util.List;

/**
 * What a {@link GradientCheck} found.
 *
 * @param value the function's value at the point
 * @param entries one verdict per entry that was checked
 */
public record GradientReport(double value, List<GradientVerdict> entries) {
    public GradientReport {
        entries = List.copyOf(entries);
    }

    /** Whether no entry disagrees. Entries that cannot be seen do not fail a check: see {@link #seen}. */
    public boolean passed() {
        return count(GradientVerdict.Outcome.DISAGREES) == 0;
    }

    /** How many entries could be compared at all. */
    public int seen() {
        return entries.size() - count(GradientVerdict.Outcome.CANNOT_SEE);
    }

    private int count(GradientVerdict.Outcome outcome) {
        return (int)
                entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** One line per entry. */
    public String render() {
        throw new UnsupportedOperationException("in the next step");
    }
}
