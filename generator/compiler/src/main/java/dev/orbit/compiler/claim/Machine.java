package dev.orbit.compiler.claim;

import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import java.util.List;
import java.util.Map;

/**
 * What evaluates the programs of a claim.
 *
 * @param <V> one number
 */
interface Machine<V> {
    /** In which the machine computes. */
    Algebra<V> algebra();

    /** The results of a program's body; {@code rows} are those of per-step data by the name of the open dim. */
    List<Datum<V>> run(Program program, List<Datum<V>> arguments, Map<String, Integer> rows);

    /** Step by step. */
    static <V> Machine<V> of(Algebra<V> algebra) {
        return new Machine<>() {
            @Override
            public Algebra<V> algebra() {
                return algebra;
            }

            @Override
            public List<Datum<V>> run(Program program, List<Datum<V>> arguments, Map<String, Integer> rows) {
                return new Evaluator<>(algebra).evaluate(program, arguments, rows);
            }
        };
    }
}
