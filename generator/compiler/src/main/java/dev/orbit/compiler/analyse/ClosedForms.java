package dev.orbit.compiler.analyse;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.simplify.Simplify;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model computes, in closed form, for a fixed number of steps. It is the program with its derivative, evaluated in formulas:
 * the derivative is that of the adjoint, nothing is differentiated here.
 *
 * <p>Parameters, data and constants are symbols of the author's names. An entry of a shape has its place as subscripts, {@code
 * W[2, 1]}; per-step data have the step before it, {@code x[3]}, {@code u[3, 1]}.
 *
 * @param inputs parameters, data and constants by name, in the order of the spec
 * @param outputs final states, lets and predictions by name; a prediction of the step is a stack over the steps
 * @param loss without the penalty
 * @param penalty 0 if there is none
 * @param gradients of loss and penalty together, by what is differentiated, entries row-major (of per-step data as a stack)
 */
public record ClosedForms(
        Map<String, Datum<Formula>> inputs,
        Map<String, Datum<Formula>> outputs,
        Formula loss,
        Formula penalty,
        Map<String, Datum<Formula>> gradients) {
    private static final Set<Purpose> WANTED = Set.of(Purpose.LOSS, Purpose.PENALTY, Purpose.PREDICTION);

    public ClosedForms {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    }

    /**
     * The closed forms of a model that takes this many steps.
     *
     * @param steps how often the step is applied, whatever the spec says
     * @throws IllegalArgumentException if the model needs the value of an index datum
     */
    public static ClosedForms of(Model model, int steps, Formulas formulas) {
        return of(model, steps, formulas, Map.of());
    }

    /**
     * The same with index data, which have no symbols.
     *
     * @param indices by name: the values of index data, a stack over the rows where they are per step
     */
    public static ClosedForms of(Model model, int steps, Formulas formulas, Map<String, Datum<Formula>> indices) {
        Model subject = Subject.shortened(Subject.open(model), steps);
        Program program = derivative(subject);
        int rows = subject.iteration().map(Iteration::first).orElse(1) - 1 + steps;
        Map<String, Datum<Formula>> inputs = new LinkedHashMap<>();
        List<Value> arguments = program.body().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String name = program.inputs().get(i).name();
            Optional<Datum<Formula>> given = Optional.ofNullable(indices.get(name));
            Type type = arguments.get(i).type();
            inputs.put(name, given.orElseGet(() -> symbols(Name.of(name), type, rows, formulas)));
        }
        Map<String, Integer> open = new LinkedHashMap<>();
        subject.iteration()
                .ifPresent(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> Optional.<Integer>empty(),
                                last -> Optional.ofNullable(open.put(last.dim().name(), rows)))));
        List<Datum<Formula>> results =
                new Evaluator<>(new FormulaAlgebra(formulas)).evaluate(program, List.copyOf(inputs.values()), open);
        return sorted(program, inputs, results, formulas);
    }

    /** Loss and penalty together: what is differentiated. */
    public Formula total(Formulas formulas) {
        return formulas.add(loss, penalty);
    }

    /** The program with its derivative, as the adjoint makes it, with constants open and without stable forms. */
    static Program derivative(Model subject) {
        List<String> wrt = subject.differentiate().stream().map(Symbol::name).toList();
        Program primal =
                Simplify.primal(Lower.lower(subject, WANTED), List.of()).program();
        return Simplify.derivative(Adjoint.differentiate(primal, DerivativePlan.plain(wrt)));
    }

    private static ClosedForms sorted(
            Program program, Map<String, Datum<Formula>> inputs, List<Datum<Formula>> results, Formulas formulas) {
        Map<String, Datum<Formula>> outputs = new LinkedHashMap<>();
        Map<String, Datum<Formula>> gradients = new LinkedHashMap<>();
        Formula loss = formulas.number(0);
        Formula penalty = loss;
        for (int i = 0; i < results.size(); i++) {
            Program.Output output = program.outputs().get(i);
            Datum<Formula> result = results.get(i);
            switch (output.purpose()) {
                case LOSS -> loss = result.number();
                case PENALTY -> penalty = result.number();
                case GRADIENT, PENALTY_GRADIENT ->
                    gradients.merge(output.of(), result, (x, y) -> x.zip(y, formulas::add));
                case PREDICTION, STATE, RESIDUAL, TANGENT -> outputs.put(output.of(), result);
            }
        }
        return new ClosedForms(inputs, outputs, loss, penalty, gradients);
    }

    private static Datum<Formula> symbols(Name name, Type type, int open, Formulas formulas) {
        if (!type.stacked().isEmpty()) {
            int rows = type.stacked().get(0) instanceof Count.Fixed fixed ? fixed.number() : open;
            List<Datum<Formula>> stack = new ArrayList<>();
            for (int row = 1; row <= rows; row++) {
                stack.add(symbols(name.at(Integer.toString(row)), type.row(), open, formulas));
            }
            return new Datum.Stack<>(stack);
        } else if (type.element() == Type.Element.INDEX) {
            throw new IllegalArgumentException("the index " + name.base() + " has no symbol: give its values");
        }
        return Datum.of(entries(name, type.shape()).stream()
                .<Formula>map(formulas::symbol)
                .toList());
    }

    private static List<Name> entries(Name name, List<Integer> shape) {
        if (shape.isEmpty()) {
            return List.of(name);
        }
        List<Name> entries = new ArrayList<>();
        for (int i = 1; i <= shape.get(0); i++) {
            entries.addAll(entries(name.at(Integer.toString(i)), shape.subList(1, shape.size())));
        }
        return entries;
    }
}
