package dev.orbit.compiler.check;

import dev.orbit.compiler.model.AbstractFunction;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects the functions of a spec and what is bound from outside. */
final class FunctionTable {
    private final Map<String, Callee> declared = new LinkedHashMap<>();
    private final Report report;

    private FunctionTable(Report report) {
        this.report = report;
    }

    static Functions collect(List<Declaration> declarations, Set<String> values, Overrides overrides, Report report) {
        FunctionTable table = new FunctionTable(report);
        declarations.forEach(table::declare);
        overrides.functions().forEach(table::bind);
        Functions functions = new Functions(table.declared, values);
        table.arrange(functions);
        return functions;
    }

    private void declare(Declaration declaration) {
        if (declaration instanceof Declaration.InlineFunction inline) {
            distinct(inline.name().text(), inline.parameters());
            declare(
                    new Callee.Inline(
                            inline, report.file(), false, inline.name().span()),
                    inline.name());
            inline.lets().stream()
                    .filter(let -> inline.parameters().stream()
                            .anyMatch(p -> p.text().equals(let.name().text())))
                    .forEach(let -> report.add(new NameProblem.ParameterTwice(
                            let.name().span(), let.name().text(), inline.name().text())));
            distinct(
                    inline.name().text(),
                    inline.lets().stream().map(l -> l.name()).toList());
        } else if (declaration instanceof Declaration.AbstractFunction given) {
            distinct(
                    given.name().text(),
                    given.parameters().stream().map(Parameter::name).toList());
            declare(
                    new Callee.Abstract(
                            given.name().text(),
                            given.parameters().size(),
                            Optional.empty(),
                            given.name().span()),
                    given.name());
        }
    }

    private void distinct(String function, List<Name> names) {
        Map<String, Name> seen = new HashMap<>();
        for (Name name : names) {
            if (seen.put(name.text(), name) != null) {
                report.add(new NameProblem.ParameterTwice(name.span(), name.text(), function));
            }
        }
    }

    private void declare(Callee callee, Name name) {
        Callee first = declared.putIfAbsent(name.text(), callee);
        if (first != null) {
            Name before = name(first);
            report.add(new FunctionProblem.FunctionTwice(name.span(), name.text(), before.span()));
        } else if (Family.named(name.text()).filter(Family::isReserved).isPresent()) {
            report.add(new FunctionProblem.ReservedFunction(name.span(), name.text()));
        } else if (Callee.builtIn(name.text()).isPresent()) {
            report.add(new FunctionProblem.BuiltInReplaced(name.span(), name.text()));
        }
    }

    private static Name name(Callee callee) {
        return callee instanceof Callee.Inline inline
                ? inline.body().name()
                : new Name(callee.name(), ((Callee.Abstract) callee).declared());
    }

    private void bind(Overrides.Bound bound) {
        Name name = bound.function().name();
        Callee callee = declared.get(name.text());
        Report outside = report.inside(bound.source(), name.text(), name.span());
        if (callee == null) {
            outside.add(new OptionProblem.UnknownFunction(name.span(), name.text(), List.copyOf(declared.keySet())));
            return;
        }
        int wanted = callee.arity().get(0);
        int given = bound.function().parameters().size();
        if (wanted != given) {
            outside.add(new OptionProblem.ParameterCount(name.span(), name.text(), given, wanted));
            return;
        }
        declared.put(
                name.text(),
                new Callee.Inline(
                        bound.function(), bound.source(), true, name(callee).span()));
    }

    /** Finds recursion, and settles what parameters stand for, callees first. */
    private void arrange(Functions functions) {
        List<Callee.Inline> inline = functions.inline();
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, inline.size()).forEach(i -> numbers.put(inline.get(i).name(), i));
        Order order = Order.of(
                inline.size(),
                i -> functions.called(functions.names(inline.get(i).name())).stream()
                        .filter(numbers::containsKey)
                        .map(numbers::get)
                        .toList());
        for (List<Integer> cycle : order.cycles()) {
            List<Callee.Inline> path = cycle.stream().map(inline::get).toList();
            functions.markRecursive(path.stream().map(Callee.Inline::name).toList());
            report.add(new FunctionProblem.Recursion(
                    path.get(0).declared(),
                    path.stream().map(Callee.Inline::name).toList()));
        }
        functions.settle(order.sorted().stream().map(i -> inline.get(i).name()).toList());
    }

    /** Gives abstract functions their shapes, once dims are known. */
    static List<AbstractFunction> shapes(List<Declaration> declarations, Frame frame) {
        List<AbstractFunction> found = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.AbstractFunction given
                    && frame.run()
                            .functions()
                            .isAbstract(given.name().text(), given.name().span())) {
                shaped(given, frame).ifPresent(function -> {
                    frame.run()
                            .functions()
                            .define(new Callee.Abstract(
                                    function.name(),
                                    function.parameters().size(),
                                    Optional.of(function),
                                    function.span()));
                    found.add(function);
                });
            }
        }
        return found;
    }

    private static Optional<AbstractFunction> shaped(Declaration.AbstractFunction given, Frame frame) {
        List<AbstractFunction.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : given.parameters()) {
            Optional<Shape> shape = Sizes.checkShape(parameter.shape(), frame);
            shape.ifPresent(s -> parameters.add(
                    new AbstractFunction.Parameter(parameter.name().text(), s)));
        }
        Optional<Shape> result = Sizes.checkShape(given.shape(), frame);
        return parameters.size() == given.parameters().size()
                ? result.map(shape -> new AbstractFunction(
                        given.name().text(),
                        parameters,
                        shape,
                        given.name().span(),
                        given.doc().map(Doc::text)))
                : Optional.empty();
    }
}
