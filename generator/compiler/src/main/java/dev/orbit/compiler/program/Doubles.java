package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * IEEE doubles: the bits that emitted code computes.
 *
 * @param functions the abstract functions by name
 */
public record Doubles(Map<String, Callee<Double>> functions) implements OrderedAlgebra<Double> {
    public Doubles {
        functions = Map.copyOf(functions);
    }

    /** For programs that call no abstract function. */
    public Doubles() {
        this(Map.of());
    }

    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double pi() {
        return Math.PI;
    }

    @Override
    public Double apply(Function1 f, Double x) {
        return f.value(x);
    }

    @Override
    public Double apply(Function2 f, Double x, Double y) {
        return f.value(x, y);
    }

    @Override
    public Double multiplyAdd(Double x, Double y, Double sum) {
        return Math.fma(x, y, sum);
    }

    @Override
    public boolean holds(Comparison op, Double x, Double y) {
        return op.holds(x, y);
    }

    @Override
    public List<List<Double>> call(Abstract f, Abstract.Order order, List<List<Double>> arguments) {
        return Optional.ofNullable(functions.get(f.name()))
                .orElseThrow(() -> new IllegalArgumentException("abstract function not bound: " + f.name()))
                .call(order, arguments);
    }
}
