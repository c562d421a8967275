package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Let;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.LocalLet;
import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts functions in for arguments of given shapes: each body is typed once for each combination. */
final class Instances {
    private final Callee.Inline callee;
    private final List<Shape> shapes;
    private final Map<Integer, Callee> functions;
    private final Span call;
    private final Frame outer;

    private Instances(
            Callee.Inline callee, List<Shape> shapes, Map<Integer, Callee> functions, Span call, Frame outer) {
        this.callee = callee;
        this.shapes = shapes;
        this.functions = functions;
        this.call = call;
        this.outer = outer;
    }

    static Typed call(
            Callee.Inline callee, List<Argument> values, Map<Integer, Callee> functions, Span span, Frame frame) {
        if (!values.stream().allMatch(Argument::isKnown)) {
            return Typed.UNKNOWN;
        }
        List<Shape> shapes = values.stream().map(Argument::shape).toList();
        Optional<FunctionInstance> function = new Instances(callee, shapes, functions, span, frame).find();
        if (function.isEmpty() || !Visibility.check(function.get(), span, frame)) {
            return Typed.UNKNOWN;
        }
        return Typed.of(new Expr.Call(
                function.get(), values.stream().map(Argument::expr).toList(), span));
    }

    /** Any function as an instance for arguments of these shapes; one that has no body of its own is wrapped in one. */
    static Optional<FunctionInstance> wrap(Callee callee, List<Shape> shapes, Span span, Frame frame) {
        List<Integer> arity = callee.arity();
        boolean takes = arity.get(0) <= shapes.size() && shapes.size() <= arity.get(1);
        if (!takes || !frame.run().functions().functionalParameters(callee).isEmpty()) {
            frame.report().add(new FunctionProblem.WrongUse(span, callee.name(), shapes.size()));
            return Optional.empty();
        } else if (callee instanceof Callee.Inline inline) {
            return new Instances(inline, shapes, Map.of(), span, frame).find();
        }
        List<Symbol> parameters = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            String name = shapes.size() == 1 ? "u" : "u" + (i + 1);
            parameters.add(frame.run().symbol(name, Role.ARGUMENT, shapes.get(i), span, Optional.empty()));
        }
        List<Argument> arguments = parameters.stream()
                .map(p -> new Argument(Typed.of(new Expr.Reference(p, span)), span))
                .toList();
        Typed result = Calls.apply(callee, arguments, Map.of(), span, frame);
        return result.expr().map(expr -> {
            FunctionInstance function = new FunctionInstance(callee.name(), parameters, List.of(), expr, span, false);
            frame.run().defineReads(function, References.of(expr, frame.run()));
            return function;
        });
    }

    private Optional<FunctionInstance> find() {
        Run run = outer.run();
        InstanceKey key = new InstanceKey(
                callee.name(),
                shapes.stream().map(Shape::sizes).toList(),
                functions.values().stream().map(Callee::name).toList());
        Instance known = run.instances().get(key);
        if (known == null) {
            run.instances().put(key, Instance.UNDER_WAY);
            known = make();
            run.instances().put(key, known);
        } else if (known.underWay()) {
            outer.report().add(new FunctionProblem.CallsItself(call, callee.name()));
            return Optional.empty();
        } else if (!run.depth().allows(known.height())) {
            outer.report().add(new NameProblem.NestedTooDeep(call));
            return Optional.empty();
        }
        run.depth().reach(known.height());
        outer.report().found().addAll(known.problems());
        return known.function();
    }

    private Instance make() {
        Report report = outer.report().attempt().inside(callee.file(), callee.name(), call);
        Depth.Measured<Optional<FunctionInstance>> body = outer.run().depth().measure(() -> body(report));
        return new Instance(body.result(), body.height(), report.found(), false);
    }

    private Optional<FunctionInstance> body(Report report) {
        Run run = outer.run();
        Scope scope = run.global().inner();
        Frame frame = new Frame(run, scope, Site.FUNCTION, report, new LinkedHashSet<>());
        List<Symbol> parameters = parameters(scope);
        Optional<List<Let>> locals = locals(frame);
        // A call walks through more rooms than an operator: it counts as a level of its own.
        Typed result = run.depth().below(() -> Expressions.check(callee.body().result(), frame));
        if (locals.isEmpty() || !result.isKnown()) {
            return Optional.empty();
        }
        FunctionInstance function = new FunctionInstance(
                callee.name(),
                parameters,
                locals.get(),
                result.expr().orElseThrow(),
                callee.declared(),
                callee.bound());
        References reads = References.of(function.result(), run);
        function.locals().forEach(local -> reads.add(local.value(), run));
        run.defineReads(function, reads);
        return Optional.of(function);
    }

    private List<Symbol> parameters(Scope scope) {
        List<Symbol> parameters = new ArrayList<>();
        for (int i = 0; i < callee.parameterCount(); i++) {
            Name name = callee.body().parameters().get(i);
            if (functions.containsKey(i)) {
                scope.put(name.text(), functions.get(i));
            } else {
                Shape shape = shapes.get(parameters.size());
                Symbol symbol = outer.run().symbol(name, Role.ARGUMENT, shape, Optional.empty());
                scope.put(Meaning.of(symbol));
                parameters.add(symbol);
            }
        }
        return parameters;
    }

    /** The lets of the body in an order in which they can be computed; empty if one is wrong. */
    private Optional<List<Let>> locals(Frame frame) {
        List<LocalLet> lets = callee.body().lets();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < lets.size(); i++) {
            Name name = lets.get(i).name();
            numbers.putIfAbsent(name.text(), i);
            frame.scope().put(Meaning.untyped(frame.run().symbol(name, Role.LOCAL, Shape.SCALAR, Optional.empty())));
        }
        Order order = Order.of(
                lets.size(),
                i -> FreeNames.of(lets.get(i).value()).values().keySet().stream()
                        .filter(numbers::containsKey)
                        .map(numbers::get)
                        .toList());
        List<Let> typed = new ArrayList<>();
        for (int i : order.sorted()) {
            if (!order.isCyclic(i)) {
                local(lets.get(i), frame).ifPresent(typed::add);
            }
        }
        Cycles.report(order, i -> lets.get(i).name(), frame.report());
        return typed.size() == lets.size() ? Optional.of(typed) : Optional.empty();
    }

    private static Optional<Let> local(LocalLet let, Frame frame) {
        Typed value = Expressions.check(let.value(), frame);
        return value.expr().map(expr -> {
            Symbol symbol = frame.run().symbol(let.name(), Role.LOCAL, expr.shape(), Optional.empty());
            frame.scope().put(Meaning.of(symbol, value));
            return new Let(symbol, expr);
        });
    }
}
