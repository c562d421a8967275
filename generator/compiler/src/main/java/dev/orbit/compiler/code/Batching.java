package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From the code of one example to that of many side by side: the same operations in the same order for each, so the same bits.
 *
 * <p>Every array gets the examples as its innermost axis, a number becomes an array of one entry per example, and a statement
 * becomes a loop over the examples. Short loops that each store one number are what HotSpot turns into vector instructions;
 * one loop around everything is 1.4 to 2 times slower.
 */
public final class Batching {
    /** Sums over examples are formed in tiles of so many. */
    private static final int TILE = 64;
    /** Numbers that fit into the first level of cache, with room to spare. */
    private static final int NEAR = 3000;
    /** More numbers than this per example are too much to set aside. */
    private static final int MOST = 1 << 12;

    private static final Set<Method.Purpose> BATCHED = Set.of(Method.Purpose.LOSS, Method.Purpose.GRADIENT);

    private final Code code;
    private final int lanes;
    private final LaneArrays arrays;
    private final Variable count;
    private final Variable lane;
    private final Variable entry;
    private final Array losses;

    private Batching(Code code, int lanes) {
        this.code = code;
        this.lanes = lanes;
        Set<String> taken = names(code);
        this.arrays = new LaneArrays(lanes, code.arrays(), taken);
        this.count = new Variable(Integer.MIN_VALUE, arrays.free("count"), Kind.WHOLE);
        this.lane = new Variable(Integer.MIN_VALUE + 1, arrays.free("lane"), Kind.WHOLE);
        this.entry = new Variable(Integer.MIN_VALUE + 2, arrays.free("entry"), Kind.WHOLE);
        this.losses = new Array(arrays.free("losses"), Kind.REAL);
    }

    /**
     * The code of a batch, where the model can be computed so.
     *
     * @param parameters how many entries the parameter vector has
     */
    public static Optional<Batch> batch(Code code, int parameters) {
        Signature signature = code.signature();
        List<Method> methods = code.methods().stream()
                .filter(method -> BATCHED.contains(method.purpose()))
                .toList();
        boolean fits = parameters > 0 && numbers(code, methods) + parameters <= MOST;
        boolean taken =
                methods.stream().allMatch(method -> new Laning(Varying.of(method, signature)).takes(method.body()));
        if (!fits
                || !taken
                || signature.arrays().isEmpty() && signature.scalars().isEmpty()) {
            return Optional.empty();
        }
        Batching narrow = new Batching(code, TILE);
        Batch batch = narrow.run(methods);
        int tiles = tiles(batch);
        return Optional.of(tiles == 1 ? batch : new Batching(code, TILE * tiles).run(methods));
    }

    /** Numbers per example in arrays whose length does not depend on the number of steps. */
    private static long numbers(Code code, List<Method> methods) {
        Set<Argument> used = new HashSet<>();
        methods.forEach(method -> used.addAll(Mentions.of(method.body()).arguments));
        return code.arrays().stream()
                .filter(storage -> used.contains(storage.array()))
                .mapToLong(storage -> storage.size().orElse(0))
                .sum();
    }

    /** How many tiles at once are fast: all that is written stays near. */
    private static int tiles(Batch batch) {
        Code code = batch.code();
        boolean open = code.arrays().stream().anyMatch(storage -> storage.size().isEmpty());
        return open
                ? 1
                : (int) Math.min(4, Long.highestOneBit(Math.max(1, NEAR / Math.max(1, numbers(code, code.methods())))));
    }

    private Batch run(List<Method> methods) {
        List<Method> wide = methods.stream().map(this::method).toList();
        List<Storage> storages = arrays.storages(wide);
        Code whole = new Code(
                code.naming(), code.signature(), List.of(), code.derivatives(), List.of(), storages, List.of(), wide);
        return new Batch(lanes, count, losses, whole);
    }

    private Method method(Method method) {
        LaneStatements statements = new LaneStatements(this, Varying.of(method, code.signature()));
        List<Stmt> body = statements.of(method.body());
        return new Method(
                method.purpose() == Method.Purpose.LOSS ? "losses" : "lossesAndGradients",
                method.purpose(),
                Optional.empty(),
                parameters(method.purpose()),
                body);
    }

    /** Data are as wide as everything else, and begin where their arrays do. */
    private List<Argument> parameters(Method.Purpose purpose) {
        Signature signature = code.signature();
        List<Argument> parameters = new ArrayList<>(List.of(signature.vector(), count));
        signature.steps().ifPresent(parameters::add);
        for (int i = 0; i < signature.columnGradients().size(); i++) {
            Variable scalar = signature.scalars().get(i);
            parameters.add(scalar == null ? signature.arrays().get(i) : column(scalar));
        }
        parameters.add(losses);
        if (purpose == Method.Purpose.GRADIENT) {
            parameters.add(signature.gradient());
        }
        return parameters;
    }

    private static Array column(Variable scalar) {
        return new Array(scalar.name(), scalar.kind());
    }

    private static Set<String> names(Code code) {
        Set<String> names = new LinkedHashSet<>(code.naming().functions());
        code.constants().forEach(constant -> names.add(constant.name()));
        code.arrays().forEach(storage -> names.add(storage.array().name()));
        names.add(code.naming().vector());
        names.add(code.naming().gradient());
        names.add(code.naming().steps());
        names.addAll(code.naming().columns());
        return names;
    }

    int lanes() {
        return lanes;
    }

    Variable count() {
        return count;
    }

    Variable lane() {
        return lane;
    }

    Variable entry() {
        return entry;
    }

    Array losses() {
        return losses;
    }

    /** The array that holds a number of each example. */
    Array array(Variable variable) {
        return code.signature().scalars().containsValue(variable) ? column(variable) : arrays.number(variable);
    }

    Array scratch(int depth) {
        return arrays.scratch(depth);
    }

    /** A place in an array of one example as the place of the first lane: where a datum begins is not told, because it is 0. */
    Expr wide(Expr place) {
        return Wholes.times(bare(place), new Expr.Whole(lanes));
    }

    private Expr bare(Expr place) {
        if (place instanceof Variable variable && code.signature().offsets().containsValue(variable)) {
            return new Expr.Whole(0);
        }
        if (!(place instanceof Expr.Binary sum)) {
            return place;
        } else if (sum.op() == Operator.ADD) {
            return Wholes.plus(bare(sum.x()), bare(sum.y()));
        }
        return sum.op() == Operator.SUBTRACT && sum.y() instanceof Expr.Whole less
                ? Wholes.plus(bare(sum.x()), -less.value())
                : place;
    }
}
