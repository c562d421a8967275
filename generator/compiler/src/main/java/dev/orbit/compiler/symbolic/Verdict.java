package dev.orbit.compiler.symbolic;

import java.util.function.Function;

/** Whether two formulas are the same function. */
public sealed interface Verdict {
    /** They are, by exact symbolic arithmetic: wherever both are defined, but for poles. */
    record Equal() implements Verdict {}

    /** They are not: they differ at this point. */
    record Different(Witness witness) implements Verdict {}

    /**
     * It was neither proved nor refuted.
     *
     * @param reason why no proof was found
     * @param points at how many random points they agreed
     */
    record Undecided(String reason, int points) implements Verdict {}

    /** One function for each verdict. */
    record Cases<R>(Function<Equal, R> equal, Function<Different, R> different, Function<Undecided, R> undecided) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Equal equal) {
            return cases.equal().apply(equal);
        } else if (this instanceof Different different) {
            return cases.different().apply(different);
        }
        return cases.undecided().apply((Undecided) this);
    }
}
