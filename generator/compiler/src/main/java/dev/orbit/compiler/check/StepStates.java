package dev.orbit.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which states the step sets, seen from the statement that is being checked. */
final class StepStates {
    /** What {@code h'} means in a place. */
    enum After {
        /** Some statement sets it. */
        SET,
        /** No statement sets it: it is h. */
        KEPT,
        /** The arm does not set it, but the {@code if} around it does in another arm. */
        NOT_HERE
    }

    /** An arm of an {@code if}: what the whole {@code if} sets, and what this arm does. */
    record Arm(Set<String> whole, Set<String> here) {}

    private final List<Arm> arms = new ArrayList<>();
    private Set<String> set = Set.of();

    /** All states that some statement sets. */
    void define(Set<String> states) {
        set = Set.copyOf(states);
    }

    boolean isSet(String state) {
        return set.contains(state);
    }

    void enter(Arm arm) {
        arms.add(arm);
    }

    void leave() {
        arms.remove(arms.size() - 1);
    }

    After reading(String state) {
        if (!set.contains(state)) {
            return After.KEPT;
        }
        for (Arm arm : arms) {
            if (!arm.whole().contains(state)) {
                return After.SET;
            } else if (!arm.here().contains(state)) {
                return After.NOT_HERE;
            }
        }
        return After.SET;
    }
}
