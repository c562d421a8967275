package dev.orbit.compiler.claim;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Algebra;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The constants of a spec under analysis. One that is written as a number other than 0 is free: it stands for any number of
 * that sign. One that is computed from others follows them.
 */
final class ConstantValues {
    private final Model model;

    ConstantValues(Model model) {
        this.model = model;
    }

    /** Constants that are free. */
    List<Symbol> free() {
        return model.constants().stream()
                .filter(constant -> sign(constant.value()) != 0)
                .map(Constant::symbol)
                .toList();
    }

    /** 1 or -1 of a number that is written, 0 of what is computed, or zero. */
    static int sign(Expr value) {
        if (value instanceof Expr.Number number) {
            return (int) Math.signum(number.value());
        }
        return value instanceof Expr.Map1 map && map.function() == Function1.NEGATE ? -sign(map.of()) : 0;
    }

    int sign(Symbol constant) {
        return model.constants().stream()
                .filter(each -> each.symbol().equals(constant))
                .mapToInt(each -> sign(each.value()))
                .findFirst()
                .orElse(0);
    }

    /** Defines those that are neither free nor set, in the order in which they can be computed. */
    <V> void derive(Algebra<V> algebra, Set<Symbol> known, BiConsumer<String, V> define) {
        for (Constant constant : model.constants()) {
            if (!known.contains(constant.symbol())) {
                Program program = Lower.bound(model, constant.value());
                List<Datum<V>> arguments = new ArrayList<>();
                for (Value input : program.body().arguments()) {
                    arguments.add(Datum.of(Collections.nCopies(input.type().size(), algebra.constant(0))));
                }
                Datum<V> value = new Evaluator<>(algebra)
                        .evaluate(program, arguments, Map.of())
                        .get(0);
                define.accept(constant.symbol().name(), value.number());
            }
        }
    }
}
