package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Name;
import java.util.Optional;

/** Gives intermediates of the step their symbols. */
final class StepNames {
    private StepNames() {}

    /** A name whose value is wrong. */
    static void untyped(Name name, Frame frame) {
        if (mayDeclare(name, frame)) {
            Optional<Meaning> expected = frame.scope().own(name.text());
            if (expected.isEmpty()) {
                Symbol symbol = frame.run().symbol(name, Role.INTERMEDIATE, Shape.SCALAR, Optional.empty());
                frame.scope().put(Meaning.untyped(symbol));
            }
        }
    }

    /**
     * The symbol of a name for this value. One that is expected already (because it is lagged, or another arm sets it too)
     * must have its shape; a literal zero fills it.
     *
     * @return empty if the name or shape is wrong, which has been reported
     */
    static Optional<Symbol> define(Name name, Role role, Typed value, boolean zero, Span span, Frame frame) {
        if (!mayDeclare(name, frame)) {
            return Optional.empty();
        }
        Optional<Symbol> expected =
                frame.scope().own(name.text()).filter(Meaning::typed).map(Meaning::symbol);
        if (expected.isPresent() && !expected.get().shape().agrees(value.shape()) && !zero) {
            Symbol other = expected.get();
            Operand there = new Operand(name.text(), other.shape(), other.span(), Optional.of(other.span()));
            frame.report().add(new ShapeProblem.ArmsDiffer(span, name.text(), frame.operand(value, span), there));
            return Optional.empty();
        }
        Symbol symbol = expected.orElseGet(() -> frame.run().symbol(name, role, value.shape(), Optional.empty()));
        frame.scope().put(Meaning.of(symbol, value));
        return Optional.of(symbol);
    }

    /** The value as large as its symbol: a literal zero fills the shape. */
    static Expr fill(Typed value, Symbol symbol) {
        Expr expr = value.expr().orElseThrow();
        return expr.shape().agrees(symbol.shape()) ? expr : new Expr.Fill(expr, symbol.shape());
    }

    /** Whether the whole model leaves the name free; reports if it does not. */
    private static boolean mayDeclare(Name name, Frame frame) {
        Optional<Meaning> taken = frame.run().global().own(name.text());
        if (taken.isPresent() && taken.get().role() == Role.STATE) {
            frame.report()
                    .add(new StateProblem.PlainState(
                            name.span(), name.text(), taken.get().symbol().span()));
        } else if (taken.isPresent()) {
            frame.report()
                    .add(new NameProblem.DeclaredTwice(
                            name.span(), name.text(), taken.get().symbol().span()));
        } else if (name.text().equals("pi")) {
            frame.report().add(new NameProblem.PiRedeclared(name.span()));
        }
        return taken.isEmpty();
    }
}
