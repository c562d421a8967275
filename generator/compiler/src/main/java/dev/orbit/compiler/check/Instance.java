package dev.orbit.compiler.check;

import dev.orbit.compiler.model.FunctionInstance;
import java.util.List;
import java.util.Optional;

/**
 * A function put in for arguments of some shapes.
 *
 * @param function empty when something in it is wrong
 * @param height how deep its body nests
 * @param problems what was found in its body: told at every call, since the report of a call may be dropped
 * @param underWay whether its body is being checked right now
 */
record Instance(Optional<FunctionInstance> function, int height, List<Report.Found> problems, boolean underWay) {
    static final Instance UNDER_WAY = new Instance(Optional.empty(), 0, List.of(), true);
}
