package dev.orbit.compiler.claim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.SpecFiles;
import dev.orbit.compiler.analyse.Subject;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What moves the loss, as it is followed through one evaluation, against the gradient that the adjoint computes. */
class FlowTest {
    private static final Span NOWHERE = new Span(0, 0);
    private static final int STEPS = 3;

    private int compared;
    private int dead;
    private int cancelled;

    /** Where the gradient is not zero, the loss moves; where nothing moves the loss, the gradient is exactly zero. */
    @Test
    void theFlowAndTheAdjointAgreeOnEveryGoodSpec() {
        for (Path file : SpecFiles.good()) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<Model> model = SpecParser.parse(new SourceFile("Flow.orbit", SpecFiles.text(file)), diagnostics)
                    .flatMap(read -> Check.check(read, Overrides.NONE, diagnostics));
            model.filter(checked -> size(checked) < 500).ifPresent(checked -> compare(file, checked));
        }
        assertTrue(compared > 400 && dead > 100, compared + " parameters, " + dead + " of them dead");
        // a gradient whose parts cancel exactly is rare; a path that is followed too far would make it common
        assertTrue(cancelled * 20 < compared, cancelled + " of " + compared + " cancel");
    }

    private static int size(Model model) {
        return model.parameters().stream()
                .mapToInt(parameter -> parameter.symbol().shape().size())
                .sum();
    }

    private void compare(Path file, Model whole) {
        int before = Horizons.before(whole);
        int rows = Math.min(Horizons.fixedRows(whole).orElse(before + STEPS), before + STEPS);
        Model model = whole.iteration().isPresent() ? Subject.shortened(whole, rows - before) : whole;
        List<Symbol> parameters = model.differentiate().stream()
                .filter(symbol -> symbol.role() == Role.PARAMETER)
                .toList();
        List<Expr> gradients = parameters.stream()
                .<Expr>map(symbol -> new Expr.Gradient(symbol, NOWHERE))
                .toList();
        Random random = new Random(5);
        for (int zeros = 0; zeros < 5; zeros++) {
            double part = zeros / 4.0;
            List<Claim.Substitution> at = model.parameters().stream()
                    .filter(parameter -> parameter.interval().isEmpty())
                    .map(Parameter::symbol)
                    .filter(symbol -> random.nextDouble() < part)
                    .map(FlowTest::zero)
                    .toList();
            ClaimProgram program = new ClaimProgram(model, List.of(), new Claim.Point.AtValues(at), gradients);
            StartPoint point = StartPoint.of(model, program, rows, zeros);
            List<List<Double>> values = program.compared(
                    Machine.of(new ValueAlgebra()), point.arguments(), point.open(), (condition, left, right) -> {});
            Flow flow = Flow.of(model, point);
            for (int i = 0; i < parameters.size(); i++) {
                check(file, flow, parameters.get(i), values.get(i));
            }
        }
    }

    private static Claim.Substitution zero(Symbol symbol) {
        Expr number = new Expr.Number(0, "0", NOWHERE);
        return new Claim.Substitution(
                symbol, symbol.shape().isScalar() ? number : new Expr.Fill(number, symbol.shape()));
    }

    private void check(Path file, Flow flow, Symbol parameter, List<Double> gradient) {
        boolean[] moved = flow.movedBy(parameter);
        boolean moves = flow.losses().stream().anyMatch(loss -> moved[loss.number()]);
        boolean zero = gradient.stream().allMatch(each -> each == 0);
        assertTrue(
                moves || zero,
                () -> file + ": nothing moves the loss, but gradient(" + parameter.name() + ") is " + gradient);
        compared++;
        cancelled += moves && zero ? 1 : 0;
        if (!moves) {
            dead++;
            String why = new DeadEnds(flow).why(parameter);
            assertFalse(why.contains("cancel") || why.contains(" it "), file + ": " + why);
        }
    }
}
