package dev.orbit.compiler.execute;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Callee;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.OrderedAlgebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Dual numbers: the derivative in one direction beside each value, forward. A witness of the adjoint program that shares
 * with it the derivative of each single function but nothing of how they are put together.
 *
 * @param functions the abstract functions by name
 */
record Duals(Map<String, Callee<Double>> functions) implements OrderedAlgebra<Dual> {
    private static final Doubles DOUBLES = new Doubles();

    Duals {
        functions = Map.copyOf(functions);
    }

    @Override
    public Dual constant(double value) {
        return new Dual(value, 0);
    }

    @Override
    public Dual pi() {
        return constant(Math.PI);
    }

    @Override
    public Dual apply(Function1 f, Dual x) {
        double value = f.value(x.value());
        double slope = x.slope() == 0 ? 0 : x.slope() * f.derivative(DOUBLES, x.value(), value);
        return new Dual(value, slope);
    }

    @Override
    public Dual apply(Function2 f, Dual x, Dual y) {
        double value = f.value(x.value(), y.value());
        double byX = x.slope() == 0 ? 0 : x.slope() * f.derivative1(DOUBLES, x.value(), y.value(), value);
        double byY = y.slope() == 0 ? 0 : y.slope() * f.derivative2(DOUBLES, x.value(), y.value(), value);
        return new Dual(value, byX + byY);
    }

    @Override
    public Dual multiplyAdd(Dual x, Dual y, Dual sum) {
        Dual product = multiply(x, y);
        return new Dual(Math.fma(x.value(), y.value(), sum.value()), product.slope() + sum.slope());
    }

    @Override
    public boolean holds(Instr.Comparison op, Dual x, Dual y) {
        return op.holds(x.value(), y.value());
    }

    @Override
    public List<List<Dual>> call(Abstract f, Abstract.Order order, List<List<Dual>> arguments) {
        if (order.kind() != Abstract.Order.Kind.VALUE) {
            throw new IllegalArgumentException("the primal program asks for " + order + " of " + f.name());
        }
        List<List<Double>> values = arguments.stream()
                .map(argument -> argument.stream().map(Dual::value).toList())
                .toList();
        Callee<Double> callee = requireNonNull(functions.get(f.name()));
        List<Double> found = callee.call(order, values).get(0);
        List<Dual> results = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            results.add(new Dual(found.get(i), slope(callee, found.size(), i, values, arguments)));
        }
        return List.of(results);
    }

    /** Row i of the Jacobian times the arguments' slopes. */
    private static double slope(
            Callee<Double> callee, int size, int i, List<List<Double>> values, List<List<Dual>> arguments) {
        List<Double> unit = new ArrayList<>(Collections.nCopies(size, 0.0));
        unit.set(i, 1.0);
        List<List<Double>> seeded = new ArrayList<>(values);
        seeded.add(unit);
        List<Integer> all = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            all.add(k);
        }
        Abstract.Order product = new Abstract.Order(Abstract.Order.Kind.VECTOR_JACOBIAN, all);
        List<List<Double>> row = callee.call(product, seeded);
        double slope = 0;
        for (int k = 0; k < row.size(); k++) {
            for (int j = 0; j < row.get(k).size(); j++) {
                slope += row.get(k).get(j) * arguments.get(k).get(j).slope();
            }
        }
        return slope;
    }
}
