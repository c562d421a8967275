package dev.orbit.runtime;

import java.util.List;
import java.util.Locale;

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

    /** How many entries could be compared. */
    public int seen() {
        return entries.size() - count(GradientVerdict.Outcome.CANNOT_SEE);
    }

    /** The fewest digits to which an entry agrees that is not zero as far as the check can see; 0 if there is none. */
    public int fewestDigits() {
        return entries.stream()
                .filter(entry -> entry.outcome() == GradientVerdict.Outcome.AGREES && entry.digits() > 0)
                .mapToInt(GradientVerdict::digits)
                .min()
                .orElse(0);
    }

    private int count(GradientVerdict.Outcome outcome) {
        return (int)
                entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** A summary, then one line per entry. */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(count(GradientVerdict.Outcome.AGREES))
                .append(" of ")
                .append(entries.size())
                .append(entries.size() == 1 ? " entry agrees" : " entries agree");
        if (fewestDigits() > 0) {
            text.append(" to ").append(fewestDigits()).append(" digits or more");
        }
        text.append("; value ").append(value).append('\n');
        int width =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (GradientVerdict entry : entries) {
            String name = entry.name() + " ".repeat(width - entry.name().length());
            text.append("  ").append(name).append("  ").append(sentence(entry)).append('\n');
        }
        return text.toString();
    }

    private static String sentence(GradientVerdict entry) {
        String numbers = entry.claimed() + ", by differences " + entry.estimate()
                + String.format(Locale.ROOT, " +- %.1e", entry.error());
        return switch (entry.outcome()) {
            case AGREES ->
                entry.digits() > 0
                        ? "agrees to " + entry.digits() + " digits: " + numbers
                        : "agrees, zero as far as differences see: " + numbers;
            case DISAGREES -> "DISAGREES: " + numbers + (entry.reason().isEmpty() ? "" : "; " + entry.reason());
            case CANNOT_SEE -> "cannot see, " + entry.reason() + ": " + numbers;
        };
    }
}
