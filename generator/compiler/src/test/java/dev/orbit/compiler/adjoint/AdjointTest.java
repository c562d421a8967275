package dev.orbit.compiler.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Callee;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.SeedProgram;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.symbolic.Symbolic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdjointTest {
    private static final Callee<Double> HALF =
            (order, arguments) -> List.of(List.of(arguments.get(0).get(0) / 2));

    @Test
    void theSeedsGradientIsThePublishedOne() {
        Program program = Adjoint.differentiate(
                SeedProgram.of(new Count.Fixed(3)),
                Planner.plan(
                        SeedProgram.of(new Count.Fixed(3)),
                        List.of("a", "b", "c", "d"),
                        new Symbolic(Duration.ofSeconds(5))));
        Verifier.verify(program);
        List<Datum<Double>> arguments = Arrays.stream(new double[] {.3, .5, -.4, .7, 1.5, .25, 1})
                .mapToObj(Datum::of)
                .toList();

        List<Datum<Double>> found = new Evaluator<>(new Doubles(Map.of("w", HALF))).evaluate(program, arguments);

        assertEquals(-0.044212126747777188394, found.get(1).number(), 1e-16);
        assertEquals(-0.017207821321264110571, found.get(2).number(), 1e-16);
        assertEquals(-0.0071226995271850016567, found.get(3).number(), 1e-16);
        assertEquals(-0.0069970138648420632150, found.get(4).number(), 1e-16);
    }
}
