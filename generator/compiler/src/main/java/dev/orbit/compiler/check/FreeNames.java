package dev.orbit.compiler.check;

import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.LocalLet;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Subscript;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that expressions mention and do not bind themselves, each with its first place.
 *
 * @param values names read; a bare name may also be a function that is handed over
 * @param primed states read after the step
 * @param functions names called
 * @param lagged names, plain or primed, that stand first in a {@code lag}: only their earlier values are read
 */
record FreeNames(
        Map<String, Name> values, Map<String, Name> primed, Map<String, Name> functions, Map<String, Name> lagged) {
    FreeNames() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    static FreeNames of(Expression expression) {
        return new FreeNames().add(expression);
    }

    /** Of the body of a function: without its parameters and lets. */
    static FreeNames of(List<Name> parameters, List<LocalLet> lets, Expression result) {
        FreeNames names = new FreeNames();
        Set<String> bound = new HashSet<>();
        parameters.forEach(parameter -> bound.add(parameter.text()));
        lets.forEach(let -> bound.add(let.name().text()));
        lets.forEach(let -> names.visit(let.value(), bound));
        names.visit(result, bound);
        parameters.forEach(parameter -> names.functions.remove(parameter.text()));
        return names;
    }

    FreeNames add(Expression expression) {
        visit(expression, Set.of());
        return this;
    }

    FreeNames add(List<Subscript> subscripts) {
        subscripts.forEach(subscript -> visitAll(Children.of(subscript), Set.of()));
        return this;
    }

    private void visitAll(List<Expression> expressions, Set<String> bound) {
        expressions.forEach(expression -> visit(expression, bound));
    }

    private void visit(Expression expression, Set<String> bound) {
        if (expression instanceof Expression.Reference reference) {
            put(values, reference.name(), bound);
        } else if (expression instanceof Expression.Primed state) {
            put(primed, state.state(), bound);
        } else if (expression instanceof Expression.Call call) {
            functions.putIfAbsent(call.function().text(), call.function());
            arguments(call, bound);
        } else if (expression instanceof Expression.DerivativeCall call) {
            functions.putIfAbsent(call.function().text(), call.function());
            visitAll(call.arguments(), bound);
        } else if (expression instanceof Expression.Reduce reduce) {
            binding(reduce.binders(), reduce.body(), bound);
        } else if (expression instanceof Expression.Comprehension comprehension) {
            binding(comprehension.binders(), comprehension.body(), bound);
        } else {
            visitAll(Children.of(expression), bound);
        }
    }

    private void arguments(Expression.Call call, Set<String> bound) {
        List<Expression> arguments = call.arguments();
        boolean lag = call.function().text().equals(Family.LAG.word()) && !arguments.isEmpty();
        if (lag && arguments.get(0) instanceof Expression.Reference reference) {
            put(lagged, reference.name(), bound);
            visitAll(arguments.subList(1, arguments.size()), bound);
        } else if (lag && arguments.get(0) instanceof Expression.Primed state) {
            put(lagged, state.state(), bound);
            visitAll(arguments.subList(1, arguments.size()), bound);
        } else {
            visitAll(arguments, bound);
        }
    }

    private void binding(List<Binder> binders, Expression body, Set<String> bound) {
        Set<String> inner = new HashSet<>(bound);
        for (Binder binder : binders) {
            visitAll(Children.of(binder.range()), Set.copyOf(inner));
            inner.add(binder.name().text());
        }
        visit(body, inner);
    }

    private static void put(Map<String, Name> names, Name name, Set<String> bound) {
        if (!bound.contains(name.text())) {
            names.putIfAbsent(name.text(), name);
        }
    }
}
