package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Instr.Sequence;
import dev.orbit.compiler.program.Program.Input;
import dev.orbit.compiler.program.Program.Output;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Program.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded random programs: scalars, vectors and matrices, branches, abstract calls, loops with delayed carries, sums,
 * rows and stacks in both directions, repeats counted by data, and at times a loop over examples of different lengths.
 */
public final class RandomPrograms {
    private static final Count STEPS = new Count.Dimension("T");
    private static final Count EXAMPLES = new Count.Dimension("examples");
    private static final Type COLUMN = Type.SCALAR.stackedOver(STEPS);
    private static final Type VECTORS = Type.vector(2).stackedOver(STEPS);
    private static final List<String> DECIMALS =
            List.of("0", "0", "1", "1", "2", "-1", "0.5", "0.1", "0.3", "3", "1e-4", "-0.7");
    private static final List<Function1> MAPS = List.of(
            Function1.NEGATE,
            Function1.NEGATE,
            Function1.SQUARE,
            Function1.TANH,
            Function1.SIGMOID,
            Function1.SIN,
            Function1.COS,
            Function1.ABS,
            Function1.RELU,
            Function1.ATAN,
            Function1.SOFTPLUS);
    private static final List<Function2> PAIRS = List.of(
            Function2.ADD,
            Function2.ADD,
            Function2.SUBTRACT,
            Function2.SUBTRACT,
            Function2.MULTIPLY,
            Function2.MULTIPLY,
            Function2.MULTIPLY,
            Function2.MAX,
            Function2.MIN,
            Function2.SCALE);

    private final Random random;
    private final Builder on = new Builder(0);
    private final Known known = new Known();
    private boolean stepsAreKnown;

    private RandomPrograms(long seed) {
        random = new Random(seed);
    }

    /** A program and arguments for it. */
    public record Sample(Program program, List<Datum<Double>> arguments) {}

    public static Sample of(long seed) {
        return new RandomPrograms(seed).sample();
    }

    /** The values that may be read here, by what they are. */
    private static final class Known {
        final List<Value> scalars = new ArrayList<>();
        final List<Value> vectors = new ArrayList<>();
        final List<Value> matrices = new ArrayList<>();
        final List<Value> truths = new ArrayList<>();
        final List<Value> indices = new ArrayList<>();
        final List<Value> stacks = new ArrayList<>();

        List<List<Value>> all() {
            return List.of(scalars, vectors, matrices, truths, indices, stacks);
        }
    }

    private Sample sample() {
        List<Input> inputs = new ArrayList<>();
        List<Value> arguments = new ArrayList<>();
        List<Datum<Double>> data = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            input("p" + i, Role.PARAMETER, Type.SCALAR, Datum.of(number()), inputs, arguments, data);
        }
        input("v", Role.PARAMETER, Type.vector(2), Datum.of(number(), number()), inputs, arguments, data);
        double[] entries = random.doubles(4, -1, 1).toArray();
        input("m", Role.PARAMETER, Type.matrix(2, 2), Datum.of(entries), inputs, arguments, data);
        input("k", Role.INPUT, Type.INDEX, new Datum.Index<>(1 + random.nextInt(2)), inputs, arguments, data);
        arguments.forEach(this::know);
        boolean batch = random.nextInt(4) == 0;
        Type column = batch ? COLUMN.stackedOver(EXAMPLES) : COLUMN;
        Type vectors = batch ? VECTORS.stackedOver(EXAMPLES) : VECTORS;
        List<Datum<Double>> columns = new ArrayList<>();
        List<Datum<Double>> rows = new ArrayList<>();
        for (int example = 0; example < (batch ? random.nextInt(4) : 1); example++) {
            int steps = random.nextInt(5);
            columns.add(Datum.column(random.doubles(steps, -1, 1).toArray()));
            rows.add(new Datum.Stack<>(random.doubles(steps, -1, 1)
                    .<Datum<Double>>mapToObj(x -> Datum.of(x, x / 2))
                    .toList()));
        }
        input("x", Role.INPUT, column, batch ? new Datum.Stack<>(columns) : columns.get(0), inputs, arguments, data);
        input("u", Role.INPUT, vectors, batch ? new Datum.Stack<>(rows) : rows.get(0), inputs, arguments, data);
        List<Value> data2 = arguments.subList(6, 8);
        List<Value> results = new ArrayList<>();
        instrs(4);
        if (batch) {
            results.addAll(examples(data2));
        } else {
            data2.forEach(this::know);
            stepsAreKnown = true;
            instrs(6);
            loop(2);
        }
        instrs(3);
        for (int i = 0; i < 2; i++) {
            results.add(pick(known.scalars));
        }
        results.add(pick(known.vectors));
        results.add(total());
        List<Output> outputs = new ArrayList<>();
        results.forEach(result -> outputs.add(new Output(Purpose.PREDICTION, "o" + outputs.size())));
        return new Sample(new Program(inputs, new Region(arguments, on.written(), results), outputs), data);
    }

    /** Something that depends on much of what was written. */
    private Value total() {
        Value total = pick(known.scalars);
        for (Value each : known.scalars) {
            if (random.nextInt(3) > 0) {
                total = on.add(total, on.apply(Function1.SIN, each));
            }
        }
        for (Value each : known.vectors) {
            if (random.nextInt(3) > 0) {
                total = on.add(total, on.fold(Reduction.SUM, on.apply(Function1.TANH, each)));
            }
        }
        return total;
    }

    private double number() {
        return random.nextDouble() * 2 - 1;
    }

    private void input(
            String name,
            Role role,
            Type type,
            Datum<Double> datum,
            List<Input> inputs,
            List<Value> arguments,
            List<Datum<Double>> data) {
        inputs.add(new Input(role, name));
        arguments.add(on.named(name).fresh(type));
        data.add(datum);
    }

    private void know(Value value) {
        Type type = value.type();
        if (!type.stacked().isEmpty()) {
            known.stacks.add(value);
        } else if (type.equals(Type.TRUTH)) {
            known.truths.add(value);
        } else if (type.equals(Type.INDEX)) {
            // only those that are good for picking an entry are listed
            known.indices.add(value);
        } else if (type.shape().isEmpty()) {
            known.scalars.add(value);
        } else if (type.shape().equals(List.of(2))) {
            known.vectors.add(value);
        } else if (type.shape().equals(List.of(2, 2))) {
            known.matrices.add(value);
        }
    }

    private Value pick(List<Value> values) {
        // later values more often: chains instead of bushes
        int back = Math.min(random.nextInt(values.size()), random.nextInt(values.size()));
        return values.get(values.size() - 1 - back);
    }

    private void instrs(int number) {
        for (int i = 0; i < number; i++) {
            instr(2);
        }
    }

    private void instr(int depth) {
        int kind = random.nextInt(depth > 0 ? 20 : 15);
        if (kind < 2) {
            know(literal(random.nextInt(3) == 0 ? Type.vector(2) : Type.SCALAR));
        } else if (kind < 5) {
            know(on.named(name()).apply(any(MAPS), shaped()));
        } else if (kind < 9) {
            pair();
        } else if (kind < 10) {
            know(on.compare(any(List.of(Comparison.values())), pick(known.scalars), pick(known.scalars)));
        } else if (kind < 12) {
            linear();
        } else if (kind < 14) {
            view();
        } else if (kind < 15) {
            call();
        } else if (kind < 17 && !known.truths.isEmpty()) {
            branch(depth);
        } else {
            loop(depth);
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String name() {
        return random.nextInt(3) == 0 ? "n" + random.nextInt(9) : "";
    }

    private Value literal(Type type) {
        String text = any(DECIMALS);
        return on.literal(new Literal(Double.parseDouble(text), random.nextBoolean() ? text : "", ""), type);
    }

    private Value shaped() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(known.vectors);
            case 1 -> pick(known.matrices);
            default -> pick(known.scalars);
        };
    }

    private void pair() {
        Function2 f = any(PAIRS);
        Value x = shaped();
        Value y = random.nextInt(4) == 0
                ? literal(Type.SCALAR)
                : random.nextBoolean() || x.type().shape().isEmpty()
                        ? pick(known.scalars)
                        : x.type().shape().size() == 1 ? pick(known.vectors) : pick(known.matrices);
        boolean swap = random.nextBoolean();
        know(on.named(name()).apply(f, swap ? y : x, swap ? x : y));
        if (random.nextInt(6) == 0) {
            // a form that is computed otherwise, for negative numbers above -1
            StableForm form = any(StableForm.all());
            Value u = on.negate(on.apply(Function1.SIGMOID, x));
            Value v = on.negate(on.apply(Function1.SIGMOID, on.negate(x)));
            know(form.pattern().evaluate(on, List.of(u, v)));
        }
        if (random.nextInt(6) == 0) {
            Value safe = on.add(on.square(pick(known.scalars)), on.constant(1));
            know(on.divide(x, safe));
        }
    }

    private void linear() {
        Value m = pick(known.matrices);
        Value v = pick(known.vectors);
        switch (random.nextInt(6)) {
            case 0 -> know(on.linear(Product.MATRIX, Type.vector(2), m, v));
            case 1 -> know(on.linear(Product.MATRIX_TRANSPOSED, Type.vector(2), m, v));
            case 2 -> know(on.linear(Product.OUTER, Type.matrix(2, 2), v, pick(known.vectors)));
            case 3 -> know(on.linear(Product.DOT, Type.SCALAR, v, pick(known.vectors)));
            case 4 -> know(on.linear(Product.TRANSPOSED_RIGHT, Type.matrix(2, 2), m, pick(known.matrices)));
            default -> know(on.fold(random.nextBoolean() ? Reduction.SUM : Reduction.LOGSUMEXP, v));
        }
    }

    private void view() {
        Value v = pick(known.vectors);
        Value m = pick(known.matrices);
        Value s = pick(known.scalars);
        Type vector = Type.vector(2);
        switch (random.nextInt(10)) {
            case 0 -> know(on.view(Access.SLICE, Type.SCALAR, List.of(1, 2), v));
            case 1 -> know(on.view(Access.PAD, vector, List.of(0, 1), s));
            case 2 -> know(on.view(Access.STACK, vector, List.of(), s, pick(known.scalars)));
            case 3 -> know(on.view(Access.TRANSPOSE, Type.matrix(2, 2), List.of(), m));
            case 4 -> know(on.view(Access.DIAGONAL, Type.matrix(2, 2), List.of(), v));
            case 5 -> know(on.view(Access.BROADCAST, vector, List.of(), s));
            case 6 -> know(on.view(Access.ENTRY, Type.SCALAR, List.of(), v, pick(known.indices)));
            case 7 -> know(on.view(Access.PUT, vector, List.of(), v, pick(known.indices), s));
            case 8 -> know(on.view(Access.PUSH, vector, List.of(), v, s));
            default -> know(on.view(Access.SLICE, vector, List.of(1, 2, 0, 2), m));
        }
    }

    private void call() {
        boolean one = random.nextBoolean();
        Abstract f = one ? StandIn.W : StandIn.G;
        List<Value> args = one ? List.of(pick(known.scalars)) : List.of(pick(known.scalars), pick(known.scalars));
        Value result = on.named(name()).fresh(Type.SCALAR);
        on.add(new Instr.Call(List.of(result), f, Abstract.Order.VALUE, args));
        know(result);
    }

    /** Writes a region in which what is known here may be read, and forgets what was defined inside. */
    private Region inside(List<Value> arguments, Runnable write, List<Type> types) {
        List<Integer> sizes = known.all().stream().map(List::size).toList();
        Region region = on.region(arguments, () -> {
            // the index of a loop counts from 0, so it picks no entry
            arguments.stream()
                    .filter(argument -> !argument.type().equals(Type.INDEX))
                    .forEach(this::know);
            write.run();
            return types.stream().map(this::some).toList();
        });
        for (int i = 0; i < sizes.size(); i++) {
            List<Value> values = known.all().get(i);
            values.subList(sizes.get(i), values.size()).clear();
        }
        return region;
    }

    /** Mostly something new. */
    private Value some(Type type) {
        List<Value> values = type.shape().isEmpty() ? known.scalars : known.vectors;
        int last = Math.max(0, values.size() - 3);
        return random.nextInt(4) > 0 ? any(values.subList(last, values.size())) : pick(values);
    }

    private List<Type> types(int atLeast) {
        List<Type> types = new ArrayList<>();
        for (int i = atLeast + random.nextInt(2); i > 0; i--) {
            types.add(random.nextInt(3) == 0 ? Type.vector(2) : Type.SCALAR);
        }
        return types;
    }

    private void some(int number, int depth) {
        for (int i = 0; i < number; i++) {
            instr(depth - 1);
        }
    }

    private void branch(int depth) {
        List<Type> types = types(1);
        Region then = inside(List.of(), () -> some(3, depth), types);
        Region otherwise = inside(List.of(), () -> some(3, depth), types);
        on.branch(pick(known.truths), then, otherwise).forEach(this::know);
    }

    private void loop(int depth) {
        Count count = count();
        List<Sequence> sequences = new ArrayList<>();
        List<Value> arguments = new ArrayList<>(List.of(on.fresh(Type.INDEX)));
        List<Carry> carries = new ArrayList<>();
        List<Type> types = types(1);
        for (Type type : types) {
            Value initial = random.nextInt(3) == 0 ? literal(type) : some(type);
            if (random.nextInt(3) == 0) {
                carries.add(Carry.sum(initial));
            } else {
                carries.add(Carry.delayed(initial, random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1));
                arguments.add(on.named(name()).fresh(type));
            }
        }
        for (Value stack : known.stacks) {
            if (stack.type().stacked().get(0).equals(count) && random.nextInt(3) > 0) {
                sequences.add(new Sequence(stack, 0));
                arguments.add(on.fresh(stack.type().row()));
            }
        }
        List<Type> yields = new ArrayList<>(types);
        boolean keepsRows = !(count instanceof Count.Given);
        yields.addAll(keepsRows ? types(0) : List.of());
        Region body = inside(arguments, () -> some(6, depth), yields);
        Axis axis = count.equals(STEPS) ? Axis.STEPS : Axis.REPEATS;
        List<Value> results = on.loop(axis, count, random.nextInt(3) == 0, carries, sequences, body);
        for (int i = 0; i < results.size(); i++) {
            if (i >= carries.size() || carries.get(i).delay() == 1) {
                know(results.get(i));
            }
        }
    }

    private Count count() {
        return switch (random.nextInt(stepsAreKnown ? 5 : 3)) {
            case 0 -> new Count.Fixed(random.nextInt(4));
            case 1 -> new Count.Fixed(9 + random.nextInt(3));
            case 2 -> new Count.Given(pick(known.indices));
            default -> STEPS;
        };
    }

    /** A loop over examples of different lengths: sums, and one prediction each. */
    private List<Value> examples(List<Value> data) {
        List<Value> arguments = new ArrayList<>(List.of(on.fresh(Type.INDEX)));
        List<Sequence> sequences = new ArrayList<>();
        for (Value column : data) {
            sequences.add(new Sequence(column, 0));
            arguments.add(on.fresh(column.type().row()));
        }
        List<Carry> carries = List.of(Carry.sum(on.constant(0)), Carry.sum(pick(known.vectors)));
        List<Type> yields = List.of(Type.SCALAR, Type.vector(2), Type.SCALAR);
        Region body = inside(
                arguments,
                () -> {
                    stepsAreKnown = true;
                    Value steps = on.fresh(Type.SCALAR);
                    on.add(new Instr.Extent(steps, STEPS));
                    know(steps);
                    some(5, 2);
                    loop(2);
                },
                yields);
        stepsAreKnown = false;
        List<Value> results = on.loop(Axis.EXAMPLES, EXAMPLES, false, carries, sequences, body);
        results.subList(0, 2).forEach(this::know);
        return List.of(results.get(2));
    }
}
