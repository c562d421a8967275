package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Connective;
import java.util.List;
import java.util.Optional;

/**
 * What a program is evaluated in: numbers, truths about them, and the abstract functions. A truth is a {@code V}, too,
 * so that an algebra of symbols can keep it open; see {@link OrderedAlgebra} where every truth is known.
 *
 * @param <V> one number
 */
public interface Algebra<V> extends Arithmetic<V> {
    /** A number of the program. Exact algebras read its text. */
    default V literal(Literal literal) {
        return constant(literal.value());
    }

    /** {@code x * y + sum}, rounded once where the algebra rounds. */
    default V multiplyAdd(V x, V y, V sum) {
        return add(sum, multiply(x, y));
    }

    V truth(boolean known);

    V compare(Comparison op, V x, V y);

    V connect(Connective op, List<V> truths);

    /** What a truth is, if it is known: then only the branch taken is evaluated. */
    Optional<Boolean> decide(V truth);

    /** One of two numbers, by a truth that is not known. */
    V choose(V truth, V then, V otherwise);

    /**
     * Calls an abstract function.
     *
     * @param arguments entries of each argument, row-major, as {@link Abstract.Order} says
     * @return entries of each result, row-major
     */
    List<List<V>> call(Abstract f, Abstract.Order order, List<List<V>> arguments);
}
