package dev.orbit.compiler.code;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.function.Spelling;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Place;
import dev.orbit.compiler.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as expressions: read from where they are, or written out. */
final class Expressions {
    private final Schedule schedule;
    private final Surroundings around;
    private final Naming naming;
    private final List<Abstract> functions;
    private final Addresses addresses;
    private final Entries entries;

    Expressions(Schedule schedule, Surroundings around, Naming naming, List<Abstract> functions) {
        this.schedule = schedule;
        this.around = around;
        this.naming = naming;
        this.functions = functions;
        this.addresses =
                new Addresses(schedule, around, this::read, value -> entries().whole(value));
        this.entries = new Entries(schedule, around, this);
    }

    Entries entries() {
        return entries;
    }

    Addresses addresses() {
        return addresses;
    }

    /** The value where it is. */
    Expr read(Value value) {
        Place place = Optional.ofNullable(schedule.places().get(value))
                .orElseThrow(() -> new IllegalStateException(value + " has no place"));
        return place instanceof Place.Index ? around.index(value) : at(value, place);
    }

    private Expr at(Value value, Place place) {
        return place.match(new Place.Cases<>(
                local -> around.slot(local.slot()),
                inline -> written(schedule.definitions().get(value)),
                part -> {
                    throw new IllegalStateException(value + " is part of an array where a number is read");
                },
                given -> around.input(given.input()),
                row -> addresses.entry(row.of()),
                stack -> {
                    throw new IllegalStateException(value + " is a stack where a number is read");
                },
                index -> around.index(value),
                ringed -> addresses.entry(ringed),
                this::delayed));
    }

    /** What a place holds; the place is no index and not inline. */
    Expr load(Place place) {
        return place.match(new Place.Cases<>(
                local -> around.slot(local.slot()),
                inline -> {
                    throw new IllegalStateException("an inlined value is not loaded");
                },
                part -> {
                    throw new IllegalStateException("part of an array is not loaded");
                },
                given -> around.input(given.input()),
                row -> addresses.entry(row.of()),
                stack -> {
                    throw new IllegalStateException("a stack is not loaded");
                },
                index -> {
                    throw new IllegalStateException("an index is not loaded");
                },
                ringed -> addresses.entry(ringed),
                this::delayed));
    }

    private Expr delayed(Place.Delayed delayed) {
        Expr before = read(delayed.initial());
        Expr kept = addresses.entry(delayed.of());
        if (delayed.ahead().backward()) {
            return new Expr.Choose(arrived(delayed), kept, before);
        }
        Expr.Binary arrived = (Expr.Binary) arrived(delayed);
        return new Expr.Choose(new Expr.Binary(Operator.LESS, arrived.x(), arrived.y()), before, kept);
    }

    /** Whether there was an iteration as long ago as the value is delayed. */
    Expr arrived(Place.Delayed delayed) {
        Expr index = read(delayed.index());
        if (delayed.ahead().backward()) {
            Expr ahead = Wholes.plus(index, delayed.delay());
            Expr end = addresses.exact(delayed.ahead().count());
            return new Expr.Binary(Operator.LESS, ahead, end);
        }
        return new Expr.Binary(Operator.GREATER_EQUAL, index, new Expr.Whole(delayed.delay()));
    }

    /** The instruction as an expression. */
    Expr written(Instr instr) {
        return instr.match(new Instr.Cases<>(
                this::constant,
                extent -> new Expr.Widen(addresses.exact(extent.count())),
                real -> new Expr.Widen(Wholes.plus(read(real.index()), real.plus())),
                map -> apply(map.f(), read(map.x())),
                map -> apply(map.f(), read(map.x()), read(map.y())),
                this::compare,
                this::logic,
                linear -> shaped(instr),
                view -> entries.written(view, List.of()),
                fold -> shaped(instr),
                this::ask,
                branch -> new Expr.Choose(read(branch.condition()), side(branch.then()), side(branch.otherwise())),
                loop -> shaped(instr)));
    }

    private static Expr shaped(Instr instr) {
        throw new IllegalStateException("no expression computes " + instr.results());
    }

    private Expr side(Region region) {
        return read(region.results().get(0));
    }

    Expr constant(Instr.Constant constant) {
        double value = constant.literal().value();
        return switch (constant.result().type().element()) {
            case DOUBLE -> number(constant.literal());
            case FLOAT -> throw new IllegalStateException("floats are not emitted");
            case TRUTH -> new Expr.Truth(value != 0);
            case INDEX -> new Expr.Whole((int) value);
        };
    }

    Expr number(Literal literal) {
        if (!literal.name().isEmpty()) {
            return new Expr.Named(Optional.empty(), naming.constants().get(literal.name()));
        }
        return literal.text().equals("pi") && literal.value() == Math.PI
                ? new Expr.Named(Optional.of(Library.MATH), "PI")
                : new Expr.Number(literal);
    }

    static Expr apply(Function1 f, Expr x) {
        if (f == Function1.NEGATE) {
            return Signs.negate(x);
        } else if (f == Function1.SQUARE) {
            return Signs.multiply(x, x);
        } else if (f == Function1.RECIPROCAL) {
            return Signs.divide(new Expr.Number(new Literal(1, "1", "")), x);
        }
        return call(f.java(), List.of(x));
    }

    static Expr apply(Function2 f, Expr x, Expr y) {
        if (f == Function2.ADD) {
            return Signs.add(x, y);
        } else if (f == Function2.SUBTRACT) {
            return Signs.subtract(x, y);
        } else if (f == Function2.MULTIPLY) {
            return Signs.multiply(x, y);
        } else if (f == Function2.DIVIDE) {
            return Signs.divide(x, y);
        }
        return call(f.java(), List.of(x, y));
    }

    private static Expr call(Spelling spelling, List<Expr> args) {
        String head = spelling.template().substring(0, spelling.template().indexOf('('));
        int dot = head.indexOf('.');
        return new Expr.Call(
                Library.named(head.substring(0, dot)), head.substring(dot + 1), Kind.REAL, List.copyOf(args));
    }

    private Expr compare(Instr.Compare compare) {
        Expr x = read(compare.x());
        boolean real = compare.x().type().element() == Type.Element.DOUBLE;
        if (compare.x().equals(compare.y()) && real && compare.op() == Instr.Comparison.EQUAL) {
            return new Expr.Not(new Expr.Call(Library.DOUBLE, "isNaN", Kind.TRUTH, List.of(x)));
        }
        Operator op = switch (compare.op()) {
            case LESS -> Operator.LESS;
            case LESS_EQUAL -> Operator.LESS_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_EQUAL -> Operator.GREATER_EQUAL;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
        };
        return whole(op, x, read(compare.y())).orElseGet(() -> new Expr.Binary(op, x, read(compare.y())));
    }

    /** {@code t + 1 == 1}, of numbers, as {@code t == 0}, of ints. */
    private static Optional<Expr> whole(Operator op, Expr x, Expr y) {
        boolean sums = x instanceof Expr.Widen widen
                && widen.x() instanceof Expr.Binary sum
                && sum.op() == Operator.ADD
                && sum.y() instanceof Expr.Whole;
        boolean small = y instanceof Expr.Number number
                && number.literal().value() == Math.rint(number.literal().value())
                && Math.abs(number.literal().value()) < 1 << 30;
        if (!sums || !small) {
            return Optional.empty();
        }
        Expr.Binary sum = (Expr.Binary) ((Expr.Widen) x).x();
        int right = (int) ((Expr.Number) y).literal().value() - ((Expr.Whole) sum.y()).value();
        return Optional.of(new Expr.Binary(op, sum.x(), new Expr.Whole(right)));
    }

    private Expr logic(Instr.Logic logic) {
        List<Expr> args = logic.args().stream().map(this::read).toList();
        return switch (logic.op()) {
            case AND -> join(Operator.AND, args, true);
            case OR -> join(Operator.OR, args, false);
            case NOT -> not(args.get(0));
        };
    }

    private static Expr join(Operator op, List<Expr> args, boolean ofNone) {
        return args.stream().reduce((x, y) -> new Expr.Binary(op, x, y)).orElse(new Expr.Truth(ofNone));
    }

    static Expr not(Expr x) {
        return x instanceof Expr.Not not ? not.x() : new Expr.Not(x);
    }

    private Expr ask(Instr.Call call) {
        List<Expr> args = call.args().stream().map(this::read).toList();
        return new Expr.Ask(functionName(call.f()), method(call), args);
    }

    String functionName(Abstract f) {
        List<String> names = new ArrayList<>();
        functions.forEach(function -> names.add(function.name()));
        return naming.functions().get(names.indexOf(f.name()));
    }

    /** The runtime's interfaces know values and first derivatives. */
    private static String method(Instr.Call call) {
        return switch (call.order().kind()) {
            case VALUE -> "value";
            case PARTIAL -> {
                if (call.order().by().size() != 1) {
                    throw new IllegalStateException(
                            "higher derivatives of " + call.f().name() + " are asked for");
                }
                yield call.f().arguments().size() == 1
                        ? "derivative"
                        : "partial" + (call.order().by().get(0) + 1);
            }
            case VECTOR_JACOBIAN, JACOBIAN_VECTOR ->
                throw new IllegalStateException(call.f().name() + " is asked for a product as a function of numbers");
        };
    }
}
