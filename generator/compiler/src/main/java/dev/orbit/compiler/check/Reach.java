package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Output;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Follows a model backwards: what can reach the loss, and what a prediction needs. */
final class Reach {
    private final Influences influences;
    private final Report report;

    private Reach(Influences influences, Report report) {
        this.influences = influences;
        this.report = report;
    }

    /** Warns of what cannot reach the loss with a slope; refuses predictions that need targets. */
    static void check(Model model, Run run, Report report) {
        Influences influences = Influences.of(model, run);
        Reach reach = new Reach(influences, report);
        reach.losses(model);
        reach.outputs(model);
    }

    private void losses(Model model) {
        List<Influences.Reads> sinks = new ArrayList<>(influences.stepLosses());
        Stream.of(model.losses(), model.residuals(), model.penalties())
                .flatMap(List::stream)
                .forEach(expr -> sinks.add(influences.reads(expr)));
        if (sinks.isEmpty()) {
            return;
        }
        Set<Symbol> smooth = backwards(sinks, false).keySet();
        Set<Symbol> any = backwards(sinks, true).keySet();
        for (Symbol symbol : model.differentiate()) {
            if (!any.contains(symbol)) {
                report.add(new DerivativeProblem.NeverReaches(symbol.span(), symbol.name(), symbol.role()));
            } else if (!smooth.contains(symbol)) {
                report.add(new DerivativeProblem.OnlyDecides(symbol.span(), symbol.name(), symbol.role()));
            }
        }
    }

    private void outputs(Model model) {
        List<Output> outputs = new ArrayList<>(model.outputs());
        for (Statement statement : model.step()) {
            if (statement instanceof Statement.Predict predict) {
                outputs.add(predict.output());
            }
        }
        for (Output output : outputs) {
            needsTarget(output);
        }
    }

    private void needsTarget(Output output) {
        Map<Symbol, List<Symbol>> paths = backwards(List.of(influences.reads(output.value())), true);
        paths.forEach((symbol, path) -> {
            if (symbol.role() == Role.TARGET) {
                List<String> names =
                        new ArrayList<>(path.stream().map(Symbol::name).toList());
                report.add(new StepProblem.OutputNeedsTarget(
                        output.symbol().span(), output.symbol().name(), symbol.name(), symbol.span(), names));
            }
        });
    }

    /** All symbols that influence the sinks, each with a path from a sink to it. */
    private Map<Symbol, List<Symbol>> backwards(List<Influences.Reads> sinks, boolean decisions) {
        Map<Symbol, List<Symbol>> reached = new LinkedHashMap<>();
        Deque<Symbol> open = new ArrayDeque<>();
        sinks.forEach(sink -> sink.all(decisions).forEach(symbol -> {
            if (reached.putIfAbsent(symbol, List.of(symbol)) == null) {
                open.add(symbol);
            }
        }));
        while (!open.isEmpty()) {
            Symbol symbol = open.remove();
            for (Symbol source : influences.of(symbol).all(decisions)) {
                if (!reached.containsKey(source)) {
                    List<Symbol> path = new ArrayList<>(reached.get(symbol));
                    path.add(source);
                    reached.put(source, path);
                    open.add(source);
                }
            }
        }
        return reached;
    }
}
