package dev.orbit.compiler.function;

/**
 * What one application costs, for the cost account and for the choice between two forms of a derivative.
 *
 * @param kind the column of the account in which the application is counted
 * @param weight about how long it takes, in multiplications of two doubles; 0 where it is absorbed by a neighbour
 */
public record Cost(Kind kind, int weight) {
    /** The columns of the cost account. A {@code FUNCTION} is counted under the name of its row. */
    public enum Kind {
        SIGN,
        ADDITION,
        MULTIPLICATION,
        DIVISION,
        ROOT,
        COMPARISON,
        FUNCTION
    }

    static final Cost SIGN = new Cost(Kind.SIGN, 0);
    static final Cost ADDITION = new Cost(Kind.ADDITION, 1);
    static final Cost MULTIPLICATION = new Cost(Kind.MULTIPLICATION, 1);
    static final Cost DIVISION = new Cost(Kind.DIVISION, 4);
    static final Cost ROOT = new Cost(Kind.ROOT, 5);
    static final Cost COMPARISON = new Cost(Kind.COMPARISON, 1);

    static Cost function(int weight) {
        return new Cost(Kind.FUNCTION, weight);
    }
}
