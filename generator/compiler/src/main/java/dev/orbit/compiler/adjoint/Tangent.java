package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward-mode differentiation, program to program: each loop carries the tangents of what it carries, so that nothing
 * is kept for later. The direction is the caller's: a SEED for each input by which is differentiated.
 *
 * <p>Source of the mathematics: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 3.
 */
public final class Tangent {
    private Tangent() {}

    /**
     * The program with, for each of its outputs, a TANGENT of the same name and type, after the outputs; and for each
     * of these inputs a SEED of the same name and type, after the inputs: what the input's tangent is.
     *
     * @param wrt names of inputs
     */
    public static Program differentiate(Program program, List<String> wrt) {
        Builder builder = new Builder(Values.nextId(program));
        List<Program.Input> inputs = new ArrayList<>(program.inputs());
        List<Value> arguments = new ArrayList<>(program.body().arguments());
        List<Value> independent = new ArrayList<>();
        Dots dots = new Dots(builder);
        for (int i = 0; i < program.inputs().size(); i++) {
            Value argument = program.body().arguments().get(i);
            String name = program.inputs().get(i).name();
            if (wrt.contains(name)) {
                independent.add(argument);
                inputs.add(new Program.Input(Program.Role.SEED, name));
                arguments.add(dots.seed(argument));
            }
        }
        List<Value> results = new ArrayList<>(program.body().results());
        List<Program.Output> outputs = new ArrayList<>(program.outputs());
        Activity activity = Activity.of(program.body(), independent, results);
        new Forward(builder, dots, activity).sweep(program.body());
        for (int i = 0; i < program.outputs().size(); i++) {
            results.add(dots.orZero(program.body().results().get(i)));
            outputs.add(new Program.Output(
                    Program.Purpose.TANGENT, program.outputs().get(i).of()));
        }
        return new Program(inputs, new Region(arguments, builder.written(), results), outputs);
    }
}
