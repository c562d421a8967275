package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Reverse-mode differentiation, program to program. The primal is left as it is but for what it keeps; after it stands
 * its adjoint, with one backward loop for each loop: the adjoint recurrence, not the adjoint of an unrolled map. Only
 * outputs are added.
 *
 * <p>Source of the mathematics: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, chapter 3; for
 * linear algebra M. Giles, Collected matrix derivative results for forward and reverse mode algorithmic
 * differentiation, 2008.
 */
public final class Adjoint {
    private Adjoint() {}

    /**
     * The program with the gradients of LOSS (GRADIENT) and of PENALTY (PENALTY_GRADIENT, parameters only) by the inputs
     * that the plan names, in the plan's order. An input on which an output does not depend has the gradient zero.
     */
    public static Program differentiate(Program program, DerivativePlan plan) {
        Builder numbering = new Builder(Values.nextId(program));
        Primal primal = new Primal(program.body(), plan.recomputed());
        Builder after = numbering.inner();
        Titles titles = new Titles();
        List<Value> results = new ArrayList<>(program.body().results());
        List<Program.Output> outputs = new ArrayList<>(program.outputs());
        for (int i = 0; i < program.outputs().size(); i++) {
            Program.Purpose purpose = program.outputs().get(i).purpose();
            if (purpose == Program.Purpose.LOSS || purpose == Program.Purpose.PENALTY) {
                List<Integer> wrt = independent(program, plan.wrt(), purpose);
                Value one = after.at(new Origin(0, 0, Origin.Derivation.ADJOINT))
                        .literal(dev.orbit.compiler.program.Literal.of(1.0), Type.SCALAR);
                Value dependent = program.body().results().get(i);
                Sought sought = new Sought(List.of(dependent), List.of(one), values(program, wrt));
                results.addAll(gradient(program, plan, primal, after, titles, sought));
                for (int input : wrt) {
                    outputs.add(new Program.Output(
                            gradientOf(purpose), program.inputs().get(input).name()));
                }
            }
        }
        List<Instr> instrs = new ArrayList<>(primal.augmented(numbering));
        instrs.addAll(after.written());
        Region body = new Region(program.body().arguments(), instrs, results);
        return titles.in(new Program(program.inputs(), body, outputs));
    }

    private static Program.Purpose gradientOf(Program.Purpose purpose) {
        return purpose == Program.Purpose.LOSS ? Program.Purpose.GRADIENT : Program.Purpose.PENALTY_GRADIENT;
    }

    private static List<Integer> independent(Program program, List<String> names, Program.Purpose purpose) {
        List<Integer> positions = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < program.inputs().size(); i++) {
                Program.Input input = program.inputs().get(i);
                boolean counts = purpose == Program.Purpose.LOSS || input.role() == Program.Role.PARAMETER;
                if (input.name().equals(name) && counts) {
                    positions.add(i);
                }
            }
        }
        return positions;
    }

    /**
     * The program of J'u for all outputs together, J being their Jacobian: a SEED for each output, of its type and name,
     * after the inputs, and in the outputs' place a GRADIENT by each input that the plan names, in the plan's order.
     */
    public static Program transposed(Program program, DerivativePlan plan) {
        Builder numbering = new Builder(Values.nextId(program));
        Primal primal = new Primal(program.body(), plan.recomputed());
        Builder after = numbering.inner();
        Titles titles = new Titles();
        List<Program.Input> inputs = new ArrayList<>(program.inputs());
        List<Value> arguments = new ArrayList<>(program.body().arguments());
        List<Value> seeds = new ArrayList<>();
        for (int i = 0; i < program.outputs().size(); i++) {
            String of = program.outputs().get(i).of();
            inputs.add(new Program.Input(Program.Role.SEED, of));
            seeds.add(numbering
                    .named("weight")
                    .fresh(program.body().results().get(i).type()));
        }
        arguments.addAll(seeds);
        List<Integer> wrt = independent(program, plan.wrt(), Program.Purpose.LOSS);
        Sought sought = new Sought(program.body().results(), seeds, values(program, wrt));
        List<Value> results = gradient(program, plan, primal, after, titles, sought);
        List<Program.Output> outputs = new ArrayList<>();
        for (int input : wrt) {
            outputs.add(new Program.Output(
                    Program.Purpose.GRADIENT, program.inputs().get(input).name()));
        }
        List<Instr> instrs = new ArrayList<>(primal.augmented(numbering));
        instrs.addAll(after.written());
        return titles.in(new Program(inputs, new Region(arguments, instrs, results), outputs));
    }

    private static List<Value> values(Program program, List<Integer> inputs) {
        return inputs.stream().map(program.body().arguments()::get).toList();
    }

    /** What is differentiated, with which adjoints, and by what. */
    private record Sought(List<Value> dependent, List<Value> adjoints, List<Value> independent) {}

    private static List<Value> gradient(
            Program program, DerivativePlan plan, Primal primal, Builder after, Titles titles, Sought sought) {
        Activity activity = Activity.of(program.body(), sought.independent(), sought.dependent());
        Scope top = new Scope.Top(primal, after, program.body());
        Bars bars = new Bars(after, activity, titles);
        after.at(new Origin(0, 0, Origin.Derivation.ADJOINT));
        for (int i = 0; i < sought.dependent().size(); i++) {
            bars.add(sought.dependent().get(i), sought.adjoints().get(i));
        }
        new Sweep(plan, activity, titles).sweep(program.body(), top, bars);
        return sought.independent().stream().map(bars::takeOrZero).toList();
    }
}
