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

    /** Uniform from 0 (included) to 1 (excluded), a multiple of 2^-53. */
    double unit() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** Normal with mean 0 and standard deviation 1, by Marsaglia's polar method; of its two numbers the first. */
    double normal() {
        while (true) {
            double x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
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
