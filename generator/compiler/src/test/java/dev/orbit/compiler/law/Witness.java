package dev.orbit.compiler.law;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What dual numbers say of a program's gradient at a point. */
final class Witness {
    private final Program program;
    private final Map<String, SmoothFunction> functions;
    private final Seeds seeds;
    private final Map<String, Integer> dimensions;
    private final List<Datum<ManyDual>> duals;
    private final boolean strayed;

    Witness(Program program, Map<String, SmoothFunction> functions, Seeds seeds, Map<String, Integer> dimensions) {
        this.program = program;
        this.functions = functions;
        this.seeds = seeds;
        this.dimensions = dimensions;
        ManyDuals algebra = new ManyDuals(functions);
        this.duals = new Evaluator<>(algebra).evaluate(program, seeds.arguments(), dimensions);
        this.strayed = algebra.strayed();
    }

    /** At the same point, of another program with the same inputs. */
    Witness of(Program other) {
        return new Witness(other, functions, seeds, dimensions);
    }

    /**
     * Whether something on the way is not finite though the outputs are, because they do not read it: the mean over no
     * steps as the start of a state that no step reads. What is not finite times no influence is NaN in an adjoint.
     */
    boolean strayed() {
        return strayed;
    }

    /** Whether all outputs are finite and some derivative is not 0. */
    boolean isTelling() {
        return duals.stream().allMatch(dual -> dual.number().isFinite())
                && duals.stream().anyMatch(dual -> isSloped(dual.number()));
    }

    /** The derivative by an entry of what this output is the gradient by. */
    double slope(Program.Output gradient, int entry) {
        return of(gradient).slope(seeds.from(gradient.of()) + entry);
    }

    /** How far another number is from that derivative, relative to the sum of absolute contributions. */
    double relative(Program.Output gradient, int entry, double other) {
        double difference = Math.abs(other - slope(gradient, entry));
        double weight = of(gradient).weight(seeds.from(gradient.of()) + entry);
        return difference == 0 ? 0 : difference / Math.max(weight, Double.MIN_NORMAL);
    }

    private ManyDual of(Program.Output gradient) {
        Purpose of = gradient.purpose() == Purpose.PENALTY_GRADIENT ? Purpose.PENALTY : Purpose.LOSS;
        List<Purpose> purposes =
                program.outputs().stream().map(Program.Output::purpose).toList();
        return duals.get(purposes.indexOf(of)).number();
    }

    private static boolean isSloped(ManyDual dual) {
        return Arrays.stream(dual.slopes()).anyMatch(slope -> slope != 0);
    }
}
