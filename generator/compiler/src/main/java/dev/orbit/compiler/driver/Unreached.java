package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds parameters that would reach the loss after more steps than are taken, or by a factor that is always zero: what is written
 * reads them, and what is computed does not.
 */
final class Unreached {
    private static final Set<Program.Purpose> WANTED = Set.of(Program.Purpose.LOSS, Program.Purpose.PENALTY);

    /** Codes of those that no number of steps would help. */
    private static final Set<String> KNOWN = Set.of("ORB409", "ORB410");

    private Unreached() {}

    @Code("ORB422")
    record NotWithin(Span span, String name, OptionalInt steps) implements SpecProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            String within =
                    steps.isEmpty() ? "" : " within " + steps.getAsInt() + (steps.getAsInt() == 1 ? " step" : " steps");
            return "the param `" + name + "` never reaches the loss" + within + ": its gradient is always zero";
        }

        @Override
        public Optional<String> help() {
            return steps.isEmpty()
                    ? Optional.of("what multiplies it is always zero")
                    : Optional.of("let the model take more steps, or read what the last step computes of it");
        }
    }

    /** Reports the parameters that the program of the loss does not read once it is simplified. */
    static void report(Model model, Diagnostics diagnostics) {
        Program program = Simplify.primal(Lower.lower(model, WANTED), List.of()).program();
        if (program.outputs().isEmpty()) {
            return;
        }
        Uses uses = Uses.of(program);
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < program.inputs().size(); i++) {
            Value value = program.body().arguments().get(i);
            if (program.inputs().get(i).role() == Program.Role.PARAMETER && uses.count(value) == 0) {
                unread.add(program.inputs().get(i).name());
            }
        }
        for (Symbol symbol : model.differentiate()) {
            boolean known = diagnostics.inOrder().stream()
                    .filter(said -> KNOWN.contains(said.code()))
                    .anyMatch(said -> said.at()
                            .filter(at -> at.span().equals(symbol.span()))
                            .isPresent());
            if (symbol.role() == Role.PARAMETER && unread.contains(symbol.name()) && !known) {
                diagnostics.report(model.source(), new NotWithin(symbol.span(), symbol.name(), steps(model)));
            }
        }
    }

    private static OptionalInt steps(Model model) {
        return model.iteration()
                .map(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                last -> OptionalInt.of(last.number() - iteration.first() + 1),
                                open -> OptionalInt.empty())))
                .orElse(OptionalInt.empty());
    }
}
