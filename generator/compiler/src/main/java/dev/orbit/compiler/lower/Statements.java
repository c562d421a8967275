package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Offers;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lowers the statements of a step, in the order in which they can be carried out. */
final class Statements implements Statement.Cases<Boolean> {
    private final Frame frame;
    private final Expressions expressions;
    private final boolean keepsResiduals;
    /** Values of outputs and residuals, by what was written for them. */
    private final Map<Expr, Value> offered = new LinkedHashMap<>();

    /** @param keepsResiduals whether residuals are wanted for themselves, and not for their squares alone */
    Statements(Frame frame, boolean keepsResiduals) {
        this.frame = frame;
        this.expressions = new Expressions(frame);
        this.keepsResiduals = keepsResiduals;
    }

    /** Carries them out; returns the values of the step's outputs and of the residuals, if these are kept. */
    Map<Expr, Value> run(List<Statement> statements) {
        statements.forEach(statement -> statement.match(this));
        return offered;
    }

    /** The term under the author's name: a value that has none yet gets it. */
    private Term named(dev.orbit.compiler.model.Expr expr, Symbol symbol) {
        return frame.rename(expressions.term(expr), symbol);
    }

    @Override
    public Boolean define(Statement.Define statement) {
        frame.define(statement.intermediate(), named(statement.value(), statement.intermediate()));
        return true;
    }

    @Override
    public Boolean next(Statement.Next statement) {
        frame.definePrimed(statement.state(), named(statement.value(), statement.state()));
        return true;
    }

    @Override
    public Boolean update(Statement.Update statement) {
        Symbol state = statement.state();
        Value before = Steps.whole(frame.primed(state), state, frame);
        Value entry = expressions.value(statement.value());
        Value after = Accesses.replace(before, statement.selectors(), entry, frame);
        frame.definePrimed(state, new Term.Plain(after));
        return true;
    }

    @Override
    public Boolean branch(Statement.Branch statement) {
        List<Value> results = arms(statement, 0, frame);
        int at = 0;
        for (Symbol state : statement.states()) {
            frame.definePrimed(state, new Term.Plain(results.get(at++)));
        }
        for (Symbol joined : statement.joined()) {
            frame.define(joined, new Term.Plain(results.get(at++)));
        }
        if (hasLoss(statement)) {
            frame.losses.add(results.get(at++));
        }
        for (Statement.Residual residual : kept(statement)) {
            offered.put(residual.value(), results.get(at++));
        }
        return true;
    }

    private static boolean hasLoss(Statement statement) {
        if (statement instanceof Statement.Branch branch) {
            return branch.otherwise().stream().anyMatch(Statements::hasLoss)
                    || branch.arms().stream()
                            .anyMatch(arm -> arm.statements().stream().anyMatch(Statements::hasLoss));
        }
        return statement instanceof Statement.Loss || statement instanceof Statement.Residual;
    }

    private List<Statement.Residual> kept(Statement.Branch branch) {
        return keepsResiduals ? Offers.residuals(List.of(branch)) : List.of();
    }

    /** The values that the arms from this one on leave: of states, of joined intermediates, the loss, and residuals. */
    private List<Value> arms(Statement.Branch branch, int arm, Frame inside) {
        if (arm == branch.arms().size()) {
            return leave(branch, branch.otherwise(), inside);
        }
        Value condition = Branches.condition(branch.arms().get(arm).condition(), inside);
        List<Statement> statements = branch.arms().get(arm).statements();
        Region then = Branches.region(inside, taken -> leave(branch, statements, taken));
        Region otherwise = Branches.region(inside, other -> arms(branch, arm + 1, other));
        return inside.at(branch.span()).branch(condition, then, otherwise);
    }

    private List<Value> leave(Statement.Branch branch, List<Statement> statements, Frame inside) {
        Map<Expr, Value> here = new Statements(inside, keepsResiduals).run(statements);
        List<Value> values = new ArrayList<>();
        branch.states().forEach(state -> values.add(Steps.whole(inside.primed(state), state, inside)));
        branch.joined().forEach(symbol -> values.add(Steps.whole(inside.name(symbol), symbol, inside)));
        if (hasLoss(branch)) {
            values.add(loss(inside));
        }
        for (Statement.Residual residual : kept(branch)) {
            Value value = here.get(residual.value());
            values.add(value == null ? inside.builder.literal(Literal.of(0.0), typeOf(residual)) : value);
        }
        return values;
    }

    private static Type typeOf(Statement.Residual residual) {
        return Types.of(residual.value().shape());
    }

    private static Value loss(Frame inside) {
        return Sums.total(inside.losses, inside.builder)
                .orElseGet(() -> inside.builder.literal(Literal.of(0.0), Type.SCALAR));
    }

    @Override
    public Boolean loss(Statement.Loss statement) {
        frame.losses.add(expressions.value(statement.value()));
        return true;
    }

    @Override
    public Boolean residual(Statement.Residual statement) {
        Value residual = expressions.value(statement.value());
        frame.losses.add(Sums.squares(residual, frame.at(statement.span())));
        if (keepsResiduals) {
            offered.put(statement.value(), residual);
        }
        return true;
    }

    @Override
    public Boolean predict(Statement.Predict statement) {
        Symbol symbol = statement.output().symbol();
        frame.define(symbol, named(statement.output().value(), symbol));
        offered.put(statement.output().value(), Steps.whole(frame.name(symbol), symbol, frame));
        return true;
    }
}
