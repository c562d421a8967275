package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the language has and the emitter has not yet, so that it is refused where it stands. */
final class Unready {
    private Unready() {}

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
    static void report(Model model, Program derivative, Diagnostics diagnostics) {
        calls(derivative.body()).filter(Unready::isSecond).forEach(call -> {
            Origin origin = call.results().get(0).origin();
            Span span = new Span(origin.spanStart(), origin.spanEnd());
            diagnostics.report(
                    model.source(), new SecondDerivative(span, call.f().name()));
        });
    }

    private static boolean isSecond(Instr.Call call) {
        return call.order().kind() == Abstract.Order.Kind.PARTIAL
                && call.order().by().size() > 1;
    }

    private static Stream<Instr.Call> calls(Region region) {
        return region.instrs().stream()
                .flatMap(instr -> instr instanceof Instr.Call call
                        ? Stream.of(call)
                        : instr.regions().stream().flatMap(Unready::calls));
    }
}
