package dev.orbit.compiler.lower;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Offers;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.State;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Slice;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers a model to the program of one example: what is written, step by step, nothing simplified. */
public final class Lower {
    private final Model model;
    private final Builder builder = new Builder(0);
    private final Frame frame;
    private final List<Program.Input> inputs = new ArrayList<>();
    private final List<Value> arguments = new ArrayList<>();
    private final List<Program.Output> outputs = new ArrayList<>();
    private final List<Value> results = new ArrayList<>();

    private Lower(Model model) {
        this.model = model;
        this.frame = new Frame(builder, new Horizon(model));
    }

    /**
     * The program with the outputs of these purposes that the model has: LOSS (always there if wanted), PENALTY,
     * PREDICTION and RESIDUAL (of the step: stacked over the steps), each in the order of {@link Offers}.
     */
    public static Program lower(Model model, Set<Program.Purpose> wanted) {
        return new Lower(model).run(wanted);
    }

    /** The entries, row-major, of an expression of numbers, dims and constants alone; a lone number as the author wrote it. */
    public static List<Literal> numbers(Model model, Expr expr) {
        Lower lower = new Lower(model);
        lower.constants();
        Value value = new Expressions(lower.frame).value(expr);
        return Constants.entries(lower.builder.written(), value);
    }

    /**
     * The program of a scalar expression of parameters, numbers, dims and constants: its inputs are all parameters, its
     * output is called LOSS, so that it can be differentiated.
     */
    public static Program bound(Model model, Expr expr) {
        Lower lower = new Lower(model);
        model.parameters().forEach(lower::parameter);
        lower.constants();
        lower.output(Program.Purpose.LOSS, "", new Expressions(lower.frame).value(expr));
        return lower.program();
    }

    /**
     * The program of expressions as claims may write them; its outputs, one for each, are called PREDICTION. Its inputs
     * are those of the model and, of role SEED, the values that {@link Facts} names.
     */
    public static Program facts(Model model, List<Expr> exprs) {
        Lower lower = new Lower(model);
        lower.inputs();
        Facts.symbols(model).forEach((name, shape) -> lower.answer(name, Types.of(shape)));
        lower.constants();
        lower.states();
        if (model.iteration().isPresent()) {
            new Steps(model, lower.frame).run(false, false);
        }
        for (Output output : model.outputs()) {
            lower.frame.define(
                    output.symbol(),
                    lower.frame.rename(new Expressions(lower.frame).term(output.value()), output.symbol()));
        }
        for (Expr expr : exprs) {
            lower.output(Program.Purpose.PREDICTION, "", new Expressions(lower.frame).value(expr));
        }
        return lower.program();
    }

    private void answer(String name, Type type) {
        Value value = builder.fresh(type);
        inputs.add(new Program.Input(Program.Role.SEED, name));
        arguments.add(value);
        frame.answer(name, value);
    }

    private Program program() {
        return new Program(inputs, new Region(arguments, builder.written(), results), outputs);
    }

    private Program run(Set<Program.Purpose> wanted) {
        inputs();
        constants();
        states();
        boolean predictions = wanted.contains(Program.Purpose.PREDICTION);
        boolean residuals = wanted.contains(Program.Purpose.RESIDUAL);
        Steps.Result steps = model.iteration().isPresent()
                ? new Steps(model, frame).run(residuals, predictions)
                : new Steps.Result(Optional.empty(), Map.of());
        Map<Expr, Value> offered = new HashMap<>(steps.stacks());
        loss(steps.loss(), offered);
        penalty();
        if (predictions) {
            predictions(offered);
            Offers.outputs(model).forEach(offer -> offer(Program.Purpose.PREDICTION, offer, offered));
        }
        if (residuals) {
            Offers.residuals(model).forEach(offer -> offer(Program.Purpose.RESIDUAL, offer, offered));
        }
        return Slice.outputs(program(), output -> wanted.contains(output.purpose()));
    }

    /** Lets, and the states before the first step. */
    private void states() {
        for (Let let : model.lets()) {
            frame.define(let.symbol(), frame.rename(new Expressions(frame).term(let.value()), let.symbol()));
        }
        for (State state : model.states()) {
            Value start = new Expressions(frame).value(state.start());
            frame.define(state.symbol(), new Term.Plain(start));
        }
    }

    private void inputs() {
        for (Parameter parameter : model.parameters()) {
            input(
                    Program.Role.PARAMETER,
                    parameter.symbol(),
                    Types.of(parameter.symbol().shape()));
        }
        for (Datum datum : model.data()) {
            Program.Role role = datum.symbol().role() == Role.TARGET ? Program.Role.TARGET : Program.Role.INPUT;
            Value value = input(role, datum.symbol(), frame.horizon().type(datum));
            if (datum.perStep()) {
                frame.horizon().stack(datum.symbol(), value);
            }
        }
    }

    private void parameter(Parameter parameter) {
        input(
                Program.Role.PARAMETER,
                parameter.symbol(),
                Types.of(parameter.symbol().shape()));
    }

    private Value input(Program.Role role, Symbol symbol, Type type) {
        Value value = frame.at(symbol.span()).named(symbol.name()).fresh(type);
        inputs.add(new Program.Input(role, symbol.name()));
        arguments.add(value);
        frame.define(symbol, new Term.Plain(value));
        return value;
    }

    private void constants() {
        for (Constant constant : model.constants()) {
            Literal literal = Constants.literal(constant, frame);
            Value value = frame.at(constant.symbol().span())
                    .named(constant.symbol().name())
                    .literal(literal, Type.SCALAR);
            frame.define(constant.symbol(), new Term.Plain(value));
        }
    }

    private void loss(Optional<Value> stepLoss, Map<Expr, Value> offered) {
        List<Value> parts = new ArrayList<>();
        stepLoss.ifPresent(parts::add);
        Expressions expressions = new Expressions(frame);
        for (Expr loss : model.losses()) {
            parts.add(expressions.value(loss));
        }
        for (Expr residual : model.residuals()) {
            Value value = expressions.value(residual);
            offered.put(residual, value);
            parts.add(Sums.squares(value, frame.at(residual.span())));
        }
        output(Program.Purpose.LOSS, "", Sums.total(parts, builder).orElseGet(() -> zero()));
    }

    private void penalty() {
        if (!model.penalties().isEmpty()) {
            Expressions expressions = new Expressions(frame);
            List<Value> parts =
                    model.penalties().stream().map(expressions::value).toList();
            output(Program.Purpose.PENALTY, "", Sums.total(parts, builder).orElseThrow());
        }
    }

    private void predictions(Map<Expr, Value> offered) {
        for (Output output : model.outputs()) {
            Term value = frame.rename(new Expressions(frame).term(output.value()), output.symbol());
            frame.define(output.symbol(), value);
            offered.put(output.value(), Steps.whole(value, output.symbol(), frame));
        }
    }

    private void offer(Program.Purpose purpose, Offers.Offer offer, Map<Expr, Value> offered) {
        output(purpose, offer.name(), requireNonNull(offered.get(offer.value())));
    }

    private Value zero() {
        return builder.literal(Literal.of(0.0), Type.SCALAR);
    }

    private void output(Program.Purpose purpose, String of, Value value) {
        outputs.add(new Program.Output(purpose, of));
        results.add(value);
    }
}
