package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.analyse.OpenAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Connective;
import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Truncated power series: how what a program computes begins as a number tends to 0 from above. A function's series follows
 * from its derivative, {@code y' = f'(u) u'} (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 13).
 *
 * @param <V> coefficients
 */
final class SeriesAlgebra<V> implements OpenAlgebra<Series<V>> {
    private final OpenAlgebra<V> base;
    private final int length;
    private final Predicate<V> isZero;
    private final Map<String, Series<V>> constants = new HashMap<>();
    private final Map<Function1, UnaryOperator<Series<V>>> piecewise1 = new EnumMap<>(Function1.class);
    private final Map<Function2, BinaryOperator<Series<V>>> piecewise2 = new EnumMap<>(Function2.class);

    /**
     * Series over an algebra.
     *
     * @param length how many coefficients
     * @param isZero whether a coefficient is seen to be zero
     */
    SeriesAlgebra(OpenAlgebra<V> base, int length, Predicate<V> isZero) {
        this.base = base;
        this.length = length;
        this.isZero = isZero;
        rational();
        piecewise();
    }

    private void rational() {
        piecewise1.put(
                Function1.NEGATE,
                x -> new Series<>(x.coefficients().stream().map(base::negate).toList()));
        piecewise1.put(Function1.SQUARE, x -> product(x, x));
        piecewise1.put(Function1.RECIPROCAL, x -> quotient(constant(1).cut(x.length()), x));
        piecewise2.put(Function2.ADD, (x, y) -> zip(x, y, Function2.ADD));
        piecewise2.put(Function2.SUBTRACT, (x, y) -> zip(x, y, Function2.SUBTRACT));
        piecewise2.put(Function2.MULTIPLY, this::product);
        piecewise2.put(Function2.SCALE, this::product);
        piecewise2.put(Function2.DIVIDE, this::quotient);
        piecewise2.put(Function2.RATIO, (x, y) -> isZero(y) ? constant(0).cut(y.length()) : quotient(x, y));
    }

    private void piecewise() {
        piecewise1.put(Function1.ABS, x -> isNegative(x) ? negate(x) : x);
        piecewise1.put(Function1.RELU, x -> isNegative(x) ? constant(0).cut(x.length()) : x);
        piecewise1.put(Function1.SIGN, x -> sign(x, isZero(x) ? 0 : isNegative(x) ? -1 : 1));
        piecewise1.put(Function1.HEAVISIDE, x -> sign(x, isZero(x) || isNegative(x) ? 0 : 1));
        piecewise2.put(Function2.MAX, (x, y) -> isNegative(subtract(x, y)) ? y : x);
        piecewise2.put(Function2.MIN, (x, y) -> isNegative(subtract(x, y)) ? x : y);
        piecewise2.put(Function2.GREATER, (x, y) -> {
            Series<V> difference = subtract(x, y);
            return sign(difference, isZero(difference) || isNegative(difference) ? 0 : 1);
        });
    }

    private Series<V> sign(Series<V> x, int sign) {
        return constant(sign).cut(x.length());
    }

    void define(String constant, Series<V> value) {
        constants.put(constant, value);
    }

    /** A number that does not depend on the small one. */
    Series<V> fixed(V value) {
        List<V> coefficients = new ArrayList<>(List.of(value));
        coefficients.addAll(Collections.nCopies(length - 1, base.constant(0)));
        return new Series<>(coefficients);
    }

    /** {@code value + slope * small}. */
    Series<V> line(V value, V slope) {
        return new Series<>(fixed(value).coefficients().subList(0, 1))
                .and(slope)
                .padded(length, base.constant(0));
    }

    @Override
    public Series<V> literal(Literal literal) {
        return constants.containsKey(literal.name())
                ? requireNonNull(constants.get(literal.name()))
                : fixed(base.literal(literal));
    }

    @Override
    public Series<V> constant(double c) {
        return fixed(base.constant(c));
    }

    @Override
    public Series<V> pi() {
        return fixed(base.pi());
    }

    @Override
    public Series<V> apply(Function1 f, Series<V> x) {
        return Optional.ofNullable(piecewise1.get(f)).map(rule -> rule.apply(x)).orElseGet(() -> smooth(f, x));
    }

    private Series<V> smooth(Function1 f, Series<V> x) {
        V first = base.apply(f, x.constant());
        if (x.length() == 1 || isZero(tail(x))) {
            return fixed(first).cut(x.length());
        }
        Series<V> shorter = x.cut(x.length() - 1);
        Series<V> slope = f.derivative(this, shorter, smooth(f, shorter));
        return integral(first, slopes(slope, x));
    }

    @Override
    public Series<V> apply(Function2 f, Series<V> x, Series<V> y) {
        return Optional.ofNullable(piecewise2.get(f))
                .map(rule -> rule.apply(x, y))
                .orElseGet(() -> smooth(f, x, y));
    }

    private Series<V> smooth(Function2 f, Series<V> x, Series<V> y) {
        int shared = Math.min(x.length(), y.length());
        V first = base.apply(f, x.constant(), y.constant());
        if (shared == 1 || isZero(tail(x)) && isZero(tail(y))) {
            return fixed(first).cut(shared);
        }
        Series<V> a = x.cut(shared - 1);
        Series<V> b = y.cut(shared - 1);
        Series<V> value = smooth(f, a, b);
        Series<V> sum = constant(0).cut(shared - 1);
        if (!isZero(tail(x))) {
            sum = zip(sum, slopes(f.derivative1(this, a, b, value), x.cut(shared)), Function2.ADD);
        }
        if (!isZero(tail(y))) {
            sum = zip(sum, slopes(f.derivative2(this, a, b, value), y.cut(shared)), Function2.ADD);
        }
        return integral(first, sum);
    }

    @Override
    public Series<V> opaque(String function, List<Integer> by, List<Series<V>> arguments) {
        int shared = arguments.stream().mapToInt(Series::length).min().orElse(length);
        V first = base.opaque(
                function, by, arguments.stream().map(Series::constant).toList());
        if (shared == 1 || arguments.stream().allMatch(argument -> isZero(tail(argument)))) {
            return fixed(first).cut(shared);
        }
        List<Series<V>> shorter =
                arguments.stream().map(argument -> argument.cut(shared - 1)).toList();
        Series<V> sum = constant(0).cut(shared - 1);
        for (int i = 0; i < arguments.size(); i++) {
            if (!isZero(tail(arguments.get(i)))) {
                List<Integer> more = new ArrayList<>(by);
                more.add(i);
                more.sort(null);
                Series<V> slope = opaque(function, more, shorter);
                sum = zip(sum, slopes(slope, arguments.get(i).cut(shared)), Function2.ADD);
            }
        }
        return integral(first, sum);
    }

    /** {@code slope * x'}, one coefficient shorter than x. */
    private Series<V> slopes(Series<V> slope, Series<V> x) {
        List<V> derivative = new ArrayList<>();
        for (int power = 1; power < x.length(); power++) {
            derivative.add(base.multiply(base.constant(power), x.at(power)));
        }
        return product(slope, new Series<>(derivative));
    }

    private Series<V> integral(V first, Series<V> derivative) {
        List<V> coefficients = new ArrayList<>(List.of(first));
        for (int power = 0; power < derivative.length(); power++) {
            coefficients.add(base.divide(derivative.at(power), base.constant(power + 1)));
        }
        return new Series<>(coefficients);
    }

    private Series<V> zip(Series<V> x, Series<V> y, Function2 f) {
        List<V> coefficients = new ArrayList<>();
        for (int power = 0; power < Math.min(x.length(), y.length()); power++) {
            coefficients.add(base.apply(f, x.at(power), y.at(power)));
        }
        return new Series<>(coefficients);
    }

    private Series<V> product(Series<V> x, Series<V> y) {
        List<V> coefficients = new ArrayList<>();
        for (int power = 0; power < Math.min(x.length(), y.length()); power++) {
            V sum = base.constant(0);
            for (int i = 0; i <= power; i++) {
                boolean nothing = isZero.test(x.at(i)) || isZero.test(y.at(power - i));
                sum = nothing ? sum : base.add(sum, base.multiply(x.at(i), y.at(power - i)));
            }
            coefficients.add(sum);
        }
        return new Series<>(coefficients);
    }

    private Series<V> quotient(Series<V> x, Series<V> y) {
        if (isZero.test(y.constant())) {
            throw new Undecidable("a divisor tends to 0");
        }
        List<V> coefficients = new ArrayList<>();
        for (int power = 0; power < Math.min(x.length(), y.length()); power++) {
            V rest = x.at(power);
            for (int i = 1; i <= power; i++) {
                if (!isZero.test(y.at(i)) && !isZero.test(coefficients.get(power - i))) {
                    rest = base.subtract(rest, base.multiply(y.at(i), coefficients.get(power - i)));
                }
            }
            coefficients.add(isZero.test(rest) ? rest : base.divide(rest, y.constant()));
        }
        return new Series<>(coefficients);
    }

    private Series<V> tail(Series<V> x) {
        return new Series<>(
                x.length() == 1 ? List.of(base.constant(0)) : x.coefficients().subList(1, x.length()));
    }

    private boolean isZero(Series<V> x) {
        return x.coefficients().stream().allMatch(isZero);
    }

    /** The sign of the leading coefficient is that of the series for small numbers above 0. */
    private boolean isNegative(Series<V> x) {
        return leading(x)
                .flatMap(first -> base.decide(base.compare(Comparison.LESS, first, base.constant(0))))
                .orElseThrow(() -> new Undecidable("a condition cannot be told"));
    }

    private Optional<V> leading(Series<V> x) {
        return Optional.of(
                x.coefficients().stream().filter(isZero.negate()).findFirst().orElseGet(() -> base.constant(0)));
    }

    @Override
    public Series<V> truth(boolean known) {
        return fixed(base.truth(known));
    }

    @Override
    public Series<V> compare(Comparison op, Series<V> x, Series<V> y) {
        V difference = leading(zip(x, y, Function2.SUBTRACT)).orElseThrow();
        return fixed(base.compare(op, difference, base.constant(0)));
    }

    @Override
    public Series<V> connect(Connective op, List<Series<V>> truths) {
        return fixed(base.connect(op, truths.stream().map(Series::constant).toList()));
    }

    @Override
    public Optional<Boolean> decide(Series<V> truth) {
        return base.decide(truth.constant());
    }

    @Override
    public Series<V> choose(Series<V> truth, Series<V> then, Series<V> otherwise) {
        Function<Integer, V> each = power -> base.choose(truth.constant(), then.at(power), otherwise.at(power));
        List<V> coefficients = new ArrayList<>();
        for (int power = 0; power < Math.min(then.length(), otherwise.length()); power++) {
            coefficients.add(each.apply(power));
        }
        return new Series<>(coefficients);
    }
}
