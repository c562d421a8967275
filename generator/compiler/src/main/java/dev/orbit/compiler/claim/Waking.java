package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gradients by the parameters at a start, and after steps of gradient descent from it, in any algebra. */
final class Waking {
    private final List<Symbol> symbols;
    private final ClaimProgram program;

    Waking(Model model, Init init) {
        this.symbols = model.differentiate().stream()
                .filter(symbol -> symbol.role() == Role.PARAMETER)
                .toList();
        List<Expr> gradients = symbols.stream()
                .<Expr>map(symbol -> new Expr.Gradient(symbol, init.span()))
                .toList();
        this.program = new ClaimProgram(model, List.of(), new Claim.Point.AtInit(init, init.span()), gradients);
    }

    /** The start as a program; what it compares are the gradients. */
    ClaimProgram program() {
        return program;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    /** The gradient by each symbol, row-major. */
    <V> List<List<V>> gradients(Machine<V> machine, Map<Symbol, Datum<V>> placed, Map<String, Integer> open) {
        return program.compared(machine, placed, open, (condition, left, right) -> {});
    }

    /** The arguments after one step of gradient descent; data stay what they are. */
    <V> Map<Symbol, Datum<V>> stepped(
            Algebra<V> algebra, Map<Symbol, Datum<V>> placed, List<List<V>> gradients, V rate) {
        Map<Symbol, Datum<V>> stepped = new LinkedHashMap<>(placed);
        for (int i = 0; i < symbols.size(); i++) {
            List<V> gradient = gradients.get(i);
            List<V> before = requireNonNull(placed.get(symbols.get(i))).entries();
            List<V> after = new ArrayList<>();
            for (int j = 0; j < before.size(); j++) {
                after.add(algebra.subtract(before.get(j), algebra.multiply(rate, gradient.get(j))));
            }
            stepped.put(symbols.get(i), Datum.of(after));
        }
        return stepped;
    }
}
