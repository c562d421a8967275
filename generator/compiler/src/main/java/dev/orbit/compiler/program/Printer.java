package dev.orbit.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Programs as text for people: {@code --dump} and tests. The same program gives the same text everywhere. */
public final class Printer {
    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    public static String render(Program program) {
        Printer printer = new Printer();
        Region body = program.body();
        for (int i = 0; i < program.inputs().size(); i++) {
            printer.line(
                    0,
                    word(program.inputs().get(i).role()) + " "
                            + typed(body.arguments().get(i)));
        }
        printer.body(0, body);
        for (int i = 0; i < program.outputs().size(); i++) {
            Program.Output output = program.outputs().get(i);
            String of = output.of().isEmpty() ? "" : " " + output.of();
            printer.line(
                    0,
                    "output " + word(output.purpose()) + of + " = "
                            + body.results().get(i));
        }
        return printer.text.toString();
    }

    /** An instruction on one line, without its regions' instructions. */
    public static String line(Instr instr) {
        String results = instr.results().stream().map(Printer::typed).collect(Collectors.joining(", "));
        return results + " = " + right(instr);
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }

    private void body(int depth, Region region) {
        for (Instr instr : region.instrs()) {
            line(depth, line(instr));
            if (instr instanceof Instr.Loop loop) {
                inner(depth + 1, loop.body());
            }
            if (instr instanceof Instr.If branch) {
                inner(depth + 1, branch.then());
                line(depth, "else");
                inner(depth + 1, branch.otherwise());
            }
        }
    }

    private void inner(int depth, Region region) {
        body(depth, region);
        line(depth, "yield " + all(region.results()));
    }

    private static String right(Instr instr) {
        return instr.match(new Instr.Cases<>(
                i -> number(i.literal()),
                i -> count(i.count()),
                i -> "real(" + i.index() + (i.plus() == 0 ? "" : " + " + i.plus()) + ")",
                i -> word(i.f()) + "(" + i.x() + ")",
                Printer::map2,
                i -> i.x() + " " + symbol(i.op()) + " " + i.y(),
                i -> word(i.op()) + "(" + all(i.args()) + ")",
                i -> word(i.op()) + "(" + all(i.args()) + ")",
                i -> word(i.op()) + (i.bounds().isEmpty() ? "" : i.bounds().toString()) + "(" + all(i.args()) + ")",
                i -> word(i.op()) + "(" + i.x() + ")",
                i -> "call " + i.f().name() + order(i.order()) + "(" + all(i.args()) + ")",
                i -> "if " + i.condition(),
                Printer::loop));
    }

    private static String map2(Instr.Map2 map) {
        Optional<String> infix = switch (map.f()) {
            case ADD -> Optional.of("+");
            case SUBTRACT -> Optional.of("-");
            case MULTIPLY -> Optional.of("*");
            case DIVIDE -> Optional.of("/");
            case POWER, LOWER_POWER, ATAN2, HYPOT, MAX, MIN, LOG_ADD_EXP, GREATER, SCALE, RATIO, POLYGAMMA ->
                Optional.empty();
        };
        return infix.map(op -> map.x() + " " + op + " " + map.y())
                .orElseGet(() -> word(map.f()) + "(" + map.x() + ", " + map.y() + ")");
    }

    private static String loop(Instr.Loop loop) {
        List<String> parts = new ArrayList<>();
        List<Optional<Value>> arguments = loop.carried();
        for (int i = 0; i < arguments.size(); i++) {
            Carry carry = loop.carries().get(i);
            String delay = carry.delay() == 1 ? "" : " delay " + carry.delay();
            String from = " from " + carry.initial();
            parts.add(arguments.get(i).map(value -> typed(value) + from + delay).orElse("sum" + from));
        }
        for (int i = 0; i < loop.sequences().size(); i++) {
            Instr.Sequence sequence = loop.sequences().get(i);
            String shift = sequence.shift() == 0 ? "" : " shift " + sequence.shift();
            parts.add(typed(loop.rows().get(i)) + " in " + sequence.of() + shift);
        }
        String direction = loop.backward() ? " backward" : "";
        return "loop " + word(loop.axis()) + direction + " " + loop.index() + " of " + count(loop.count()) + " ("
                + String.join(", ", parts) + ")";
    }

    private static String order(Abstract.Order order) {
        return order.kind() == Abstract.Order.Kind.VALUE ? "" : " " + word(order.kind()) + order.by();
    }

    /** A number as its author wrote it, or in the fewest digits. */
    static String number(Literal literal) {
        if (!literal.name().isEmpty()) {
            return literal.name();
        }
        return literal.text().isEmpty() ? Decimal.shortest(literal.value()) : literal.text();
    }

    private static String count(Count count) {
        return count.match(new Count.Cases<>(
                fixed -> Integer.toString(fixed.number()),
                Count.Dimension::name,
                less -> "(" + count(less.of()) + " - " + less.by() + ")",
                given -> given.index().toString(),
                quotient -> "ceil(" + count(quotient.of()) + " / " + quotient.by() + ")",
                rest -> "segment(" + count(rest.of()) + ", " + rest.by() + ", " + rest.segment() + ")"));
    }

    /** A value with its type, unless that is one double. */
    private static String typed(Value value) {
        Type type = value.type();
        if (type.equals(Type.SCALAR)) {
            return value.toString();
        }
        String stacked = type.stacked().stream().map(Printer::count).collect(Collectors.joining(" x "));
        String shape = type.shape().isEmpty() ? "" : type.shape().toString();
        String element = type.element() == Type.Element.DOUBLE ? "" : " " + word(type.element());
        return value + shape + element + (stacked.isEmpty() ? "" : " over " + stacked);
    }

    private static String symbol(Instr.Comparison op) {
        return switch (op) {
            case LESS -> "<";
            case LESS_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_EQUAL -> ">=";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
        };
    }

    private static String all(List<Value> values) {
        return values.stream().map(Value::toString).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
