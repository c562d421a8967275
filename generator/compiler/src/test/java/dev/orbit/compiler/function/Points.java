package dev.orbit.compiler.function;

import java.util.Random;

/** Where a function is tried: seeded points, spread as the range asks. */
interface Points {
    double draw(Random random);

    /** Evenly from a to b. */
    static Points even(double a, double b) {
        return random -> a + (b - a) * random.nextDouble();
    }

    /** Evenly in the exponent, from 2^a to 2^b; subnormal numbers included. */
    static Points scales(int a, int b) {
        return random -> {
            int exponent = a + random.nextInt(b - a);
            return Math.scalb(1 + random.nextDouble(), exponent);
        };
    }

    /** Next to c, at distances from 2^-52 |c| to r, evenly in the exponent, on both sides. */
    static Points near(double c, double r) {
        return random -> {
            double distance = r * Math.pow(2, -45 * random.nextDouble());
            return random.nextBoolean() ? c + distance : c - distance;
        };
    }

    default Points negated() {
        return random -> -draw(random);
    }

    default Points signed() {
        return random -> random.nextBoolean() ? draw(random) : -draw(random);
    }

    default Points shifted(double by) {
        return random -> by + draw(random);
    }

    default Points rounded() {
        return random -> Math.rint(draw(random));
    }
}
