package dev.orbit.compiler.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What formulas of vectors and matrices are written with. To everything but the printers such a node is a call of a function of a
 * name that no author can write; nothing is known of it but what it is applied to.
 */
public enum Notation {
    /** Product of linear algebra. */
    PRODUCT("·"),
    /** Product entry by entry. */
    ELEMENTWISE("⊙"),
    TRANSPOSED("ᵀ"),
    /** The sum of the products of the entries of two; of one with itself the square of its norm. */
    INNER("⟨⟩"),
    /** x, and where in it: rows, or rows and columns. */
    ENTRY("[]"),
    /** Parts below each other. */
    STACKED("[;]"),
    /** Parts side by side. */
    BESIDE("[,]"),
    /** What is summed, and the running index. */
    SUM("Σ"),
    /** What stands at each place, and the running index. */
    EACH("[for]"),
    /** What is differentiated, and by what. */
    DERIVATIVE("∂");

    private final String function;

    Notation(String function) {
        this.function = function;
    }

    /** The node of these operands. */
    public Formula of(Formulas formulas, Formula... operands) {
        return of(formulas, List.of(operands));
    }

    /** The node of these operands. */
    public Formula of(Formulas formulas, List<Formula> operands) {
        return formulas.call(function, List.of(), operands);
    }

    /** The notation of a node, if it is one of these. */
    public static Optional<Notation> of(Formula formula) {
        return formula instanceof Formula.Call call ? named(call.function()) : Optional.empty();
    }

    static Optional<Notation> named(String function) {
        return Arrays.stream(values())
                .filter(notation -> notation.function.equals(function))
                .findFirst();
    }
}
