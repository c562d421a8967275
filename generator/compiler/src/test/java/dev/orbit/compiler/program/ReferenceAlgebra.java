package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.DoubleDoubleArithmetic;
import dev.orbit.compiler.reference.Dual;
import dev.orbit.compiler.reference.DualArithmetic;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A reference arithmetic as an algebra. Abstract functions are the smooth stand-ins of {@link StandIn}.
 *
 * @param base the arithmetic
 * @param number the double next to a V
 * @param decimal the V that a decimal means
 */
public record ReferenceAlgebra<V>(
        Arithmetic<V> base, ToDoubleFunction<V> number, Function<BigDecimal, V> decimal, Comparer<V> comparer)
        implements OrderedAlgebra<V> {
    /** The sign of x - y, for numbers that compare. */
    public interface Comparer<V> {
        int compare(V x, V y);
    }

    /** Doubles, bit for bit as {@link Doubles}. */
    public static OrderedAlgebra<Double> doubles() {
        Doubles bound = new Doubles();
        return new Doubles(StandIn.all(bound));
    }

    /** About 30 digits. */
    public static ReferenceAlgebra<DoubleDouble> doubleDoubles() {
        return new ReferenceAlgebra<>(
                new DoubleDoubleArithmetic(), DoubleDouble::doubleValue, DoubleDouble::of, DoubleDouble::compareTo);
    }

    /** Numbers with a derivative, in double-double. */
    public static ReferenceAlgebra<Dual<DoubleDouble>> duals() {
        DualArithmetic<DoubleDouble> duals = DualArithmetic.ofDoubleDoubles();
        return new ReferenceAlgebra<>(
                duals,
                x -> x.value().doubleValue(),
                decimal -> duals.fixed(DoubleDouble.of(decimal)),
                (x, y) -> x.value().compareTo(y.value()));
    }

    @Override
    public V literal(Literal literal) {
        try {
            return literal.text().isEmpty()
                    ? base.constant(literal.value())
                    : decimal.apply(new BigDecimal(literal.text()));
        } catch (NumberFormatException notDecimal) {
            return literal.text().equals("pi") ? base.pi() : base.constant(literal.value());
        }
    }

    @Override
    public boolean holds(Comparison op, V x, V y) {
        double a = number.applyAsDouble(x);
        double b = number.applyAsDouble(y);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return op.holds(a, b);
        }
        return op.holds(comparer.compare(x, y), 0);
    }

    @Override
    public V constant(double c) {
        return base.constant(c);
    }

    @Override
    public V pi() {
        return base.pi();
    }

    @Override
    public V apply(Function1 f, V x) {
        return base.apply(f, x);
    }

    @Override
    public V apply(Function2 f, V x, V y) {
        return base.apply(f, x, y);
    }

    @Override
    public List<List<V>> call(Abstract f, Abstract.Order order, List<List<V>> arguments) {
        return StandIn.of(f.name(), base).call(order, arguments);
    }
}
