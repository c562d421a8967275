package dev.orbit.compiler.emit;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random scalar programs: loops one after the other that carry, sum, look back and collect, branches, abstract functions,
 * and names that clash with one another and with ours.
 */
final class RandomPrograms {
    static final Abstract F = new Abstract("f", List.of(Type.SCALAR), Type.SCALAR);
    static final Abstract G = new Abstract("t", List.of(Type.SCALAR, Type.SCALAR), Type.SCALAR);
    static final List<String> PARAMETERS = List.of("p", "theta", "class", "steps");
    static final List<String> HINTS = List.of("", "", "", "h", "h", "t", "gradient", "y_true", "loss", "e");

    private static final List<Function1> UNARY =
            List.of(Function1.NEGATE, Function1.NEGATE, Function1.SQUARE, Function1.TANH, Function1.SIN, Function1.ABS);
    private static final List<Function2> BINARY = List.of(
            Function2.ADD,
            Function2.ADD,
            Function2.SUBTRACT,
            Function2.SUBTRACT,
            Function2.MULTIPLY,
            Function2.MULTIPLY,
            Function2.DIVIDE,
            Function2.MAX);

    private final SplittableRandom random;
    private final Builder on = new Builder(0);
    private final List<Value> reals = new ArrayList<>();
    private final List<Value> truths = new ArrayList<>();
    private final List<Value> columns = new ArrayList<>();
    private final List<Value> stacks = new ArrayList<>();
    private final Count rows;
    private final int firstRow;

    private RandomPrograms(long seed) {
        random = new SplittableRandom(seed);
        rows = random.nextInt(3) == 0 ? new Count.Fixed(11 + random.nextInt(4)) : new Count.Dimension("T");
        firstRow = 1 + random.nextInt(3);
    }

    /** A lowered program and what the class is to look like. */
    record Draw(Program program, Specs outline) {}

    static Draw draw(long seed) {
        return new RandomPrograms(seed).run(seed);
    }

    private Draw run(long seed) {
        List<Program.Input> inputs = new ArrayList<>();
        List<Value> arguments = new ArrayList<>();
        Specs outline = new Specs("Random" + seed).function(F).function(G);
        for (String name : PARAMETERS) {
            arguments.add(scalar(name));
            inputs.add(new Program.Input(Program.Role.PARAMETER, name));
            outline.parameters(name);
        }
        arguments.add(scalar("x"));
        inputs.add(new Program.Input(Program.Role.INPUT, "x"));
        outline.input("x");
        reals.addAll(arguments);
        for (String name : List.of("r", "y_true")) {
            Value column = on.named(name).fresh(Type.SCALAR.stackedOver(rows));
            columns.add(column);
            arguments.add(column);
            inputs.add(new Program.Input(Program.Role.INPUT, name));
            outline.perStep(name);
        }
        if (rows instanceof Count.Fixed fixed) {
            outline.steps(fixed.number());
        } else {
            outline.open(firstRow);
        }
        int loops = 1 + random.nextInt(2);
        for (int i = 0; i < 3; i++) {
            statement(2);
        }
        for (int i = 0; i < loops; i++) {
            loop();
            statement(2);
        }
        Value loss = on.named("").add(pick(reals), on.add(last(1), last(2)));
        Region body = new Region(arguments, on.written(), List.of(loss));
        return new Draw(new Program(inputs, body, List.of(new Program.Output(Program.Purpose.LOSS, ""))), outline);
    }

    private Value scalar(String name) {
        return on.named(name).fresh(Type.SCALAR);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Value last(int back) {
        return reals.get(Math.max(0, reals.size() - back));
    }

    private Value operand() {
        return switch (random.nextInt(4)) {
            case 0 -> last(1);
            case 1 -> last(2);
            case 2 -> pick(reals);
            default ->
                random.nextInt(4) == 0
                        ? on.constant(new double[] {0, 1, -1, 2, 0.1, -2.5e-10, 1e22, -3}[random.nextInt(8)])
                        : pick(reals);
        };
    }

    private void statement(int depth) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            Value x = operand();
            Value y = random.nextInt(4) == 0 ? x : operand();
            Instr.Comparison op = Instr.Comparison.values()[random.nextInt(Instr.Comparison.values().length)];
            truths.add(on.named("").compare(op, x, y));
        } else if (kind == 1 && depth > 0) {
            branch(depth - 1);
        } else if (kind == 2) {
            call();
        } else if (kind <= 4) {
            Value x = operand();
            Function1 f = pick(UNARY);
            reals.add(on.named(pick(HINTS)).apply(f, x));
        } else {
            Value x = operand();
            Value y = operand();
            Function2 f = pick(BINARY);
            reals.add(on.named(pick(HINTS)).apply(f, x, y));
        }
    }

    private void call() {
        boolean one = random.nextBoolean();
        List<Value> args = one ? List.of(operand()) : List.of(operand(), operand());
        Value result = on.named(pick(HINTS)).fresh(Type.SCALAR);
        on.add(new Instr.Call(List.of(result), one ? F : G, Abstract.Order.VALUE, args));
        reals.add(result);
    }

    private void branch(int depth) {
        Value condition =
                truths.isEmpty() ? on.named("").compare(Instr.Comparison.LESS, operand(), operand()) : pick(truths);
        if (random.nextInt(3) == 0) {
            condition = on.logic(Instr.Connective.NOT, condition);
        }
        int results = 1 + random.nextInt(2);
        Region then = side(depth, results);
        Region otherwise = side(depth, results);
        reals.addAll(on.branch(condition, then, otherwise));
    }

    private Region side(int depth, int results) {
        int marks = reals.size();
        int truth = truths.size();
        Region region = on.region(List.of(), () -> {
            int statements = random.nextInt(4);
            for (int i = 0; i < statements; i++) {
                statement(depth);
            }
            List<Value> out = new ArrayList<>();
            for (int i = 0; i < results; i++) {
                out.add(operand());
            }
            return out;
        });
        reals.subList(marks, reals.size()).clear();
        truths.subList(truth, truths.size()).clear();
        return region;
    }

    private void loop() {
        int shift = firstRow - 1;
        Count count = shift == 0
                ? rows
                : rows instanceof Count.Fixed fixed
                        ? new Count.Fixed(Math.max(0, fixed.number() - shift))
                        : new Count.Less(rows, shift);
        List<Value> arguments = new ArrayList<>(List.of(on.named("").fresh(Type.INDEX)));
        List<Carry> carries = new ArrayList<>();
        int states = random.nextInt(4);
        for (int i = 0; i < states; i++) {
            int delay = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
            carries.add(Carry.delayed(pick(reals), delay));
            arguments.add(scalar(pick(HINTS)));
        }
        int sums = 1 + random.nextInt(2);
        for (int i = 0; i < sums; i++) {
            carries.add(Carry.sum(on.constant(random.nextInt(4) == 0 ? 1 : 0)));
        }
        List<Instr.Sequence> sequences = new ArrayList<>();
        for (Value column : columns) {
            if (random.nextInt(3) > 0) {
                sequences.add(new Instr.Sequence(column, shift));
                arguments.add(scalar(column.hint()));
            }
        }
        for (Value stack : stacks) {
            sequences.add(new Instr.Sequence(stack, 0));
            arguments.add(scalar(stack.hint()));
        }
        int marks = reals.size();
        int truth = truths.size();
        Region body = on.region(arguments, () -> body(arguments, carries));
        reals.subList(marks, reals.size()).clear();
        truths.subList(truth, truths.size()).clear();
        List<Value> results = on.loop(Instr.Axis.STEPS, count, random.nextInt(4) == 0, carries, sequences, body);
        for (int i = 0; i < results.size(); i++) {
            if (i >= carries.size()) {
                stacks.add(results.get(i));
            } else if (carries.get(i).delay() == 1) {
                reals.add(results.get(i));
            }
        }
    }

    private List<Value> body(List<Value> arguments, List<Carry> carries) {
        reals.addAll(arguments.subList(1, arguments.size()));
        if (random.nextInt(3) == 0) {
            Value t = on.named("t").fresh(Type.SCALAR);
            on.add(new Instr.Real(t, arguments.get(0), firstRow));
            reals.add(t);
        }
        int statements = 3 + random.nextInt(8);
        for (int i = 0; i < statements; i++) {
            statement(2);
        }
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < carries.size(); i++) {
            out.add(operand());
        }
        int collected = random.nextInt(3);
        for (int i = 0; i < collected; i++) {
            out.add(operand());
        }
        return out;
    }
}
