package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What symbols are put in for at a point: the values that an author gives to parameters, data and constants. */
public final class Substituted {
    private Substituted() {}

    /** The settings of a named start; entries that are drawn at random are left open. */
    public static List<Claim.Substitution> settings(Init init) {
        List<Claim.Substitution> settings = new ArrayList<>();
        for (Init.Entry entry : init.entries()) {
            if (entry.value() instanceof Init.Value.Given given) {
                settings.add(new Claim.Substitution(entry.parameter(), given.expr()));
            }
        }
        return List.copyOf(settings);
    }

    /**
     * The replacement of each symbol that has a value.
     *
     * @param inputs the symbols, by name of parameter, datum or constant
     */
    public static Map<Formula, Formula> of(
            Model model, List<Claim.Substitution> settings, Map<String, Datum<Formula>> inputs, Formulas formulas) {
        List<Output> outputs = new ArrayList<>();
        for (Claim.Substitution setting : settings) {
            Symbol value = new Symbol(
                    Integer.MAX_VALUE - outputs.size(),
                    "value " + outputs.size(),
                    Role.OUTPUT,
                    setting.value().shape(),
                    new Span(0, 0),
                    Optional.empty());
            outputs.add(new Output(value, setting.value()));
        }
        Program program = Lower.lower(Subject.only(model, outputs), Set.of(Program.Purpose.PREDICTION));
        List<Datum<Formula>> arguments = program.inputs().stream()
                .map(input -> Optional.ofNullable(inputs.get(input.name())).orElse(Datum.of(List.of())))
                .toList();
        List<Datum<Formula>> values = new Evaluator<>(new FormulaAlgebra(formulas)).evaluate(program, arguments);
        Map<Formula, Formula> replacements = new LinkedHashMap<>();
        for (int i = 0; i < settings.size(); i++) {
            Datum<Formula> symbols =
                    inputs.getOrDefault(settings.get(i).symbol().name(), new Datum.Stack<>(List.of()));
            put(symbols, values.get(i).entries(), replacements);
        }
        return new HashMap<>(replacements);
    }

    /** A scalar fills a shape, and a row all rows. */
    private static void put(Datum<Formula> symbols, List<Formula> value, Map<Formula, Formula> replacements) {
        symbols.match(new Datum.Cases<Formula, Optional<Void>>(
                entries -> {
                    for (int i = 0; i < entries.entries().size(); i++) {
                        replacements.put(entries.entries().get(i), value.get(i % value.size()));
                    }
                    return Optional.empty();
                },
                index -> Optional.empty(),
                stack -> {
                    stack.rows().forEach(row -> put(row, value, replacements));
                    return Optional.empty();
                }));
    }
}
