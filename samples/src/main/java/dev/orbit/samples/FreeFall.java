package dev.orbit.samples;

import dev.orbit.runtime.ScalarFunction1;

/**
 * A model that was written by hand and is in use: how fast something falls after a time, in units of its terminal speed and of
 * the time it takes to reach that without air. It knows no air.
 */
public final class FreeFall implements ScalarFunction1 {
    @Override
    public double value(double time) {
        return time;
    }
}
