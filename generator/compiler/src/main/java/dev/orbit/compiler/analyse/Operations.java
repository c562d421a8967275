package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Notation;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What instructions of vectors and matrices are in mathematical notation; a vector is one symbol here. */
final class Operations {
    private final Formulas formulas;

    Operations(Formulas formulas) {
        this.formulas = formulas;
    }

    Formula map(Instr.Map1 map, Formula x) {
        return map.f() == Function1.SQUARE
                        && !map.x().type().isScalar()
                        && !map.x().type().shape().isEmpty()
                ? elementwise(x, x)
                : formulas.apply(map.f(), x);
    }

    Formula map(Instr.Map2 map, Formula x, Formula y) {
        boolean product = map.f() == Function2.MULTIPLY || map.f() == Function2.SCALE;
        boolean shaped =
                !map.x().type().shape().isEmpty() && !map.y().type().shape().isEmpty();
        return product && shaped ? elementwise(x, y) : formulas.apply(map.f(), x, y);
    }

    private Formula elementwise(Formula x, Formula y) {
        return signed(Notation.ELEMENTWISE, x, y);
    }

    /** The product of positive parts with the sign before it; with a zero there is nothing left. */
    private Formula signed(Notation notation, Formula x, Formula y) {
        Formula zero = formulas.number(0);
        if (x == zero || y == zero) {
            return zero;
        } else if (isNegated(x)) {
            return formulas.negate(signed(notation, formulas.negate(x), y));
        } else if (isNegated(y)) {
            return formulas.negate(signed(notation, x, formulas.negate(y)));
        } else if (x == formulas.number(1)) {
            return y;
        }
        return y == formulas.number(1) ? x : notation.of(formulas, x, y);
    }

    private static boolean isNegated(Formula x) {
        return x instanceof Formula.Apply1 apply && apply.function() == Function1.NEGATE;
    }

    Formula linear(Product op, List<Formula> args) {
        Formula x = args.get(0);
        Formula y = args.get(args.size() - 1);
        return switch (op) {
            case MATRIX -> product(x, y);
            case MATRIX_TRANSPOSED -> product(transposed(x), y);
            case TRANSPOSED_RIGHT, OUTER -> product(x, transposed(y));
            // two stacks of rows, each a matrix
            case STACKED_OUTER -> product(transposed(x), y);
            case DOT -> signed(Notation.INNER, x, y);
            case CHOLESKY -> named("cholesky", args);
            case SOLVE_LOWER -> named("solve", args);
            case SOLVE_LOWER_TRANSPOSED -> named("solve", List.of(transposed(x), y));
            case CHOLESKY_ADJOINT -> named("cholesky_adjoint", args);
            case CHOLESKY_TANGENT -> named("cholesky_tangent", args);
        };
    }

    private Formula product(Formula x, Formula y) {
        return signed(Notation.PRODUCT, x, y);
    }

    Formula transposed(Formula x) {
        if (isNegated(x)) {
            return formulas.negate(transposed(formulas.negate(x)));
        } else if (Notation.of(x).filter(Notation.TRANSPOSED::equals).isPresent()) {
            return x.operands().get(0);
        }
        return x instanceof Formula.Number ? x : Notation.TRANSPOSED.of(formulas, x);
    }

    Formula fold(Instr.Reduction op, Formula x) {
        return named(op.name().toLowerCase(Locale.ROOT), List.of(x));
    }

    Formula view(Instr.View view, List<Formula> args) {
        Formula x = args.get(0);
        return switch (view.op()) {
            case SLICE ->
                Places.entry(
                        formulas,
                        x,
                        Places.ranges(view.bounds(), view.args().get(0).type().shape()));
            case PAD -> placed(Places.ranges(view.bounds(), view.result().type().shape()), x);
            case STACK, ROWS -> args.size() == 1 ? x : Notation.STACKED.of(formulas, args);
            case BESIDE -> Notation.BESIDE.of(formulas, args);
            case TRANSPOSE -> transposed(x);
            case DIAGONAL, DIAGONAL_OF -> x == formulas.number(1) ? formulas.symbol("I") : named("diag", args);
            case RESHAPE, BROADCAST, ROW, PAD_ROWS -> x;
            case ENTRY -> Places.entry(formulas, x, place(view.bounds(), args.subList(1, args.size())));
            case PUT -> named("put", List.of(x, args.get(1), args.get(2)));
            case PAD_ENTRY -> placed(place(view.bounds(), args.subList(1, args.size())), x);
            case ADD_SLICE ->
                formulas.add(
                        x,
                        placed(
                                Places.ranges(
                                        view.bounds(), view.args().get(0).type().shape()),
                                args.get(1)));
            case ADD_ENTRY -> formulas.add(x, placed(place(view.bounds(), args.subList(2, args.size())), args.get(1)));
            case PUSH -> named("push", args);
            case UNPUSH -> named("unpush", args);
        };
    }

    /** Zeros but for {@code x} at the places. */
    private Formula placed(List<String> places, Formula x) {
        List<Formula> parts = new ArrayList<>();
        parts.add(formulas.number(0));
        places.forEach(place -> parts.add(formulas.symbol(place)));
        parts.add(x);
        return named("put", parts);
    }

    private Formula placed(Formula place, Formula x) {
        return named("put", List.of(formulas.number(0), place, x));
    }

    /** The place that indices and their factors tell; without factors it is the index. */
    private Formula place(List<Integer> bounds, List<Formula> indices) {
        if (bounds.isEmpty()) {
            return indices.get(0);
        }
        Formula place = formulas.number(0);
        for (int i = 0; i < indices.size(); i++) {
            place = formulas.add(place, formulas.multiply(formulas.number(bounds.get(i)), indices.get(i)));
        }
        return formulas.add(place, formulas.number(bounds.get(indices.size())));
    }

    /** One formula for each result. */
    List<Formula> call(Instr.Call call, List<Formula> args) {
        Abstract f = call.f();
        int own = f.arguments().size();
        List<Formula> at = args.subList(0, own);
        return switch (call.order().kind()) {
            case VALUE, PARTIAL -> List.of(formulas.call(f.name(), call.order().by(), at));
            case VECTOR_JACOBIAN ->
                call.order().by().stream()
                        .map(by -> product(transposed(formulas.call(f.name(), List.of(by), at)), args.get(own)))
                        .toList();
            case JACOBIAN_VECTOR -> {
                Formula sum = formulas.number(0);
                for (int i = 0; i < call.order().by().size(); i++) {
                    Formula slope =
                            formulas.call(f.name(), List.of(call.order().by().get(i)), at);
                    sum = formulas.add(sum, product(slope, args.get(own + i)));
                }
                yield List.of(sum);
            }
        };
    }

    private Formula named(String function, List<Formula> args) {
        return formulas.call(function, List.of(), args);
    }
}
