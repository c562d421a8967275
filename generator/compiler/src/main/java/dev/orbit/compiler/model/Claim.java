package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;

/**
 * A statement about the model that is proved, refuted or tested.
 *
 * @param assumptions each a comparison; all of them hold
 * @param at where it is claimed; empty substitutions: for all values
 */
public record Claim(String text, List<Condition.Compare> assumptions, Point at, Fact fact, Span span) {
    public Claim {
        assumptions = List.copyOf(assumptions);
    }

    /** Where a claim is made. */
    public sealed interface Point {
        /** At a named start. */
        record AtInit(Init init, Span span) implements Point {}

        /** Where some parameters, inputs and constants have values; all are put in at once. None: everywhere. */
        record AtValues(List<Substitution> substitutions) implements Point {
            public AtValues {
                substitutions = List.copyOf(substitutions);
            }
        }

        /** The total fold: one case each. */
        interface Cases<R> {
            R atInit(AtInit point);

            R atValues(AtValues point);
        }

        default <R> R match(Cases<R> cases) {
            return this instanceof AtInit init ? cases.atInit(init) : cases.atValues((AtValues) this);
        }
    }

    /** {@code symbol} (a parameter, datum or constant) is {@code value}, which has its shape. */
    public record Substitution(Symbol symbol, Expr value) {}

    /** What is claimed. */
    public sealed interface Fact {
        /** For all sides: left and right are equal for all values of what is left free, entry by entry. */
        record Equal(List<Sides> sides) implements Fact {
            public Equal {
                sides = List.copyOf(sides);
            }
        }

        /** For each of the sides: left and right differ, somewhere, in at least one entry. */
        record NotEqual(List<Sides> sides) implements Fact {
            public NotEqual {
                sides = List.copyOf(sides);
            }
        }

        /** For each of {@code of}: its leading power as {@code small} (a constant) tends to 0 from above is {@code power}. */
        record Order(List<Expr> of, Symbol small, int power) implements Fact {
            public Order {
                of = List.copyOf(of);
            }
        }

        /** The total fold: one case each. */
        interface Cases<R> {
            R equal(Equal fact);

            R notEqual(NotEqual fact);

            R order(Order fact);
        }

        default <R> R match(Cases<R> cases) {
            if (this instanceof Equal equal) {
                return cases.equal(equal);
            } else if (this instanceof NotEqual notEqual) {
                return cases.notEqual(notEqual);
            }
            return cases.order((Order) this);
        }
    }

    /** Two values of one shape, or one of them a scalar that is meant in every entry. */
    public record Sides(Expr left, Expr right) {}
}
