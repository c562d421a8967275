package dev.orbit.compiler.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.OrderedAlgebra;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.RandomPrograms;
import dev.orbit.compiler.program.RandomPrograms.Sample;
import dev.orbit.compiler.program.ReferenceAlgebra;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.reference.DoubleDouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pass keeps its law on seeded random programs; so does what they are together. */
class LawsTest {
    private static final int PROGRAMS = Integer.getInteger("orbit.laws", 150);
    private static final OrderedAlgebra<Double> DOUBLES = ReferenceAlgebra.doubles();
    private static final ReferenceAlgebra<DoubleDouble> EXACT = ReferenceAlgebra.doubleDoubles();

    @Test
    void eachPassKeepsItsLaw() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Sample sample = RandomPrograms.of(seed);
            Program before = sample.program();
            Verifier.verify(before);
            for (Pass pass : Simplify.passes(StableForm.all())) {
                Program after = pass.apply(before);
                String where = pass.name() + ", seed " + seed;
                verify(after, where, before);
                compare(pass.law(), sample, before, after, where);
                // the next pass sees what this one wrote
                before = after;
            }
        }
    }

    @Test
    void structuralZerosOnesAndFactorsChangeNoDigit() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Sample sample = RandomPrograms.of(seed);
            List<Double> expected = numbers(new Evaluator<>(DOUBLES).evaluate(sample.program(), sample.arguments()));
            for (Pass pass : List.of(Simplify.ZEROS_AND_ONES, Simplify.FACTORS)) {
                Program after = pass.apply(sample.program());
                List<Double> found = numbers(new Evaluator<>(DOUBLES).evaluate(after, sample.arguments()));
                for (int i = 0; i < expected.size(); i++) {
                    // == takes both zeros for one
                    boolean same = expected.get(i).doubleValue() == found.get(i) || !Double.isFinite(expected.get(i));
                    assertTrue(same, pass.name() + ", seed " + seed + ": " + expected + " " + found);
                }
            }
        }
    }

    @Test
    void simplifyingIsEqualInTheRealsAndSettles() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Sample sample = RandomPrograms.of(seed);
            Program after = Simplify.simplify(sample.program());
            verify(after, "simplify, seed " + seed, sample.program());
            compare(Law.REAL, sample, sample.program(), after, "simplify, seed " + seed);
            assertEquals(Printer.render(after), Printer.render(Simplify.simplify(after)), "seed " + seed);
        }
    }

    @Test
    void aProgramAndItsSimplificationAreTheSameTwice() {
        for (long seed = 0; seed < 20; seed++) {
            String once =
                    Printer.render(Simplify.simplify(RandomPrograms.of(seed).program()));
            assertEquals(
                    once,
                    Printer.render(Simplify.simplify(RandomPrograms.of(seed).program())));
        }
    }

    private static void verify(Program program, String where, Program before) {
        try {
            Verifier.verify(program);
        } catch (IllegalStateException problem) {
            throw new AssertionError(
                    where + ": " + problem.getMessage() + "\n" + Printer.render(before) + "\n"
                            + Printer.render(program),
                    problem);
        }
    }

    private static void compare(Law law, Sample sample, Program before, Program after, String where) {
        switch (law) {
            case BITWISE -> {
                List<Long> expected = bits(new Evaluator<>(DOUBLES).evaluate(before, sample.arguments()));
                List<Long> found = bits(new Evaluator<>(DOUBLES).evaluate(after, sample.arguments()));
                assertTrue(
                        expected.equals(found),
                        () -> where + "\n" + expected + "\n" + found + "\n" + Printer.render(before) + "\n"
                                + Printer.render(after));
            }
            case REAL -> {
                List<Datum<DoubleDouble>> arguments = sample.arguments().stream()
                        .map(datum -> datum.map(DoubleDouble::of))
                        .toList();
                List<DoubleDouble> expected = numbers(new Evaluator<>(EXACT).evaluate(before, arguments));
                List<DoubleDouble> found = numbers(new Evaluator<>(EXACT).evaluate(after, arguments));
                for (int i = 0; i < expected.size(); i++) {
                    double scale = Math.max(1, Math.abs(expected.get(i).doubleValue()));
                    double error = found.get(i).minus(expected.get(i)).doubleValue();
                    boolean hidden = !expected.get(i).isFinite();
                    assertTrue(
                            hidden || Math.abs(error) <= 1e-20 * scale,
                            () -> where + ": " + expected + " " + found + "\n" + Printer.render(before) + "\n"
                                    + Printer.render(after));
                }
            }
        }
    }

    private static List<Long> bits(List<Datum<Double>> data) {
        return numbers(data).stream().map(Double::doubleToLongBits).toList();
    }

    private static <V> List<V> numbers(List<Datum<V>> data) {
        List<V> numbers = new ArrayList<>();
        data.forEach(datum -> datum.match(new Datum.Cases<V, Boolean>(
                entries -> numbers.addAll(entries.entries()),
                index -> false,
                stack -> numbers.addAll(numbers(stack.rows())))));
        return numbers;
    }
}
