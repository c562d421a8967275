package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Statement;
import dev.orbit.compiler.syntax.Statement.UpdateEntry;
import dev.orbit.compiler.syntax.Subscript;

/** Whether two statements may set the same state: only entries that are certainly different. */
final class Updates {
    private Updates() {}

    static boolean mayBoth(Statement one, Statement other) {
        if (!(one instanceof UpdateEntry first) || !(other instanceof UpdateEntry second)) {
            return false;
        }
        int axes = Math.min(first.subscripts().size(), second.subscripts().size());
        for (int axis = 0; axis < axes; axis++) {
            if (differ(first.subscripts().get(axis), second.subscripts().get(axis))) {
                return true;
            }
        }
        return false;
    }

    // Written numbers are enough: whoever computes indices updates the state as a whole.
    private static boolean differ(Subscript one, Subscript other) {
        return one instanceof Subscript.At first
                && other instanceof Subscript.At second
                && first.index() instanceof Expression.Number a
                && second.index() instanceof Expression.Number b
                && a.value() != b.value();
    }
}
