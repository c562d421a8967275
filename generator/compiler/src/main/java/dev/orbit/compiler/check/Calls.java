package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types calls of functions: of the spec, abstract and built-in. */
final class Calls {
    private Calls() {}

    static Typed check(Expression.Call call, Frame frame) {
        Optional<Callee> callee = resolve(call.function(), frame);
        if (callee.isEmpty() || !counts(callee.get(), call, frame)) {
            call.arguments().forEach(argument -> quiet(argument, frame));
            return Typed.UNKNOWN;
        }
        if (callee.get() instanceof Callee.Special special && !special.family().isPlain()) {
            return Constructs.check(special.family(), call, frame);
        }
        Optional<Arguments> arguments = Arguments.check(callee.get(), call, frame);
        return arguments
                .map(given -> apply(callee.get(), given.values(), given.functions(), call.span(), frame))
                .orElse(Typed.UNKNOWN);
    }

    // The arguments of a call that means nothing may still hold mistakes of their own, but not names of functions.
    private static void quiet(Expression argument, Frame frame) {
        if (!(argument instanceof Expression.Reference)) {
            Expressions.check(argument, frame);
        }
    }

    /** The function of a name; reports if there is none. */
    static Optional<Callee> resolve(Name name, Frame frame) {
        Optional<Callee> found = frame.scope()
                .function(name.text())
                .or(() -> frame.run().functions().find(name.text()));
        if (found.isPresent()) {
            return found.filter(callee -> !frame.run().functions().isRecursive(callee.name()));
        }
        if (!frame.run().isUnread(name.text())) {
            Optional<Meaning> value = frame.scope().find(name.text());
            frame.report()
                    .add(
                            value.isPresent()
                                    ? new FunctionProblem.ValueAsFunction(
                                            name.span(),
                                            name.text(),
                                            value.get().role(),
                                            frame.declared(value.get().symbol()))
                                    : new FunctionProblem.UnknownFunction(
                                            name.span(),
                                            name.text(),
                                            frame.run().functions().words()));
        }
        return Optional.empty();
    }

    private static boolean counts(Callee callee, Expression.Call call, Frame frame) {
        List<Integer> arity = callee.arity();
        int given = call.arguments().size();
        boolean fits = given >= arity.get(0) && given <= arity.get(1);
        if (!fits) {
            frame.report().add(FunctionProblem.WrongCount.of(call, arity, declared(callee, frame)));
        }
        return fits;
    }

    static Optional<Span> declared(Callee callee, Frame frame) {
        if (!frame.report().file().equals(frame.run().source())) {
            return Optional.empty();
        } else if (callee instanceof Callee.Inline inline) {
            return Optional.of(inline.declared());
        }
        return callee instanceof Callee.Abstract declared ? Optional.of(declared.declared()) : Optional.empty();
    }

    /**
     * Applies a function to typed values.
     *
     * @param functions by position, those among the arguments
     */
    static Typed apply(Callee callee, List<Argument> values, Map<Integer, Callee> functions, Span span, Frame frame) {
        return callee.match(new Callee.Cases<>() {
            @Override
            public Typed inline(Callee.Inline inline) {
                return Instances.call(inline, values, functions, span, frame);
            }

            @Override
            public Typed ofSpec(Callee.Abstract declared) {
                return AbstractCalls.check(declared, values, span, frame);
            }

            @Override
            public Typed one(Callee.One one) {
                return Elementwise.one(one.function(), values.get(0).typed(), span, frame);
            }

            @Override
            public Typed two(Callee.Two two) {
                return Elementwise.two(two.function(), two.name(), values.get(0), values.get(1), span, frame);
            }

            @Override
            public Typed special(Callee.Special special) {
                return BuiltIns.check(special.family(), values, span, frame);
            }
        });
    }

    /** Whether the call is {@code known(...)}, which is a condition. */
    static boolean isKnown(Expression.Call call, Frame frame) {
        return call.function().text().equals(Family.KNOWN.word())
                && frame.scope().function(call.function().text()).isEmpty();
    }

    /** {@code s'(u)}: the function is put in for a scalar, whatever the shape of u. */
    static Typed checkDerivative(Expression.DerivativeCall call, Frame frame) {
        Optional<Callee> callee = resolve(call.function(), frame);
        List<Typed> arguments = call.arguments().stream()
                .map(argument -> Expressions.check(argument, frame))
                .toList();
        if (callee.isEmpty()) {
            return Typed.UNKNOWN;
        }
        List<Integer> arity = callee.get().arity();
        if (arguments.size() != 1 || arity.get(0) > 1 || arity.get(1) < 1) {
            frame.report()
                    .add(new DerivativeProblem.DerivativeOfMany(
                            call.span(), call.function().text(), declared(callee.get(), frame)));
            return Typed.UNKNOWN;
        }
        Optional<FunctionInstance> function = Instances.wrap(
                callee.get(), List.of(Shape.SCALAR), call.function().span(), frame);
        if (function.isEmpty() || !arguments.get(0).isKnown()) {
            return Typed.UNKNOWN;
        }
        if (!function.get().shape().isScalar()) {
            frame.report()
                    .add(new ArgumentProblem.DerivativeOfShaped(
                            call.span(),
                            call.function().text(),
                            function.get().shape(),
                            declared(callee.get(), frame)));
            return Typed.UNKNOWN;
        }
        return Visibility.check(function.get(), call.span(), frame)
                ? Typed.of(new Expr.Derivative(
                        function.get(), arguments.get(0).expr().orElseThrow(), call.span()))
                : Typed.UNKNOWN;
    }

    /** Arguments of a call: values, and functions that are handed over. */
    record Arguments(List<Argument> values, Map<Integer, Callee> functions) {
        static Optional<Arguments> check(Callee callee, Expression.Call call, Frame frame) {
            Set<Integer> functional = frame.run().functions().functionalParameters(callee);
            List<Argument> values = new ArrayList<>();
            Map<Integer, Callee> functions = new LinkedHashMap<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                Expression argument = call.arguments().get(i);
                if (functional.contains(i)) {
                    Optional<Callee> handed = handed(argument, call.function().text(), frame);
                    if (handed.isPresent()) {
                        functions.put(i, handed.get());
                    }
                } else {
                    values.add(new Argument(Expressions.check(argument, frame), argument.span()));
                }
            }
            return functions.size() + values.size() == call.arguments().size()
                    ? Optional.of(new Arguments(values, functions))
                    : Optional.empty();
        }

        /** The function that a bare name hands over. */
        static Optional<Callee> handed(Expression argument, String to, Frame frame) {
            if (!(argument instanceof Expression.Reference reference)) {
                frame.report()
                        .add(new FunctionProblem.FunctionExpected(
                                argument.span(), frame.report().words(argument.span()), to));
                return Optional.empty();
            }
            return resolve(reference.name(), frame).filter(callee -> isPlain(callee, argument.span(), to, frame));
        }

        private static boolean isPlain(Callee callee, Span span, String to, Frame frame) {
            boolean plain = !(callee instanceof Callee.Special special)
                    || special.family().isPlain();
            if (!plain) {
                frame.report().add(new FunctionProblem.FunctionExpected(span, callee.name(), to));
            }
            return plain;
        }
    }
}
