package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Statement.Destructure;
import dev.orbit.compiler.syntax.Statement.If;
import dev.orbit.compiler.syntax.Statement.Intermediate;
import dev.orbit.compiler.syntax.Statement.Loss;
import dev.orbit.compiler.syntax.Statement.Residual;
import dev.orbit.compiler.syntax.Statement.Update;
import dev.orbit.compiler.syntax.Statement.UpdateEntry;
import java.util.List;
import java.util.Optional;

/** Types single statements of the step; a wrong one gives nothing. */
final class StepStatements implements dev.orbit.compiler.syntax.Statement.Cases<List<Statement>> {
    private final Frame frame;
    private final boolean arm;

    private StepStatements(Frame frame, boolean arm) {
        this.frame = frame;
        this.arm = arm;
    }

    static List<Statement> check(Unit unit, Frame frame, boolean arm) {
        return unit.statement().match(new StepStatements(frame, arm));
    }

    /** The state of a name; reports if it is none. */
    static Optional<Symbol> state(Name name, Frame frame) {
        Optional<Meaning> found = frame.run().global().own(name.text());
        if (found.isPresent() && found.get().role() == Role.STATE) {
            return found.filter(Meaning::typed).map(Meaning::symbol);
        }
        if (!frame.run().isUnread(name.text())) {
            List<String> states = frame.run().global().names().stream()
                    .filter(n -> frame.run()
                            .global()
                            .own(n)
                            .map(m -> m.role() == Role.STATE)
                            .orElse(false))
                    .toList();
            frame.report()
                    .add(new StateProblem.UpdatesOther(name.span(), name.text(), found.map(m -> m.symbol()), states));
        }
        return Optional.empty();
    }

    @Override
    public List<Statement> update(Update update) {
        Optional<Symbol> state = state(update.state(), frame);
        Typed value = Expressions.check(update.value(), frame);
        if (state.isEmpty() || !value.isKnown()) {
            return List.of();
        }
        return value(state.get(), state.get().shape(), value, update.value())
                .<List<Statement>>map(expr -> List.of(new Statement.Next(state.get(), expr, update.span())))
                .orElse(List.of());
    }

    /** The new value of a state or part of it; a literal zero fills the shape. */
    private Optional<Expr> value(Symbol state, Shape shape, Typed value, Expression written) {
        Expr expr = value.expr().orElseThrow();
        if (expr.shape().agrees(shape)) {
            return Optional.of(expr);
        } else if (Expressions.isZero(written)) {
            return Optional.of(new Expr.Fill(expr, shape));
        }
        Operand right = frame.operand(value, written.span());
        frame.report().add(new ShapeProblem.EquationDiffers(written.span(), state, shape, right));
        return Optional.empty();
    }

    @Override
    public List<Statement> updateEntry(UpdateEntry update) {
        Optional<Symbol> state = state(update.state(), frame);
        Typed value = Expressions.check(update.value(), frame);
        if (state.isEmpty()) {
            return List.of();
        }
        Symbol symbol = state.get();
        Span span = update.subscripts().isEmpty()
                ? update.state().span()
                : update.state()
                        .span()
                        .to(update.subscripts()
                                .get(update.subscripts().size() - 1)
                                .span());
        Operand of =
                new Operand(symbol.name() + "'", symbol.shape(), update.state().span(), Optional.of(symbol.span()));
        Optional<Accesses.Selection> selection = Accesses.check(of, update.subscripts(), span, frame);
        if (selection.isEmpty() || !value.isKnown()) {
            return List.of();
        }
        return value(symbol, selection.get().shape(), value, update.value())
                .<List<Statement>>map(expr ->
                        List.of(new Statement.Update(symbol, selection.get().selectors(), expr, update.span())))
                .orElse(List.of());
    }

    @Override
    public List<Statement> intermediate(Intermediate intermediate) {
        Typed value = Expressions.check(intermediate.value(), frame);
        return define(intermediate.name(), Role.INTERMEDIATE, value, intermediate.value())
                .<List<Statement>>map(symbol ->
                        List.of(new Statement.Define(symbol, StepNames.fill(value, symbol), intermediate.span())))
                .orElse(List.of());
    }

    private Optional<Symbol> define(Name name, Role role, Typed value, Expression written) {
        if (!value.isKnown()) {
            StepNames.untyped(name, frame);
            return Optional.empty();
        }
        return StepNames.define(name, role, value, Expressions.isZero(written), written.span(), frame);
    }

    @Override
    public List<Statement> destructure(Destructure destructure) {
        return Destructuring.check(destructure, frame);
    }

    @Override
    public List<Statement> ifElse(If ifElse) {
        return Branches.check(ifElse, frame);
    }

    @Override
    public List<Statement> loss(Loss loss) {
        Typed value = Expressions.checkScalar(loss.value(), "a loss", frame);
        return value.expr()
                .<List<Statement>>map(expr -> List.of(new Statement.Loss(expr, loss.span())))
                .orElse(List.of());
    }

    @Override
    public List<Statement> residual(Residual residual) {
        Typed value = Expressions.check(residual.value(), frame);
        return value.expr()
                .<List<Statement>>map(expr -> List.of(new Statement.Residual(expr, residual.span())))
                .orElse(List.of());
    }

    @Override
    public List<Statement> output(dev.orbit.compiler.syntax.Statement.Output output) {
        if (arm) {
            frame.report()
                    .add(new StepProblem.OutputInArm(
                            output.span(), output.name().text()));
            return List.of();
        }
        Typed value = Expressions.check(output.value(), frame);
        Optional<Symbol> symbol = Names.isExport(output.name(), output.value())
                ? value.expr()
                        .map(expr -> frame.run().symbol(output.name(), Role.OUTPUT, expr.shape(), Optional.empty()))
                : define(output.name(), Role.OUTPUT, value, output.value());
        return symbol.<List<Statement>>map(s ->
                        List.of(new Statement.Predict(new Output(s, StepNames.fill(value, s)), output.span())))
                .orElse(List.of());
    }
}
