package dev.orbit.compiler.model;

/** What is taken along one axis. */
public sealed interface Selector {
    /** {@code v[i]}: one place; the axis disappears. */
    record At(Index index) implements Selector {}

    /** {@code v[i..j]} and {@code W[i, ..]}: {@code length} places from {@code first} on, counted from 1; the axis stays. */
    record Range(Affine first, Extent length) implements Selector {}

    /** The total fold: one case each. */
    interface Cases<R> {
        R at(At selector);

        R range(Range selector);
    }

    default <R> R match(Cases<R> cases) {
        return this instanceof At at ? cases.at(at) : cases.range((Range) this);
    }
}
