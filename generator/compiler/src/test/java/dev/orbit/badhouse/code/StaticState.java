package dev.orbit.badhouse.code;

import java.util.HashMap;
import java.util.List;

final class StaticState {

    static final double[] OPEN = {1.0};
    static final HashMap<String, String> CACHE = new HashMap<>();
    static final List<String> NAMES = List.of("no state");
    private static final int[] TABLE = {1, 2};
    private static int counter;

    private StaticState() {}

    static int next() {
        counter += TABLE[0];
        return counter;
    }
}
