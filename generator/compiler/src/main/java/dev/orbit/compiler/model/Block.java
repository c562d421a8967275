package dev.orbit.compiler.model;

/** One block of a block literal. Its size is the extent of its row by the extent of its column. */
public sealed interface Block {
    /** Structural zero, of whatever size. */
    record Zero() implements Block {}

    /** Structural identity: a square block; a lone {@code 1} is the 1 by 1 identity. */
    record Identity() implements Block {}

    /** A value: a matrix, a vector (one column), or a scalar (1 by 1). */
    record Part(Expr value) implements Block {}

    /** The total fold: one case each. */
    interface Cases<R> {
        R zero(Zero block);

        R identity(Identity block);

        R part(Part block);
    }

    default <R> R match(Cases<R> cases) {
        if (this instanceof Zero zero) {
            return cases.zero(zero);
        } else if (this instanceof Identity identity) {
            return cases.identity(identity);
        }
        return cases.part((Part) this);
    }
}
