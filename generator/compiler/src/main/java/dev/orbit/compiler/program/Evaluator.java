package dev.orbit.compiler.program;

import java.util.List;
import java.util.Map;

/**
 * Evaluates a program in an algebra, instruction by instruction in the order written. Over {@link Doubles} its bits are
 * the meaning of the program: emitted code must agree with it.
 *
 * <p>An open dimension is the number of rows of the arguments that are stacked over it; inside a loop over EXAMPLES it is
 * that of the example.
 *
 * @param <V> one number
 */
public final class Evaluator<V> {
    private final Algebra<V> algebra;
    private final Watch<V> watch;

    /**
     * Is told of every value when it is computed, as often as that happens.
     *
     * @param <V> one number
     */
    @FunctionalInterface
    public interface Watch<V> {
        /** What is to be taken for the value from now on: the datum, or the same numbers marked. */
        Datum<V> defined(Value value, Datum<V> datum);
    }

    public Evaluator(Algebra<V> algebra) {
        this(algebra, (value, datum) -> datum);
    }

    public Evaluator(Algebra<V> algebra, Watch<V> watch) {
        this.algebra = algebra;
        this.watch = watch;
    }

    /** The same with no open dimension but those that the arguments' rows tell. */
    public List<Datum<V>> evaluate(Program program, List<Datum<V>> arguments) {
        return evaluate(program, arguments, Map.of());
    }

    /**
     * The results of a program's body, in order.
     *
     * @param program a verified program
     * @param arguments one for each input, of its shape
     * @param dimensions open dimensions that no argument's rows tell
     * @throws IllegalArgumentException if the arguments do not fit the program
     */
    public List<Datum<V>> evaluate(Program program, List<Datum<V>> arguments, Map<String, Integer> dimensions) {
        List<Value> inputs = program.body().arguments();
        if (inputs.size() != arguments.size()) {
            throw new IllegalArgumentException(inputs.size() + " arguments wanted, but found " + arguments.size());
        }
        Environment<V> environment = new Environment<>(Values.nextId(program), dimensions, watch);
        for (int i = 0; i < inputs.size(); i++) {
            Environment.requireFits(arguments.get(i), inputs.get(i));
            environment.define(inputs.get(i), arguments.get(i));
            environment.measure(inputs.get(i).type(), arguments.get(i));
        }
        return new Evaluation<>(algebra, environment).run(program.body());
    }
}
