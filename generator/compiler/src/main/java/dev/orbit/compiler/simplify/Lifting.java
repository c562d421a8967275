package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the iterations of a loop compute, all at once: a number of each iteration is a vector with an entry for each, a
 * vector of each is a matrix with a row for each.
 */
final class Lifting {
    private final Loop loop;
    private final int count;
    private final Site site;
    private final boolean write;
    private final Definitions definitions = new Definitions();
    /** Values of the body that differ between iterations, or are defined in it. */
    private final Set<Value> inner = new HashSet<>();

    private final Map<Value, Value> wholes = new HashMap<>();

    /** @param write whether instructions are written; else it is only found out whether they could be */
    Lifting(Loop loop, int count, Site site, boolean write) {
        this.loop = loop;
        this.count = count;
        this.site = site;
        this.write = write;
        inner.addAll(loop.body().arguments());
    }

    /** The value in all iterations, if it is known as one. */
    Optional<Value> whole(Value value) {
        return Optional.ofNullable(wholes.get(value));
    }

    /** Reads the rows of the loop's sequences as what they are rows of; false where they are not. */
    boolean rows() {
        for (int i = 0; i < loop.rows().size(); i++) {
            Value row = loop.rows().get(i);
            Value of = loop.sequences().get(i).of();
            boolean fits = loop.sequences().get(i).shift() == 0
                    && of.type().stacked().equals(List.of(loop.count()))
                    && isLow(row.type());
            if (!fits) {
                return false;
            }
            define(row, over(row.type()), Access.RESHAPE, List.of(), List.of(of));
        }
        return true;
    }

    private static boolean isLow(Type type) {
        return type.isReal() && type.stacked().isEmpty() && type.shape().size() < 2;
    }

    private Type over(Type row) {
        List<Integer> shape = new ArrayList<>(List.of(count));
        shape.addAll(row.shape());
        return row.shaped(shape);
    }

    /** Finds what an instruction of the body is for all iterations; false where it is no operation on wholes. */
    boolean lift(Instr instr) {
        inner.addAll(instr.results());
        definitions.add(instr);
        if (!(instr instanceof Instr.Single single) || !isLow(single.result().type())) {
            return false;
        }
        if (instr instanceof Instr.Map1 map && wholes.containsKey(map.x())) {
            Value x = wholes.get(map.x());
            return define(map.result(), new Instr.Map1(fresh(map.result(), x.type()), map.f(), x));
        } else if (instr instanceof Instr.Map2 map) {
            return map2(map);
        } else if (instr instanceof Instr.View view) {
            return view(view);
        } else if (instr instanceof Instr.Linear linear && linear.args().size() == 2) {
            return linear(linear);
        }
        return instr instanceof Instr.Real real && real.index().equals(loop.index()) && counted(real);
    }

    private boolean isFixed(Value value) {
        return !inner.contains(value);
    }

    private boolean map2(Instr.Map2 map) {
        Optional<Value> x = whole(map.x());
        Optional<Value> y = whole(map.y());
        boolean both =
                x.isPresent() && y.isPresent() && map.x().type().equals(map.y().type());
        boolean left = x.isPresent() && isFixed(map.y()) && map.y().type().isScalar();
        boolean right = y.isPresent() && isFixed(map.x()) && map.x().type().isScalar();
        if (both || left || right) {
            Value result = fresh(map.result(), over(map.result().type()));
            return define(map.result(), new Instr.Map2(result, map.f(), x.orElse(map.x()), y.orElse(map.y())));
        }
        // a number times a vector of each iteration has no whole of its own, but its sum is a product
        boolean deferred = x.isPresent() && y.isPresent();
        return map.f() == Function2.MULTIPLY
                && (deferred || outer(map, x, map.x(), map.y()) || outer(map, y, map.y(), map.x()));
    }

    /** A number of each iteration times the same vector. */
    private boolean outer(Instr.Map2 map, Optional<Value> numbers, Value number, Value vector) {
        boolean fits = numbers.isPresent() && number.type().isScalar() && isFixed(vector);
        return fits
                && define(
                        map.result(),
                        new Instr.Linear(
                                fresh(map.result(), over(map.result().type())),
                                Product.OUTER,
                                List.of(numbers.orElseThrow(), vector)));
    }

    private boolean view(Instr.View view) {
        Value of = view.args().get(0);
        Type row = view.result().type();
        boolean indexed = view.op() == Access.ENTRY && view.bounds().size() == 2;
        if (indexed && isFixed(of) && view.args().get(1).equals(loop.index())) {
            int from = view.bounds().get(1) - 1;
            if (view.bounds().get(0) != 1
                    || from < 0
                    || from + count > of.type().shape().get(0)) {
                return false;
            }
            List<Integer> bounds = new ArrayList<>(List.of(from, from + count));
            row.shape().forEach(columns -> bounds.addAll(List.of(0, columns)));
            return define(view.result(), over(row), Access.SLICE, bounds, List.of(of));
        } else if (!wholes.containsKey(of)) {
            return false;
        }
        Value whole = wholes.get(of);
        boolean fixed = view.args().stream().skip(1).allMatch(this::isFixed);
        if (view.op() == Access.ENTRY && fixed) {
            Value turned = turned(whole);
            List<Value> args = new ArrayList<>(view.args());
            args.set(0, turned);
            return define(view.result(), over(row), Access.ENTRY, view.bounds(), args);
        } else if (view.op() == Access.SLICE) {
            List<Integer> bounds = new ArrayList<>(List.of(0, count));
            bounds.addAll(view.bounds());
            return define(view.result(), over(row), Access.SLICE, bounds, List.of(whole));
        }
        return false;
    }

    private Value turned(Value whole) {
        Type type = Type.matrix(whole.type().shape().get(1), count);
        Instr.View view = new Instr.View(fresh(whole, type), Access.TRANSPOSE, List.of(), List.of(whole));
        return write ? site.write(view).get(0) : view.result();
    }

    private boolean linear(Instr.Linear linear) {
        Value a = linear.args().get(0);
        Value b = linear.args().get(1);
        Value result = fresh(linear.result(), over(linear.result().type()));
        Optional<Value> left = whole(a).filter(whole -> isFixed(b));
        Optional<Value> right = whole(b).filter(whole -> isFixed(a));
        Optional<Instr> lifted = switch (linear.op()) {
            case DOT ->
                left.map(rows -> product(result, Product.MATRIX, rows, b))
                        .or(() -> right.map(rows -> product(result, Product.MATRIX, rows, a)));
            case MATRIX -> right.map(rows -> product(result, Product.TRANSPOSED_RIGHT, rows, a));
            case MATRIX_TRANSPOSED -> right.map(rows -> product(result, Product.MATRIX, rows, a));
            case OUTER,
                    STACKED_OUTER,
                    TRANSPOSED_RIGHT,
                    CHOLESKY,
                    SOLVE_LOWER,
                    SOLVE_LOWER_TRANSPOSED,
                    CHOLESKY_ADJOINT,
                    CHOLESKY_TANGENT -> Optional.empty();
        };
        return lifted.filter(instr -> define(linear.result(), instr)).isPresent();
    }

    private static Instr product(Value result, Product op, Value a, Value b) {
        return new Instr.Linear(result, op, List.of(a, b));
    }

    /** The numbers that the index takes. */
    private boolean counted(Instr.Real real) {
        if (!write) {
            wholes.put(real.result(), fresh(real.result(), Type.vector(count)));
            return true;
        }
        Value index = site.like(loop.index(), Type.INDEX);
        Value number = fresh(real.result(), Type.SCALAR);
        Value stack = fresh(real.result(), Type.SCALAR.stackedOver(loop.count()));
        Region body = new Region(List.of(index), List.of(new Instr.Real(number, index, real.plus())), List.of(number));
        Value numbers = site.write(
                        new Loop(List.of(stack), loop.axis(), loop.count(), false, List.of(), List.of(), body))
                .get(0);
        return define(real.result(), Type.vector(count), Access.RESHAPE, List.of(), List.of(numbers));
    }

    /** A sum over the iterations. */
    Optional<Value> total(Carry carry, Value added) {
        return sum(added)
                .map(total -> !write || site.isZero(carry.initial())
                        ? total
                        : site.map(Function2.ADD, carry.initial(), total, total));
    }

    private Optional<Value> sum(Value added) {
        Optional<Instr.Map2> product = definitions
                .of(added)
                .flatMap(instr -> instr instanceof Instr.Map2 map && map.f() == Function2.MULTIPLY
                        ? Optional.of(map)
                        : Optional.empty());
        if (!added.type().isScalar()) {
            return product.flatMap(map -> scaled(map, map.x(), map.y()).or(() -> scaled(map, map.y(), map.x())));
        }
        Value result = fresh(added, Type.SCALAR);
        Optional<Instr> dot = product.flatMap(map -> whole(map.x())
                .flatMap(x -> whole(map.y()).map(y -> new Instr.Linear(result, Product.DOT, List.of(x, y)))));
        return dot.or(() -> whole(added).map(all -> new Instr.Fold(result, Instr.Reduction.SUM, all)))
                .map(this::written);
    }

    /** The sum of numbers times vectors: a product with the matrix whose rows those are, or with the one that all are. */
    private Optional<Value> scaled(Instr.Map2 map, Value number, Value vector) {
        if (!number.type().isScalar() || !wholes.containsKey(number)) {
            return Optional.empty();
        }
        Value numbers = wholes.get(number);
        Value all = fresh(map.result(), vector.type());
        return whole(vector)
                .map(rows -> written(product(all, Product.MATRIX_TRANSPOSED, rows, numbers)))
                .or(() -> Optional.of(vector).filter(this::isFixed).map(fixed -> {
                    Value sum = written(new Instr.Fold(fresh(number, Type.SCALAR), Instr.Reduction.SUM, numbers));
                    return written(new Instr.Map2(all, Function2.MULTIPLY, sum, fixed));
                }));
    }

    private Value written(Instr instr) {
        return write ? site.write(instr).get(0) : instr.results().get(0);
    }

    private Value fresh(Value like, Type type) {
        return site.like(like, type);
    }

    private boolean define(Value value, Instr instr) {
        wholes.put(value, written(instr));
        return true;
    }

    private boolean define(Value value, Type type, Access op, List<Integer> bounds, List<Value> args) {
        return define(value, new Instr.View(fresh(value, type), op, bounds, args));
    }
}
