package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.OpenAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.ExactRational;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.OrderedAlgebra;
import dev.orbit.compiler.symbolic.Enclosure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Arithmetic at one point: exact as long as numbers are rational, with bounds after that. It is the second witness of
 * every proof: it shares no line with the closed forms.
 */
final class SampleAlgebra implements OpenAlgebra<Sample>, OrderedAlgebra<Sample> {
    private static final double NEARBY = 1e-9;
    private static final int LONGEST = 1 << 12;
    private static final int MOST_OPERATIONS = 400_000;

    private final ExactRational exact = ExactRational.strict(LONGEST);
    private final Enclosure.Bounds bounds = new Enclosure.Bounds();
    private final CallTable calls;
    private final Map<String, Sample> constants = new HashMap<>();
    private int operations;

    SampleAlgebra(CallTable calls) {
        this.calls = calls;
    }

    CallTable calls() {
        return calls;
    }

    /** Chooses what a constant of the spec is. */
    void define(String constant, Sample value) {
        constants.put(constant, value);
    }

    @Override
    public Sample literal(Literal literal) {
        Sample chosen = constants.get(literal.name());
        if (chosen != null) {
            return chosen;
        } else if (literal.text().equals("pi")) {
            return pi();
        }
        return literal.text().isEmpty() || !Double.isFinite(literal.value())
                ? constant(literal.value())
                : Sample.of(Rational.of(new BigDecimal(literal.text())));
    }

    @Override
    public Sample constant(double c) {
        return Double.isFinite(c) ? Sample.of(Rational.exactly(c)) : new Sample.Near(new Enclosure(c, c));
    }

    @Override
    public Sample pi() {
        return new Sample.Near(bounds.pi());
    }

    @Override
    public Sample apply(Function1 f, Sample x) {
        count();
        if (x.isUndefined() || leavesDomain(f, x)) {
            return new Sample.Undefined();
        }
        return x.match(e -> exactly(() -> exact.apply(f, e.value())).orElseGet(() -> near(f, x)), near -> near(f, x));
    }

    /** Whether the function has no value at, nor anywhere near, the argument. */
    private static boolean leavesDomain(Function1 f, Sample x) {
        double margin = NEARBY * (1 + Math.abs(x.bounds().middle()));
        return x.isKnown()
                && Double.isNaN(f.value(x.bounds().middle()))
                && Double.isNaN(f.value(x.bounds().low() - margin))
                && Double.isNaN(f.value(x.bounds().high() + margin));
    }

    private Sample near(Function1 f, Sample x) {
        return new Sample.Near(bounds.apply(f, x.bounds()));
    }

    @Override
    public Sample apply(Function2 f, Sample x, Sample y) {
        count();
        if (x.isUndefined() || y.isUndefined() || isRootOfNegative(f, x, y)) {
            return new Sample.Undefined();
        }
        boolean product = f == Function2.MULTIPLY || f == Function2.SCALE;
        if (product && (x.equals(Sample.Exact.ONE) || y.equals(Sample.Exact.ONE))) {
            return x.equals(Sample.Exact.ONE) ? y : x;
        } else if (product
                && (x.equals(Sample.Exact.ZERO) && y.isKnown() || y.equals(Sample.Exact.ZERO) && x.isKnown())) {
            return Sample.Exact.ZERO;
        } else if (f == Function2.ADD && (x.equals(Sample.Exact.ZERO) || y.equals(Sample.Exact.ZERO))) {
            return x.equals(Sample.Exact.ZERO) ? y : x;
        }
        Optional<Sample> found = x.match(
                a -> y.match(b -> exactly(() -> exact.apply(f, a.value(), b.value())), b -> Optional.empty()),
                a -> Optional.empty());
        return found.or(() -> extreme(f, x, y))
                .orElseGet(() -> new Sample.Near(bounds.apply(f, x.bounds(), y.bounds())));
    }

    /** Whether it is a power of what is negative with an exponent that is no whole number. */
    private static boolean isRootOfNegative(Function2 f, Sample x, Sample y) {
        return f == Function2.POWER
                && x.isKnown()
                && x.bounds().high() < -NEARBY
                && y.match(exact -> !exact.value().isInteger(), near -> false);
    }

    /** A maximum or its like with what it starts from: the other number, exactly. */
    private static Optional<Sample> extreme(Function2 f, Sample x, Sample y) {
        boolean largest = f == Function2.MAX || f == Function2.LOG_ADD_EXP;
        if (!largest && f != Function2.MIN) {
            return Optional.empty();
        }
        double nothing = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return x.bounds().high() == nothing && x.bounds().low() == nothing
                ? Optional.of(y)
                : y.bounds().high() == nothing && y.bounds().low() == nothing ? Optional.of(x) : Optional.empty();
    }

    private static Optional<Sample> exactly(Supplier<Rational> value) {
        try {
            return Optional.of(Sample.of(value.get()));
        } catch (ArithmeticException notRational) {
            return Optional.empty(); // bounds say what can be said
        }
    }

    private void count() {
        if (++operations > MOST_OPERATIONS) {
            throw new Undecidable("the model is too large to be evaluated exactly");
        }
    }

    @Override
    public boolean holds(Comparison op, Sample x, Sample y) {
        if (x.isExact() && y.isExact()) {
            int order = x.match(Sample.Exact::value, near -> Rational.ZERO)
                    .compareTo(y.match(Sample.Exact::value, near -> Rational.ZERO));
            return op.holds(order, 0);
        } else if (x == y && x.isKnown()) {
            return op.holds(0, 0);
        } else if (!x.isApartFrom(y)) {
            throw new Undecidable("a condition cannot be told at this point");
        }
        return op.holds(x.bounds().middle(), y.bounds().middle());
    }

    @Override
    public Sample opaque(String function, List<Integer> by, List<Sample> arguments) {
        count();
        return calls.value(function, by, arguments);
    }

    @Override
    public List<List<Sample>> call(
            dev.orbit.compiler.program.Abstract f,
            dev.orbit.compiler.program.Abstract.Order order,
            List<List<Sample>> arguments) {
        return OpenAlgebra.super.call(f, order, arguments);
    }
}
