package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    @Test
    void theSeedsLossIsThePublishedOne() {
        Program program = SeedProgram.of(new Count.Fixed(3));
        Verifier.verify(program);
        Callee<Double> half =
                (order, arguments) -> List.of(List.of(arguments.get(0).get(0) / 2));
        List<Datum<Double>> arguments = Arrays.stream(new double[] {.3, .5, -.4, .7, 1.5, .25, 1})
                .mapToObj(Datum::of)
                .toList();

        List<Datum<Double>> found = new Evaluator<>(new Doubles(Map.of("w", half))).evaluate(program, arguments);

        assertEquals(0.00095190113637445755, found.get(0).number(), 1e-17);
    }

    @Test
    void noIterationLeavesTheStart() {
        Program program = SeedProgram.of(new Count.Dimension("T"));
        Verifier.verify(program);
        List<Datum<Double>> arguments = Arrays.stream(new double[] {.3, .5, -.4, .7, 1.5, .25, 3})
                .mapToObj(Datum::of)
                .toList();

        List<Datum<Double>> found = new Evaluator<>(new Doubles()).evaluate(program, arguments, Map.of("T", 0));

        assertEquals(9.0, found.get(0).number());
    }
}
