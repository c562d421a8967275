package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.program.Program.Output;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.Dual;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a program says is its derivative with dual numbers on its loss: both in about 30 digits, entry by entry of
 * the input.
 */
public final class GradientWitness {
    private static final ReferenceAlgebra<DoubleDouble> NUMBERS = ReferenceAlgebra.doubleDoubles();
    private static final ReferenceAlgebra<Dual<DoubleDouble>> DUALS = ReferenceAlgebra.duals();

    private GradientWitness() {}

    /**
     * Fails unless every GRADIENT of the program is the derivative of its LOSS to this many digits of the largest entry
     * of all gradients.
     */
    public static void agrees(Program program, List<Datum<Double>> arguments, int digits) {
        Verifier.verify(program);
        List<Datum<DoubleDouble>> exact =
                arguments.stream().map(datum -> datum.map(DoubleDouble::of)).toList();
        List<Datum<DoubleDouble>> results = new Evaluator<>(NUMBERS).evaluate(program, exact);
        List<Double> errors = new ArrayList<>();
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < program.outputs().size(); i++) {
            Output output = program.outputs().get(i);
            if (output.purpose() == Purpose.GRADIENT) {
                List<DoubleDouble> found = numbers(results.get(i));
                List<DoubleDouble> expected = derivatives(program, exact, input(program, output.of()));
                assertTrue(found.size() == expected.size(), "entries of the gradient by " + output.of());
                for (int entry = 0; entry < found.size(); entry++) {
                    largest = Math.max(largest, Math.abs(expected.get(entry).doubleValue()));
                    errors.add(found.get(entry).minus(expected.get(entry)).doubleValue());
                }
            }
        }
        assertTrue(!errors.isEmpty(), "no gradient among the outputs");
        for (double error : errors) {
            assertTrue(
                    Math.abs(error) <= Math.pow(10, -digits) * largest,
                    "errors " + errors + " of gradients up to " + largest + "\n" + Printer.render(program));
        }
    }

    private static int input(Program program, String name) {
        List<String> names = program.inputs().stream().map(Program.Input::name).toList();
        return names.indexOf(name);
    }

    /** Derivatives of the sum of the losses by each entry of an input. */
    private static List<DoubleDouble> derivatives(Program program, List<Datum<DoubleDouble>> arguments, int input) {
        Program losses = Slice.outputs(program, output -> output.purpose() == Purpose.LOSS);
        int entries = numbers(arguments.get(input)).size();
        List<DoubleDouble> derivatives = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            List<Datum<Dual<DoubleDouble>>> seeded = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                int wanted = i == input ? entry : -1;
                int[] next = {0};
                seeded.add(arguments
                        .get(i)
                        .map(x -> new Dual<>(x, next[0]++ == wanted ? DoubleDouble.ONE : DoubleDouble.ZERO)));
            }
            DoubleDouble sum = DoubleDouble.ZERO;
            for (Datum<Dual<DoubleDouble>> loss : new Evaluator<>(DUALS).evaluate(losses, seeded)) {
                sum = sum.plus(loss.number().derivative());
            }
            derivatives.add(sum);
        }
        return derivatives;
    }

    static <V> List<V> numbers(Datum<V> datum) {
        List<V> numbers = new ArrayList<>();
        return datum.match(new Datum.Cases<V, List<V>>(entries -> entries.entries(), index -> numbers, stack -> {
            stack.rows().forEach(row -> numbers.addAll(numbers(row)));
            return numbers;
        }));
    }
}
