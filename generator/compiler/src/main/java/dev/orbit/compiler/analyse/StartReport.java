package dev.orbit.compiler.analyse;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a start does: which parameters move, which do not and why.
 *
 * @param start the name of the init, or the values as they were given
 * @param loss the loss there in closed form; empty where it is too large or the model has matrices
 * @param idle parameters that the loss there does not depend on, whatever values they have (all together)
 * @param gradients one for each differentiated parameter, in their order
 * @param wakes parameters whose gradient is zero there and no longer after one gradient step
 * @param numeric whether numbers at random data stand behind it, not closed forms
 */
public record StartReport(
        String start, String loss, List<String> idle, List<Gradient> gradients, List<String> wakes, boolean numeric) {
    public StartReport {
        idle = List.copyOf(idle);
        gradients = List.copyOf(gradients);
        wakes = List.copyOf(wakes);
    }

    /**
     * The gradient by one parameter.
     *
     * @param zero whether it is zero there, whatever the data
     * @param value in closed form, or what is known of a matrix: {@code rank 1, rows 3 to 5 are zero}
     * @param why for a zero gradient, the path that is cut; for others empty
     * @param order the leading power of the small constant, where the start has one
     * @param leading the coefficient of that power
     */
    public record Gradient(
            String parameter, boolean zero, String value, List<String> why, OptionalInt order, String leading) {
        public Gradient {
            why = List.copyOf(why);
        }
    }
}
