package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/** Adjoints of elementwise functions and reductions, by the rows of {@code function}. */
final class MapRules {
    private final Scope scope;
    private final Builder builder;
    private final Bars bars;
    private final Activity activity;

    MapRules(Scope scope, Bars bars, Activity activity) {
        this.scope = scope;
        this.builder = scope.builder;
        this.bars = bars;
        this.activity = activity;
    }

    Sweep.Done map1(Instr.Map1 map, Value bar) {
        if (!activity.active(map.x())) {
            return Sweep.Done.DONE;
        }
        if (map.f() == Function1.NEGATE) {
            bars.subtract(map.x(), bar);
            return Sweep.Done.DONE;
        }
        Value x = scope.read(map.x());
        Value derivative = mirrored(map)
                .map(other -> builder.multiply(scope.read(map.result()), scope.read(other)))
                .orElseGet(() -> map.f().derivative(builder, x, scope.read(map.result())));
        bars.add(map.x(), times(bar, derivative));
        return Sweep.Done.DONE;
    }

    /** sigmoid(-x) beside sigmoid(x), if the primal program computes both: the derivative is their product. */
    private Optional<Value> mirrored(Instr.Map1 map) {
        if (map.f() != Function1.SIGMOID) {
            return Optional.empty();
        }
        Optional<Value> turned = scope.primal
                .negated(map.x())
                .or(() -> scope.primal.beside(map.x(), instr -> isFunction(instr, Function1.NEGATE)));
        return turned.flatMap(minus -> scope.primal.beside(minus, instr -> isFunction(instr, Function1.SIGMOID)))
                .filter(found -> scope.primal.owner(found) == scope.primal.owner(map.result()));
    }

    private static boolean isFunction(Instr instr, Function1 f) {
        return instr instanceof Instr.Map1 map && map.f() == f;
    }

    Sweep.Done map2(Instr.Map2 map, Value bar) {
        switch (map.f()) {
            case ADD -> {
                bars.add(map.x(), fit(bar, map.x()));
                bars.add(map.y(), fit(bar, map.y()));
            }
            case SUBTRACT -> {
                bars.add(map.x(), fit(bar, map.x()));
                bars.subtract(map.y(), fit(bar, map.y()));
            }
            case MULTIPLY -> {
                product(map.x(), map.y(), bar);
                product(map.y(), map.x(), bar);
            }
            case DIVIDE -> quotient(map, bar);
            case POWER, LOWER_POWER, ATAN2, HYPOT, MAX, MIN, LOG_ADD_EXP, GREATER, SCALE, RATIO, POLYGAMMA ->
                partials(map, bar);
        }
        return Sweep.Done.DONE;
    }

    private void product(Value of, Value other, Value bar) {
        if (activity.active(of)) {
            Value factor = scope.read(other);
            boolean reduces = of.type().isScalar() && !bar.type().isScalar();
            bars.add(
                    of,
                    reduces && factor.type().equals(bar.type())
                            ? builder.linear(Product.DOT, Type.SCALAR, bar, factor)
                            : fit(builder.multiply(bar, factor), of));
        }
    }

    /** q = x / y: with w = qBar / y, xBar += w and yBar -= w q. */
    private void quotient(Instr.Map2 map, Value bar) {
        Value w = builder.divide(bar, scope.read(map.y()));
        if (activity.active(map.x())) {
            bars.add(map.x(), fit(w, map.x()));
        }
        if (activity.active(map.y())) {
            Value share = builder.multiply(w, scope.read(map.result()));
            bars.subtract(map.y(), fit(share, map.y()));
        }
    }

    private void partials(Instr.Map2 map, Value bar) {
        if (activity.active(map.x())) {
            Value partial =
                    map.f().derivative1(builder, scope.read(map.x()), scope.read(map.y()), scope.read(map.result()));
            bars.add(map.x(), fit(times(bar, partial), map.x()));
        }
        if (activity.active(map.y())) {
            Value partial =
                    map.f().derivative2(builder, scope.read(map.x()), scope.read(map.y()), scope.read(map.result()));
            bars.add(map.y(), fit(times(bar, partial), map.y()));
        }
    }

    /** The adjoint times a derivative; when that is a quotient, as one: (bar n) / d. */
    private Value times(Value bar, Value derivative) {
        if (builder.written().isEmpty()) {
            return builder.multiply(bar, derivative);
        }
        Instr last = builder.last();
        if (last instanceof Instr.Map1 map && map.result().equals(derivative) && map.f() == Function1.RECIPROCAL) {
            return builder.divide(bar, map.x());
        }
        if (last instanceof Instr.Map2 map && map.result().equals(derivative) && map.f() == Function2.DIVIDE) {
            return builder.divide(builder.multiply(bar, map.x()), map.y());
        }
        return builder.multiply(bar, derivative);
    }

    /** A contribution to a scalar that was broadcast is summed over what it was broadcast to. */
    private Value fit(Value contribution, Value of) {
        boolean reduces =
                of.type().shape().isEmpty() && !contribution.type().shape().isEmpty();
        return reduces && activity.active(of) ? builder.fold(Instr.Reduction.SUM, contribution) : contribution;
    }

    Sweep.Done fold(Instr.Fold fold, Value bar) {
        Value x = fold.x();
        if (!activity.active(x)) {
            return Sweep.Done.DONE;
        }
        switch (fold.op()) {
            case SUM -> bars.add(x, builder.view(Access.BROADCAST, x.type(), List.of(), bar));
            case MAX -> bars.add(x, attained(fold, Instr.Reduction.ARGMAX, bar));
            case MIN -> bars.add(x, attained(fold, Instr.Reduction.ARGMIN, bar));
            case LOGSUMEXP -> {
                bars.add(x, builder.multiply(bar, softmax(x, fold.result())));
            }
            case NORM -> {
                Value share = builder.apply(Function2.RATIO, bar, scope.read(fold.result()));
                bars.add(x, builder.multiply(share, scope.read(x)));
            }
            case ARGMAX, ARGMIN -> {}
        }
        return Sweep.Done.DONE;
    }

    /** exp(x - logsumexp(x)): what the primal program has of it already is read. */
    private Value softmax(Value x, Value total) {
        Optional<Value> logarithm = scope.primal.beside(
                total,
                instr -> instr instanceof Instr.Map2 map
                        && map.f() == Function2.SUBTRACT
                        && map.x().equals(x)
                        && map.y().equals(total));
        Optional<Value> itself = logarithm.flatMap(of ->
                scope.primal.beside(of, instr -> instr instanceof Instr.Map1 map && map.f() == Function1.EXP));
        return itself.map(scope::read)
                .orElseGet(() -> builder.apply(
                        Function1.EXP,
                        logarithm
                                .map(scope::read)
                                .orElseGet(() -> builder.subtract(scope.read(x), scope.read(total)))));
    }

    private Value attained(Instr.Fold fold, Instr.Reduction where, Value bar) {
        Value index = builder.fresh(Type.INDEX);
        builder.add(new Instr.Fold(index, where, scope.read(fold.x())));
        Type vector = Type.vector(fold.x().type().size());
        Value entries = builder.view(Access.PAD_ENTRY, vector, List.of(), bar, index);
        return fold.x().type().shape().size() == 1
                ? entries
                : builder.view(Access.RESHAPE, fold.x().type(), List.of(), entries);
    }
}
