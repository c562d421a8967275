package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Structural zeros and ones are not computed: what is known to be 0 or 1 from the program's text is neither added,
 * multiplied nor summed. In the reals these are equalities; {@code 0 * x} is 0 even if x turns out infinite.
 */
final class ZerosAndOnes implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (instr instanceof Instr.Map1 map) {
            return one(map1(map, site));
        } else if (instr instanceof Instr.Map2 map) {
            return one(map2(map, site));
        } else if (instr instanceof Instr.Linear linear) {
            return one(isZero(linear, site) ? Optional.of(site.zero(linear.result())) : Optional.empty());
        } else if (instr instanceof Instr.Fold fold) {
            boolean zero = (fold.op() == Reduction.SUM || fold.op() == Reduction.NORM) && site.isZero(fold.x());
            return one(zero ? Optional.of(site.zero(fold.result())) : Optional.empty());
        } else if (instr instanceof Instr.View view) {
            return one(view(view, site));
        } else if (instr instanceof Loop loop) {
            return loop(loop, site);
        }
        return Optional.empty();
    }

    private static Optional<List<Value>> one(Optional<Value> result) {
        return result.map(List::of);
    }

    private static boolean isZero(Instr.Linear linear, Site site) {
        Value last = linear.args().get(linear.args().size() - 1);
        return switch (linear.op()) {
            case MATRIX, MATRIX_TRANSPOSED, TRANSPOSED_RIGHT, OUTER, STACKED_OUTER, DOT ->
                linear.args().stream().anyMatch(site::isZero);
            case SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED, CHOLESKY_ADJOINT, CHOLESKY_TANGENT -> site.isZero(last);
            case CHOLESKY -> false;
        };
    }

    private static Optional<Value> map1(Instr.Map1 map, Site site) {
        boolean zero = (map.f() == Function1.NEGATE || map.f() == Function1.SQUARE) && site.isZero(map.x());
        return zero ? Optional.of(site.zero(map.result())) : Optional.empty();
    }

    private static Optional<Value> map2(Instr.Map2 map, Site site) {
        Value x = map.x();
        Value y = map.y();
        Value result = map.result();
        return switch (map.f()) {
            case ADD ->
                site.isZero(x)
                        ? Optional.of(site.fill(y, result))
                        : site.isZero(y) ? Optional.of(site.fill(x, result)) : Optional.empty();
            case SUBTRACT ->
                site.isZero(y)
                        ? Optional.of(site.fill(x, result))
                        : site.isZero(x) ? Optional.of(negated(y, result, site)) : Optional.empty();
            case MULTIPLY, SCALE ->
                site.isZero(x) || site.isZero(y) ? Optional.of(site.zero(result)) : unit(x, y, result, site);
            case DIVIDE, RATIO ->
                site.isZero(x)
                        ? Optional.of(site.zero(result))
                        : site.isOne(y) ? Optional.of(site.fill(x, result)) : Optional.empty();
            case POWER ->
                site.isZero(y) || site.isOne(x)
                        ? Optional.of(site.constant(Literal.of(1), result))
                        : site.isOne(y) ? Optional.of(site.fill(x, result)) : Optional.empty();
            case LOWER_POWER ->
                site.isOne(y) || site.isOne(x)
                        ? Optional.of(site.constant(Literal.of(1), result))
                        : site.isNumber(y, 2) ? Optional.of(site.fill(x, result)) : Optional.empty();
            case ATAN2, HYPOT, MAX, MIN, LOG_ADD_EXP, GREATER, POLYGAMMA -> Optional.empty();
        };
    }

    /** Products with 1 and -1. */
    private static Optional<Value> unit(Value x, Value y, Value result, Site site) {
        if (site.isOne(x)) {
            return Optional.of(site.fill(y, result));
        } else if (site.isOne(y)) {
            return Optional.of(site.fill(x, result));
        } else if (site.isNumber(x, -1)) {
            return Optional.of(negated(y, result, site));
        } else if (site.isNumber(y, -1)) {
            return Optional.of(negated(x, result, site));
        }
        return Optional.empty();
    }

    private static Value negated(Value x, Value result, Site site) {
        return site.map(Function1.NEGATE, site.fill(x, result), result);
    }

    private static Optional<Value> view(Instr.View view, Site site) {
        Access op = view.op();
        boolean keepsZero = switch (op) {
            case PAD, DIAGONAL, PAD_ENTRY, PAD_ROWS, UNPUSH ->
                site.isZero(view.args().get(0));
            case PUSH -> view.args().stream().allMatch(site::isZero);
            case PUT ->
                site.isZero(view.args().get(0)) && site.isZero(view.args().get(2));
            // these keep any number: see Identities
            case SLICE, STACK, BESIDE, TRANSPOSE, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW, ROWS -> false;
            case ADD_SLICE, ADD_ENTRY -> false;
        };
        return keepsZero ? Optional.of(site.zero(view.result())) : Optional.empty();
    }

    /** A sum of zeros is its start. */
    private static Optional<List<Value>> loop(Loop loop, Site site) {
        List<Value> results = new ArrayList<>(loop.results());
        Set<Integer> open = new LinkedHashSet<>();
        for (int i = 0; i < results.size(); i++) {
            boolean isSum = i < loop.carries().size() && !loop.carries().get(i).isState();
            if (isSum && site.isZero(loop.body().results().get(i))) {
                results.set(i, loop.carries().get(i).initial());
            } else {
                open.add(i);
            }
        }
        if (open.size() == results.size()) {
            return Optional.empty();
        }
        Set<Integer> rows = IntStream.range(0, loop.rows().size()).boxed().collect(Collectors.toSet());
        List<Value> written = site.write(Narrowing.loop(loop, loop.body().instrs(), open, rows));
        int next = 0;
        for (int i : open) {
            results.set(i, written.get(next++));
        }
        return Optional.of(List.copyOf(results));
    }
}
