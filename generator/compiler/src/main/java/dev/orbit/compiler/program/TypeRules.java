package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Type.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the types of an instruction's operands and results belong together. */
final class TypeRules {
    private TypeRules() {}

    /** @throws MalformedProgram if they do not */
    static void verify(Instr instr) {
        Optional<String> problem = instr.match(new Instr.Cases<>(
                TypeRules::constant,
                i -> unless(isNumber(i.result()), "a count gives a number"),
                i -> unless(isNumber(i.result()) && i.index().type().equals(Type.INDEX), "an index gives a number"),
                i -> unless(isReal(i.x()) && agree(i.x(), i.result()), "a function keeps the type"),
                TypeRules::map2,
                TypeRules::compare,
                TypeRules::logic,
                TypeRules::linear,
                ViewRules::problem,
                TypeRules::fold,
                TypeRules::call,
                TypeRules::branch,
                LoopRules::problem));
        if (problem.isPresent()) {
            Optional<Origin> origin = instr.results().stream().findFirst().map(Value::origin);
            throw new MalformedProgram(problem.get() + ", but not in " + Printer.line(instr), origin);
        }
    }

    static Optional<String> unless(boolean holds, String rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }

    static boolean agree(Value x, Value y) {
        return x.type().agrees(y.type());
    }

    static boolean isReal(Value x) {
        return x.type().isReal();
    }

    static boolean isNumber(Value x) {
        return isReal(x) && x.type().isScalar();
    }

    static boolean isUnstacked(Value x) {
        return isReal(x) && x.type().stacked().isEmpty();
    }

    private static Optional<String> constant(Instr.Constant constant) {
        double value = constant.literal().value();
        Type type = constant.result().type();
        return switch (type.element()) {
            case DOUBLE, FLOAT -> Optional.empty();
            case INDEX -> unless(type.shape().isEmpty() && value == (int) value, "an index is a whole number");
            case TRUTH -> unless(type.shape().isEmpty() && (value == 0 || value == 1), "a truth is 0 or 1");
        };
    }

    private static Optional<String> map2(Instr.Map2 map) {
        Type x = map.x().type();
        Type y = map.y().type();
        Type result = map.result().type();
        boolean left = y.agrees(result)
                && x.stacked().size() == y.stacked().size()
                && x.shape().isEmpty();
        boolean right = x.agrees(result)
                && x.stacked().size() == y.stacked().size()
                && y.shape().isEmpty();
        boolean both = x.agrees(result) && y.agrees(result);
        return unless(
                x.isReal() && y.isReal() && (left || right || both),
                "a function of two values meets one type, or a scalar and a shape");
    }

    private static Optional<String> compare(Instr.Compare compare) {
        boolean numbers = isNumber(compare.x()) && isNumber(compare.y());
        boolean indices =
                compare.x().type().equals(Type.INDEX) && compare.y().type().equals(Type.INDEX);
        return unless(
                compare.result().type().equals(Type.TRUTH) && (numbers || indices),
                "two numbers or two indices are compared");
    }

    private static Optional<String> logic(Instr.Logic logic) {
        boolean truths = logic.args().stream().allMatch(arg -> arg.type().equals(Type.TRUTH))
                && logic.result().type().equals(Type.TRUTH);
        boolean number = logic.op() == Instr.Connective.NOT
                ? logic.args().size() == 1
                : !logic.args().isEmpty();
        return unless(truths && number, "truths are connected");
    }

    private static Optional<String> linear(Instr.Linear linear) {
        boolean unstacked = isUnstacked(linear.result())
                && (linear.op() == Product.STACKED_OUTER
                        ? areStacks(linear.args())
                        : linear.args().stream().allMatch(TypeRules::isUnstacked));
        List<List<Integer>> shapes =
                linear.args().stream().map(arg -> arg.type().shape()).toList();
        Optional<List<Integer>> shape = linear.op().shape(shapes);
        return unless(
                unstacked && shape.equals(Optional.of(linear.result().type().shape())), "the shapes of a product fit");
    }

    /** Whether each is one stack of real rows, all with as many rows. */
    private static boolean areStacks(List<Value> args) {
        Type first = args.get(0).type();
        return first.stacked().size() == 1
                && args.stream()
                        .allMatch(arg -> isReal(arg)
                                && arg.type().agrees(first.shaped(arg.type().shape())));
    }

    private static Optional<String> fold(Instr.Fold fold) {
        boolean where = fold.op() == Reduction.ARGMAX || fold.op() == Reduction.ARGMIN;
        boolean result = where ? fold.result().type().equals(Type.INDEX) : isNumber(fold.result());
        return unless(isUnstacked(fold.x()) && result, "a reduction of a shape gives a number, or an index");
    }

    private static Optional<String> call(Instr.Call call) {
        Abstract f = call.f();
        List<Integer> by = call.order().by();
        if (!by.stream().allMatch(i -> i >= 0 && i < f.arguments().size())) {
            return Optional.of("a derivative is by an argument");
        }
        List<Type> chosen = by.stream().map(f.arguments()::get).toList();
        List<Type> arguments = new ArrayList<>(f.arguments());
        List<Type> results = List.of(f.result());
        switch (call.order().kind()) {
            case VALUE, PARTIAL -> {}
            case VECTOR_JACOBIAN -> {
                arguments.add(f.result());
                results = chosen;
            }
            case JACOBIAN_VECTOR -> arguments.addAll(chosen);
        }
        return unless(
                arguments.equals(types(call.args())) && results.equals(types(call.results())),
                "a call is as its function declares");
    }

    private static Optional<String> branch(Instr.If branch) {
        boolean closed = branch.then().arguments().isEmpty()
                && branch.otherwise().arguments().isEmpty();
        return unless(
                branch.condition().type().element() == Element.TRUTH
                        && closed
                        && agree(branch.then().results(), branch.results())
                        && agree(branch.otherwise().results(), branch.results()),
                "both branches give what a choice results in");
    }

    private static boolean agree(List<Value> xs, List<Value> ys) {
        boolean agree = xs.size() == ys.size();
        for (int i = 0; agree && i < xs.size(); i++) {
            agree = agree(xs.get(i), ys.get(i));
        }
        return agree;
    }

    private static List<Type> types(List<Value> values) {
        return values.stream().map(Value::type).toList();
    }
}
