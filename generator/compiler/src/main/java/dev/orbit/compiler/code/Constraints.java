package dev.orbit.compiler.code;

import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.program.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The smooth map from the whole space onto the parameters' intervals, its inverse, and the gradient through it. The map is
 * triangular: a bound depends on earlier parameters alone.
 */
final class Constraints {
    private final Outline outline;
    private final Naming naming;
    private final Variables variables;
    private final Names names;
    private final Surroundings around;
    private final Array free;
    private final Array vector;
    private final Array gradient;
    private final BitSet read;
    private final List<Stmt> body = new ArrayList<>();
    private final Bounds bounds;
    private final Walks walks;

    private Constraints(Outline outline, Naming naming, Variables variables, Names names, Signature signature) {
        this.outline = outline;
        this.naming = naming;
        this.variables = variables;
        this.names = names;
        this.around = new Surroundings(signature, outline);
        this.free = new Array(names.first("free", "freeVector"), Kind.REAL);
        this.vector = new Array(names.first("parameters", "parameterVector"), Kind.REAL);
        this.gradient = signature.gradient();
        this.read = Bounds.read(outline);
        this.bounds = new Bounds(outline, naming, variables, around, names, body);
        this.walks = new Walks(variables);
    }

    /** The three methods; none where no parameter has an interval. */
    static List<Method> methods(
            Outline outline, Naming naming, Variables variables, Names ofClass, Signature signature) {
        if (outline.parameters().stream().noneMatch(p -> p.interval().isPresent())) {
            return List.of();
        }
        return List.of(
                new Constraints(outline, naming, variables, ofClass.inner(), signature).constrain(),
                new Constraints(outline, naming, variables, ofClass.inner(), signature).unconstrain(),
                new Constraints(outline, naming, variables, ofClass.inner(), signature).pullBack());
    }

    private Method method(String name, Purpose purpose, Argument... parameters) {
        return new Method(name, purpose, Optional.empty(), List.of(parameters), body);
    }

    private Expr.Entry entry(Array array, int number) {
        return new Expr.Entry(array, new Expr.Whole(outline.offset(number)));
    }

    /** Whether it has one entry and so is a number, whatever its shape. */
    private boolean isNumber(int number) {
        return outline.parameters().get(number).size() == 1;
    }

    /** Statements for each entry of a parameter that is no number, told where in the vector the entry is. */
    private List<Stmt> each(int number, Function<Expr, Stmt> body) {
        Expr offset = new Expr.Whole(outline.offset(number));
        int size = outline.parameters().get(number).size();
        return walks.each(List.of(size), true, names, at -> List.of(body.apply(Wholes.plus(offset, at.get(0)))));
    }

    private static Expr transform(String method, Expr z, Expr lower, Expr upper) {
        return new Expr.Call(Library.TRANSFORMS, method, Kind.REAL, List.of(z, lower, upper));
    }

    private Variable declare(int number, Expr value) {
        Variable variable = variables.named(naming.parameters().get(number), Kind.REAL);
        around.inputs.put(number, variable);
        body.add(new Stmt.Declare(variable, Optional.of(value), ""));
        return variable;
    }

    private Method constrain() {
        for (int i = 0; i < outline.parameters().size(); i++) {
            Optional<Outline.Interval> interval = outline.parameters().get(i).interval();
            if (!isNumber(i)) {
                body.addAll(constrained(i, interval));
                continue;
            }
            Expr value = entry(free, i);
            if (interval.isPresent()) {
                Expr lower = bounds.value(interval.get().lower());
                value = transform(
                        "constrain", value, lower, bounds.value(interval.get().upper()));
            }
            Expr result = read.get(i) ? declare(i, value) : value;
            String name = outline.parameters().get(i).name();
            body.add(new Stmt.Assign(entry(vector, i), Update.SET, result, name));
        }
        return method("constrain", Purpose.CONSTRAIN, free, vector);
    }

    private List<Stmt> constrained(int number, Optional<Outline.Interval> interval) {
        Optional<Expr> lower = interval.map(ends -> bounds.value(ends.lower()));
        Optional<Expr> upper = interval.map(ends -> bounds.value(ends.upper()));
        return each(number, at -> {
            Expr value = new Expr.Entry(free, at);
            Expr inside = lower.map(low -> transform("constrain", value, low, upper.orElseThrow()))
                    .orElse(value);
            return new Stmt.Assign(new Expr.Entry(vector, at), Update.SET, inside, "");
        });
    }

    private Method unconstrain() {
        List<Stmt> stores = new ArrayList<>();
        for (int i = 0; i < outline.parameters().size(); i++) {
            Outline.Parameter parameter = outline.parameters().get(i);
            if (!isNumber(i)) {
                stores.addAll(unconstrained(i, parameter));
                continue;
            }
            Expr value = entry(vector, i);
            if (parameter.interval().isEmpty()) {
                Expr kept = read.get(i) ? declare(i, value) : value;
                stores.add(new Stmt.Assign(entry(free, i), Update.SET, kept, parameter.name()));
                continue;
            }
            Expr lower = bounds.value(parameter.interval().get().lower());
            Expr upper = bounds.value(parameter.interval().get().upper());
            List<Argument> check = List.of(new Expr.Text(parameter.name()), value, lower, upper);
            Variable inside = declare(i, new Expr.Call(Library.INTERVALS, "inside", Kind.REAL, check));
            Expr back = transform("unconstrain", inside, lower, upper);
            stores.add(new Stmt.Assign(entry(free, i), Update.SET, back, parameter.name()));
        }
        body.addAll(stores);
        return method("unconstrain", Purpose.UNCONSTRAIN, vector, free);
    }

    private List<Stmt> unconstrained(int number, Outline.Parameter parameter) {
        if (parameter.interval().isEmpty()) {
            return each(
                    number,
                    at -> new Stmt.Assign(new Expr.Entry(free, at), Update.SET, new Expr.Entry(vector, at), ""));
        }
        Expr lower = bounds.value(parameter.interval().get().lower());
        Expr upper = bounds.value(parameter.interval().get().upper());
        Block block = new Block(vector, new Expr.Whole(outline.offset(number)));
        body.add(Prologue.inside(parameter, block, lower, upper));
        return each(number, at -> {
            Expr back = transform("unconstrain", new Expr.Entry(vector, at), lower, upper);
            return new Stmt.Assign(new Expr.Entry(free, at), Update.SET, back, "");
        });
    }

    /** From the last parameter to the first: a bound adds to the gradient by parameters that are scaled later. */
    private Method pullBack() {
        for (int i = 0; i < outline.parameters().size(); i++) {
            if (read.get(i)) {
                declare(i, entry(vector, i));
            }
        }
        for (int i = outline.parameters().size() - 1; i >= 0; i--) {
            Outline.Parameter parameter = outline.parameters().get(i);
            if (parameter.interval().isPresent()) {
                pullBack(i, parameter, parameter.interval().get());
            }
        }
        return method("pullBack", Purpose.PULL_BACK, free, vector, gradient);
    }

    private void pullBack(int number, Outline.Parameter parameter, Outline.Interval interval) {
        Expr lower = bounds.value(interval.lower());
        Expr upper = bounds.value(interval.upper());
        through(number, "slopeInLower", bounds.partials(interval.lower()), lower, upper);
        through(number, "slopeInUpper", bounds.partials(interval.upper()), lower, upper);
        if (!isNumber(number)) {
            body.addAll(each(number, at -> {
                Expr slope = transform("slope", new Expr.Entry(free, at), lower, upper);
                return new Stmt.Assign(new Expr.Entry(gradient, at), Update.MULTIPLY, slope, "");
            }));
            return;
        }
        Expr slope = transform("slope", entry(free, number), lower, upper);
        body.add(new Stmt.Assign(entry(gradient, number), Update.MULTIPLY, slope, parameter.name()));
    }

    private void through(int number, String slope, Map<Integer, Expr> partials, Expr lower, Expr upper) {
        if (partials.isEmpty()) {
            return;
        }
        String hint =
                outline.parameters().get(number).name() + (slope.endsWith("Lower") ? "_lower" : "_upper") + "_bar";
        Variable bar = variables.named(names.variable(hint), Kind.REAL);
        if (isNumber(number)) {
            Expr value = Signs.multiply(entry(gradient, number), transform(slope, entry(free, number), lower, upper));
            body.add(new Stmt.Declare(bar, Optional.of(value), ""));
        } else {
            body.add(new Stmt.Declare(bar, Optional.of(Assignments.zero(Type.Element.DOUBLE)), ""));
            body.addAll(each(number, at -> {
                Expr part = transform(slope, new Expr.Entry(free, at), lower, upper);
                return new Stmt.Assign(bar, Update.ADD, Signs.multiply(new Expr.Entry(gradient, at), part), "");
            }));
        }
        partials.forEach((of, partial) -> {
            boolean one = partial instanceof Expr.Number n && n.literal().value() == 1;
            boolean minus = partial instanceof Expr.Number n && n.literal().value() == -1;
            Expr added = one ? bar : minus ? Signs.negate(bar) : Signs.multiply(bar, partial);
            body.add(Assignments.accumulate(entry(gradient, of), added));
        });
    }
}
