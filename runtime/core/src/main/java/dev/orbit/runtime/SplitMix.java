package dev.orbit.runtime;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Ours, so that a
 * seed means the same on every Java.
 */
final class SplitMix {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    long bits() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform from 0 (included) to {@code bound} (excluded), without bias: what would favour small numbers is drawn again. */
    int below(int bound) {
        while (true) {
            long drawn = bits() >>> 33;
            long remainder = drawn % bound;
            if (drawn - remainder + bound - 1 <= Integer.MAX_VALUE) {
                return (int) remainder;
            }
        }
    }

    /** Uniform order, by Fisher and Yates. */
    void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
    }
}
