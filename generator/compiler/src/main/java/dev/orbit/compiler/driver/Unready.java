package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the language has and the emitter has not yet, so that it is refused where it stands. */
final class Unready {
    /** Operations of one equation. */
    private static final long LARGEST = 100_000;

    private Unready() {}

    @Code("ORB510")
    record Shaped(Span span, String shape) implements SpecProblem {
        @Override
        public String message() {
            return "this is a value of shape " + shape + "; so far classes are made of models of numbers alone";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write vectors and matrices as numbers: `x1`, `x2`; blocks of numbers such as"
                    + " `[p; q] = [a, b; c, d] * [x; y]` are taken apart and may stay");
        }
    }

    @Code("ORB513")
    record TooLarge(Span span, long size) implements SpecProblem {
        @Override
        public String message() {
            return "with functions put in and sums written out, this has more than " + LARGEST + " operations";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("let the model take steps instead: a loop costs no space");
        }
    }

    @Code("ORB514")
    record SecondDerivative(Span span, String function) implements SpecProblem {
        @Override
        public String message() {
            return "the gradient needs a second derivative of the abstract function `" + function + "`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("so far a class asks its functions for values and first derivatives; bind `" + function
                    + "` to an expression, or leave what stands here out of the gradient");
        }
    }

    /** Reports where the gradient asks an abstract function for more than its value and first derivative. */
    static void reportSecondDerivatives(Model model, Program derivative, Diagnostics diagnostics) {
        calls(derivative.body()).filter(call -> call.order().by().size() > 1).forEach(call -> {
            Origin origin = call.results().get(0).origin();
            Span span = new Span(origin.spanStart(), origin.spanEnd());
            diagnostics.report(
                    model.source(), new SecondDerivative(span, call.f().name()));
        });
    }

    private static Stream<Instr.Call> calls(Region region) {
        return region.instrs().stream()
                .flatMap(instr -> instr instanceof Instr.Call call
                        ? Stream.of(call)
                        : instr.regions().stream().flatMap(Unready::calls));
    }

    /** Reports what would make a class without bounds; together the parts of a model may have ten times as much. */
    static void reportSize(Model model, Diagnostics diagnostics) {
        WrittenSize size = new WrittenSize();
        Map<Span, Long> sizes = new LinkedHashMap<>();
        model.lets().forEach(let -> sizes.put(let.value().span(), size.of(let.value())));
        model.states().forEach(state -> sizes.put(state.start().span(), size.of(state.start())));
        model.step().forEach(statement -> sizes.put(statement.span(), size.of(statement)));
        Stream.of(model.losses(), model.residuals(), model.penalties())
                .flatMap(List::stream)
                .forEach(expr -> sizes.put(expr.span(), size.of(expr)));
        model.outputs().forEach(output -> sizes.put(output.value().span(), size.of(output.value())));
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        sizes.forEach((span, each) -> {
            if (each > LARGEST || total > 10 * LARGEST && each > LARGEST / 10) {
                diagnostics.report(model.source(), new TooLarge(span, each));
            }
        });
    }

    /** Reports the first place in each declaration or statement that cannot be emitted. */
    static void report(Model model, Program primal, Diagnostics diagnostics) {
        Set<Integer> lines = new LinkedHashSet<>();
        values(primal.body()).filter(value -> !value.type().shape().isEmpty()).forEach(value -> {
            Origin origin = value.origin();
            Span span = new Span(origin.spanStart(), origin.spanEnd());
            if (lines.add(model.source().position(span.start()).line())) {
                diagnostics.report(
                        model.source(), new Shaped(span, shape(value.type().shape())));
            }
        });
    }

    private static String shape(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Stream<Value> values(Region region) {
        return Stream.concat(
                region.arguments().stream(), region.instrs().stream().flatMap(Unready::values));
    }

    private static Stream<Value> values(Instr instr) {
        return Stream.concat(instr.results().stream(), instr.regions().stream().flatMap(Unready::values));
    }
}
