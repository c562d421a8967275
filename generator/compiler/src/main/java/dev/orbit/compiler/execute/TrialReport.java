package dev.orbit.compiler.execute;

import java.util.List;

/**
 * What trying a gradient found.
 *
 * @param points at how many points loss and gradient were finite and were compared
 * @param draws how many points were drawn to find these
 * @param worst the largest difference from dual numbers, relative to the larger of loss and gradient
 * @param digits the fewest digits to which finite differences agree, as far as they can see
 * @param disagreements one sentence each; empty when the witnesses agree
 */
public record TrialReport(int points, int draws, double worst, int digits, List<String> disagreements) {
    public TrialReport {
        disagreements = List.copyOf(disagreements);
    }

    /** Whether at least one point could be compared and no witness disagrees. */
    public boolean passed() {
        return points > 0 && disagreements.isEmpty();
    }
}
