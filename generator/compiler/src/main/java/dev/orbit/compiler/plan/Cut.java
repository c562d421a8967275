package dev.orbit.compiler.plan;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A short polynomial region of a program: sums and products whose inner values are read once, inside it.
 *
 * @param instrs its instructions, in order; the last defines its value
 * @param formulas what each of its leaves (a symbol, or an exact number) and each of its values is, in the order of
 *     first mention
 */
public record Cut(List<Instr> instrs, Map<Value, Formula> formulas) {
    public Cut {
        instrs = List.copyOf(instrs);
        formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
    }

    public Value root() {
        return instrs.get(instrs.size() - 1).results().get(0);
    }

    public Formula formula() {
        return requireNonNull(formulas.get(root()));
    }

    /** What it reads, but for exact numbers. */
    public List<Value> leaves() {
        List<Value> inner = instrs.stream().map(instr -> instr.results().get(0)).toList();
        return formulas.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Formula.Symbol && !inner.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
