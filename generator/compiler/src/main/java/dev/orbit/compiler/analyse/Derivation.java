package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model in mathematics, for any number of steps: its map and loss as a recurrence, its gradient as the adjoint recurrence. Read off
 * the program with its derivative; vectors and matrices are one symbol each.
 *
 * @param map what is computed once, the steps, and the loss
 * @param adjoint what the gradient needs beyond the map
 * @param gradient one equation for each name that is differentiated
 */
public record Derivation(List<Line> map, List<Line> adjoint, List<Line> gradient) {
    public Derivation {
        map = List.copyOf(map);
        adjoint = List.copyOf(adjoint);
        gradient = List.copyOf(gradient);
    }

    /** The derivation of a model; the number of steps is left open. */
    public static Derivation of(Model model) {
        Formulas formulas = new Formulas();
        Model subject = Subject.unending(Subject.symbolic(model));
        Program program = ClosedForms.derivative(subject);
        Ledger ledger = new Ledger(formulas, Uses.of(program), authored(model), wrt(model));
        String step = Subject.stepIndex(model);
        Transcript transcript = new Transcript(
                ledger, step, model.iteration().map(Iteration::first).orElse(1));
        for (int i = 0; i < program.inputs().size(); i++) {
            Value argument = program.body().arguments().get(i);
            Name name = Name.of(program.inputs().get(i).name());
            if (argument.type().stacked().isEmpty()) {
                ledger.know(argument, formulas.symbol(name));
            } else {
                ledger.stack(argument, formulas.symbol(name.at(step)), List.of(new Ledger.Axis(step, 1)));
            }
        }
        return new Writing(program, ledger, transcript).derivation();
    }

    private static Set<String> authored(Model model) {
        Set<String> names = new HashSet<>();
        Stream.of(
                        model.parameters().stream().map(parameter -> parameter.symbol()),
                        model.data().stream().map(datum -> datum.symbol()),
                        model.states().stream().map(state -> state.symbol()),
                        model.lets().stream().map(let -> let.symbol()))
                .flatMap(symbols -> symbols)
                .forEach(symbol -> names.add(symbol.name()));
        Hints.collect(model.step(), names);
        return names;
    }

    private static Set<String> wrt(Model model) {
        return model.differentiate().stream().map(Symbol::name).collect(Collectors.toSet());
    }

    /** One derivation while it is written. */
    private record Writing(Program program, Ledger ledger, Transcript transcript) {
        Derivation derivation() {
            Region body = program.body();
            Transcript.Scope map = new Transcript.Scope(List.of(), new ArrayList<>());
            Transcript.Scope adjoint = map.inner(List.of());
            List<Value> except = new ArrayList<>(body.results());
            for (Instr instr : body.instrs()) {
                if (instr instanceof Instr.Loop loop) {
                    loop.carries().stream()
                            .map(Carry::initial)
                            .filter(initial -> initial.hint().endsWith("Bar"))
                            .forEach(except::add);
                }
            }
            ledger.title(body, List.of(), except);
            Set<Value> needed = needed();
            List<Instr> primal = new ArrayList<>();
            List<Instr> rest = new ArrayList<>();
            body.instrs()
                    .forEach(instr -> (instr.results().stream().anyMatch(needed::contains) ? primal : rest).add(instr));
            transcript.write(primal, map);
            List<Line> gradient = new ArrayList<>();
            objectives(map.lines());
            transcript.write(rest, adjoint);
            gradients(gradient);
            return new Polish(new Formulas()).of(new Derivation(map.lines(), adjoint.lines(), gradient));
        }

        /** What loss and penalty are computed from, and what the author named before. */
        private Set<Value> needed() {
            Set<Value> needed = new HashSet<>();
            for (int i = 0; i < program.outputs().size(); i++) {
                switch (program.outputs().get(i).purpose()) {
                    case LOSS, PENALTY, PREDICTION ->
                        needed.add(program.body().results().get(i));
                    case GRADIENT, PENALTY_GRADIENT, TANGENT, STATE, RESIDUAL -> {}
                }
            }
            List<Instr> instrs = program.body().instrs();
            for (int i = instrs.size() - 1; i >= 0; i--) {
                Instr instr = instrs.get(i);
                if (instr.results().stream().anyMatch(needed::contains)) {
                    needed.addAll(instr.operands());
                    instr.regions().forEach(region -> needed.addAll(FreeValues.of(region)));
                }
            }
            return needed;
        }

        private void objectives(List<Line> lines) {
            for (int i = 0; i < program.outputs().size(); i++) {
                Program.Output output = program.outputs().get(i);
                Value result = program.body().results().get(i);
                switch (output.purpose()) {
                    case LOSS -> lines.add(new Line.Equation(symbol("loss"), ledger.known(result)));
                    case PENALTY -> lines.add(new Line.Equation(symbol("penalty"), ledger.known(result)));
                    case GRADIENT, PENALTY_GRADIENT, TANGENT, STATE, RESIDUAL, PREDICTION -> {}
                }
            }
        }

        private void gradients(List<Line> lines) {
            for (int i = 0; i < program.outputs().size(); i++) {
                Program.Output output = program.outputs().get(i);
                Value result = program.body().results().get(i);
                switch (output.purpose()) {
                    case GRADIENT ->
                        lines.add(new Line.Equation(derivative("loss", output.of()), ledger.known(result)));
                    case PENALTY_GRADIENT ->
                        lines.add(new Line.Equation(derivative("penalty", output.of()), ledger.known(result)));
                    case LOSS, PENALTY, TANGENT, STATE, RESIDUAL, PREDICTION -> {}
                }
            }
        }

        private Formula symbol(String name) {
            return ledger.formulas.symbol(name);
        }

        private Formula derivative(String of, String by) {
            return Notation.DERIVATIVE.of(ledger.formulas, symbol(of), symbol(by));
        }
    }
}
