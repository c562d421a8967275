package dev.orbit.compiler.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
    private Spelling() {}

    /**
     * The candidate nearest to {@code word}, if it is near enough to be a slip: one insertion, deletion, change or swap of
     * neighbours, two for words from six letters on. Of equally near candidates the first.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int bound = word.length() < 2 ? 0 : word.length() < 6 ? 1 : 2;
        Optional<String> best = Optional.empty();
        for (String candidate : candidates) {
            int distance = distance(word, candidate, bound);
            if (distance <= bound && !candidate.equals(word)) {
                best = Optional.of(candidate);
                bound = distance - 1;
            }
        }
        return best;
    }

    /** The sentence for {@link #nearest}: {@code did you mean `param`?} */
    public static Optional<String> didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(found -> "did you mean `" + found + "`?");
    }

    /** Optimal string alignment distance (Boytsov 2011, "Indexing methods for approximate dictionary searching"). */
    private static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
