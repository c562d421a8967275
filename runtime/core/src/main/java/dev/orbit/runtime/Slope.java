package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of a function along a line by central differences, with an estimate of its error that knows truncation,
 * rounding, noise, kinks and jumps.
 *
 * @param value the derivative; NaN if no two steps gave finite values
 * @param error how far it may be from the truth; infinite if the value is NaN
 * @param jump by how much the slope to the right exceeds the slope to the left; 0 if no kink was seen
 * @param rough whether the slopes to both sides differ by an amount that does not shrink with the step: a kink, cusp or jump
 * @param secant the mean steepness to both sides, over the step that gave the value: how large a slope was conceivable
 */
record Slope(double value, double error, double jump, boolean rough, double secant) {
    /** Of the first step in its variable's scale: not a power of two, lest it be a whole number of periods. */
    private static final double FIRST_STEP = 399.0 / 2048;

    private static final double WIDEN = 64;
    /** Widest step, in the variable's scale, or absolute where that is more. */
    private static final double WIDEST = 0x1p60;

    private static final double WIDE = 0x1p20;
    /** Narrowest step, in ulps of the variable; in the first step if the variable is zero. */
    private static final double NARROWEST_ULPS = 16;

    private static final double NARROWEST = 0x1p-120;
    private static final int FEWEST_LEVELS = 5;
    private static final int MOST_LOST = 10;
    /** Levels are added until rounding exceeds the best error by this; those beyond the best confirm it. */
    private static final double CONFIRMED = 30;
    /** A bend that is a greater part of the one at twice the step does not shrink as that of a smooth function does. */
    private static final double SHRINKING = 0.8;
    /** A bend of fewer roundings may be rounding. */
    private static final double INSIGNIFICANT = 40;

    /** The function at one step to both sides. */
    private record Level(double step, double above, double below, double middle, double width) {
        boolean finite() {
            return Double.isFinite(above) && Double.isFinite(below) && Double.isFinite(above - below);
        }

        double central() {
            return (above - below) / width;
        }

        /** Slope to the right less slope to the left. */
        double bend() {
            return ((above - middle) - (middle - below)) / step;
        }

        /** The mean of the steepness to both sides. */
        double secant() {
            return (Math.abs(above - middle) + Math.abs(below - middle)) / (2 * step);
        }

        /** Whether there is no change at all where a slope lets expect some: a function with steps. */
        boolean flatterThan(double slope) {
            return secant() == 0 && Math.abs(slope) * step > 8 * rounding(0);
        }

        /** Whether the bend shrinks as the step does, from that of twice the step: it halves where the function is smooth. */
        boolean smoothAfter(Level wider, double noise) {
            return Math.abs(bend()) < SHRINKING * Math.abs(wider.bend())
                    || Math.abs(bend()) < INSIGNIFICANT * rounding(noise) / step;
        }

        /** How far rounding may have moved one value. */
        double rounding(double noise) {
            return Math.max(noise, Math.ulp(Math.max(Math.abs(above), Math.max(Math.abs(below), Math.abs(middle)))));
        }
    }

    /** The derivative where the line has its point. The function must be finite there. */
    static Slope of(Line line) {
        double middle = line.at(line.origin());
        double scale = scale(line.origin());
        double first = Math.min(FIRST_STEP * scale, line.room());
        double narrowest = line.origin() == 0 ? first * NARROWEST : NARROWEST_ULPS * Math.ulp(line.origin());
        List<Level> levels = new ArrayList<>();
        double step = widen(line, middle, first, Math.min(line.room(), Math.max(WIDEST * scale, WIDE)));
        boolean settled = false;
        while (step >= narrowest && !settled && lost(levels, 0) < MOST_LOST) {
            Level level = level(line, middle, step);
            if (level.finite()) {
                levels.add(level);
            } else {
                levels.clear();
            }
            settled = settled(smooth(levels, 0));
            step /= 2;
        }
        double near = step / 1024;
        boolean stepped = settled
                && level(line, middle, near)
                        .flatterThan(central(smooth(levels, 0), 0).value());
        return judge(levels, settled && !stepped ? Noise.near(line, near) : Noise.plateau(line, first / 64));
    }

    /** Where to begin to look: a small variable may mean a small scale, or a variable that is small on a scale of 1. */
    private static double scale(double origin) {
        return origin == 0 ? 1 : Math.max(Math.abs(origin), Math.min(1, Math.sqrt(Math.abs(origin))));
    }

    /** How many of the narrowest levels are so narrow that rounding or noise hides all change; 0 if it does so in all. */
    private static int lost(List<Level> levels, double noise) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).secant()
                    > 4 * levels.get(i).rounding(noise) / levels.get(i).step()) {
                return levels.size() - 1 - i;
            }
        }
        return 0;
    }

    /** The levels, from the narrowest with any change up, over which the bend shrinks as that of a smooth function does. */
    private static List<Level> smooth(List<Level> levels, double noise) {
        int to = levels.size() - lost(levels, noise);
        int from = to - 1;
        while (from > 0 && levels.get(from).smoothAfter(levels.get(from - 1), noise)) {
            from--;
        }
        return levels.subList(Math.max(0, from), to);
    }

    private static boolean settled(List<Level> smooth) {
        if (smooth.size() < FEWEST_LEVELS) {
            return false;
        }
        Level last = smooth.get(smooth.size() - 1);
        Extrapolation central = central(smooth, 0);
        return last.rounding(0) / last.step() > CONFIRMED * central.error() || central.deteriorating();
    }

    private static Slope judge(List<Level> all, double noise) {
        List<Level> smooth = smooth(all, noise);
        if (smooth.size() < FEWEST_LEVELS && constantNearby(all, noise)) {
            smooth = all.subList(all.size() - lost(all, noise), all.size());
        }
        boolean bent = smooth.size() < FEWEST_LEVELS;
        List<Level> levels = bent ? all : smooth;
        if (levels.size() < 2) {
            return new Slope(Double.NaN, Double.POSITIVE_INFINITY, 0, false, 0);
        }
        Extrapolation central = central(levels, noise);
        Extrapolation bend = Extrapolation.odd();
        for (Level level : levels) {
            bend.add(level.bend(), 4 * level.rounding(noise) / level.step());
        }
        boolean kink = Math.abs(bend.value()) > 10 * bend.error() && Math.abs(bend.value()) > 20 * central.error();
        double secant = levels.get(central.bestRow()).secant();
        return new Slope(central.value(), central.error(), kink ? bend.value() : 0, bent || kink, secant);
    }

    /** Whether the function saturates: over the narrow levels it is constant, and they are wide enough for this to count. */
    private static boolean constantNearby(List<Level> levels, double noise) {
        int lost = lost(levels, noise);
        double steepest = levels.stream().mapToDouble(Level::secant).max().orElse(0);
        if (lost < FEWEST_LEVELS) {
            return false;
        }
        Level widest = levels.get(levels.size() - lost);
        return widest.rounding(noise) / widest.step() < 1e-3 * steepest;
    }

    /** A step so wide that rounding does not drown the slope, if there is one. */
    private static double widen(Line line, double middle, double first, double widest) {
        double step = first;
        while (step * WIDEN <= widest) {
            Level wide = level(line, middle, step);
            Level half = level(line, middle, step / 2);
            double rounding = (wide.rounding(0) + 2 * half.rounding(0)) / step;
            if (!wide.finite()
                    || !half.finite()
                    || Math.abs(wide.central() - half.central()) > 4 * rounding
                    || Math.abs(wide.bend()) > INSIGNIFICANT * rounding) {
                break;
            }
            step *= WIDEN;
        }
        return step;
    }

    private static Extrapolation central(List<Level> levels, double noise) {
        Extrapolation central = Extrapolation.even();
        for (Level level : levels) {
            central.add(level.central(), level.rounding(noise) / level.step());
        }
        return central;
    }

    private static Level level(Line line, double middle, double step) {
        double above = line.origin() + step;
        double below = line.origin() - (above - line.origin());
        return new Level(step, line.at(above), line.at(below), middle, above - below);
    }
}
