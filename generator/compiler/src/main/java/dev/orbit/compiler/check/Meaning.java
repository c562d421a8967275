package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a name stands for, with what only the checker wants to know of it.
 *
 * @param typed whether the symbol's shape is known; if not, what reads it is unknown too
 * @param datum for data
 * @param rows row blocks of a value that a block literal made
 * @param number the value of a constant or dim
 * @param whole the whole number that a dim or a running index is
 */
record Meaning(
        Symbol symbol,
        boolean typed,
        Optional<Datum> datum,
        List<RowBlock> rows,
        OptionalDouble number,
        Optional<Affine> whole) {
    static Meaning untyped(Symbol symbol) {
        return new Meaning(symbol, false, Optional.empty(), List.of(), OptionalDouble.empty(), Optional.empty());
    }

    static Meaning of(Symbol symbol) {
        return new Meaning(symbol, true, Optional.empty(), List.of(), OptionalDouble.empty(), Optional.empty());
    }

    static Meaning of(Datum datum) {
        return new Meaning(
                datum.symbol(), true, Optional.of(datum), List.of(), OptionalDouble.empty(), Optional.empty());
    }

    /** A name for an expression: it keeps the row blocks and, for a constant, the number. */
    static Meaning of(Symbol symbol, Typed value) {
        return new Meaning(
                symbol,
                true,
                Optional.empty(),
                value.rows(),
                symbol.role() == Role.CONSTANT ? value.number() : OptionalDouble.empty(),
                Optional.empty());
    }

    static Meaning of(Symbol symbol, Affine whole) {
        OptionalDouble number = whole.isConstant() ? OptionalDouble.of(whole.constant()) : OptionalDouble.empty();
        return new Meaning(symbol, true, Optional.empty(), List.of(), number, Optional.of(whole));
    }

    Meaning withRows(List<RowBlock> blocks) {
        return new Meaning(symbol, typed, datum, blocks, number, whole);
    }

    String name() {
        return symbol.name();
    }

    Role role() {
        return symbol.role();
    }

    /** Whether there is one value for each step. */
    boolean perStep() {
        return datum.map(Datum::perStep).orElse(false);
    }

    /** The dim without a value: the number of steps. */
    boolean isOpenDim() {
        return role() == Role.DIM && typed && whole.isEmpty();
    }

    boolean isIndex() {
        return datum.flatMap(Datum::range).isPresent();
    }
}
