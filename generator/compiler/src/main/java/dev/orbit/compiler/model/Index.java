package dev.orbit.compiler.model;

/** Where in a vector or matrix, counted from 1; or how often a function is repeated. Checked: it lies in its range. */
public sealed interface Index {
    /** Known when the class is generated, up to running indices. */
    record Fixed(Affine number) implements Index {}

    /** Known with the data: a reference to index data, or an entry of it. */
    record Given(Expr datum) implements Index {}

    /** The total fold: one case each. */
    interface Cases<R> {
        R fixed(Fixed index);

        R given(Given index);
    }

    default <R> R match(Cases<R> cases) {
        return this instanceof Fixed fixed ? cases.fixed(fixed) : cases.given((Given) this);
    }
}
