package dev.orbit.compiler.execute;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Callee;
import dev.orbit.compiler.program.Type;
import dev.orbit.runtime.DifferentiableFunction1;
import dev.orbit.runtime.DifferentiableFunction2;
import dev.orbit.runtime.DifferentiableFunction3;
import dev.orbit.runtime.DifferentiableVectorFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * A smooth function that stands for an abstract one while a gradient is checked: each entry of its value is
 * {@code offset + sin(weights . z + phase) / 2} of all its arguments z, with numbers drawn from a seed.
 */
public final class StandIn implements Callee<Double> {
    private final Abstract function;
    private final int arguments;
    private final double[][] weights;
    private final double[] phases;
    private final double[] offsets;

    /** A stand-in; the same for the same function and seed. */
    public StandIn(Abstract function, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ function.name().hashCode());
        this.function = function;
        arguments = function.arguments().stream().mapToInt(Type::size).sum();
        int results = function.result().size();
        weights = new double[results][arguments];
        phases = new double[results];
        offsets = new double[results];
        for (int i = 0; i < results; i++) {
            phases[i] = random.nextDouble(-1, 1);
            offsets[i] = random.nextDouble(-0.5, 0.5);
            for (int j = 0; j < arguments; j++) {
                weights[i][j] = random.nextDouble(0.3, 1.2) / Math.sqrt(arguments);
            }
        }
    }

    private double value(int i, double... z) {
        return offsets[i] + Math.sin(angle(i, z)) / 2;
    }

    private double partial(int i, List<Integer> by, double... z) {
        double factor = by.stream().mapToDouble(j -> weights[i][j]).reduce(1, (x, y) -> x * y);
        return factor * Math.sin(angle(i, z) + by.size() * Math.PI / 2) / 2;
    }

    private double angle(int i, double[] z) {
        double angle = phases[i];
        for (int j = 0; j < arguments; j++) {
            angle += weights[i][j] * z[j];
        }
        return angle;
    }

    @Override
    public List<List<Double>> call(Abstract.Order order, List<List<Double>> given) {
        double[] z = given.stream()
                .flatMap(List::stream)
                .limit(arguments)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return switch (order.kind()) {
            case VALUE -> List.of(each(i -> value(i, z)));
            case PARTIAL -> List.of(each(i -> partial(i, order.by(), z)));
            case VECTOR_JACOBIAN -> vectorJacobian(order.by(), given.get(given.size() - 1), z);
            case JACOBIAN_VECTOR -> throw new IllegalArgumentException("no program asks for " + order);
        };
    }

    private List<Double> each(IntToDoubleFunction entry) {
        List<Double> entries = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            entries.add(entry.applyAsDouble(i));
        }
        return entries;
    }

    private List<List<Double>> vectorJacobian(List<Integer> by, List<Double> seed, double[] z) {
        double[] adjoint = new double[arguments];
        add(z, 0, seed.stream().mapToDouble(Double::doubleValue).toArray(), 0, adjoint, 0);
        List<List<Double>> parts = new ArrayList<>();
        for (int k : by) {
            int from = function.arguments().subList(0, k).stream()
                    .mapToInt(Type::size)
                    .sum();
            List<Double> part = new ArrayList<>();
            for (int j = from; j < from + function.arguments().get(k).size(); j++) {
                part.add(adjoint[j]);
            }
            parts.add(part);
        }
        return parts;
    }

    private void add(double[] from, int at, double[] seed, int seedAt, double[] adjoint, int adjointAt) {
        double[] z = Arrays.copyOfRange(from, at, at + arguments);
        for (int j = 0; j < arguments; j++) {
            for (int i = 0; i < weights.length; i++) {
                adjoint[adjointAt + j] += seed[seedAt + i] * partial(i, List.of(j), z);
            }
        }
    }

    /** The same function as an emitted class takes it. */
    public Object bound() {
        boolean scalars = function.result().shape().isEmpty()
                && function.arguments().stream().allMatch(type -> type.shape().isEmpty());
        int count = scalars ? arguments : 0;
        return switch (count) {
            case 1 -> DifferentiableFunction1.of(u -> value(0, u), u -> partial(0, List.of(0), u));
            case 2 ->
                DifferentiableFunction2.of(
                        (u, v) -> value(0, u, v),
                        (u, v) -> partial(0, List.of(0), u, v),
                        (u, v) -> partial(0, List.of(1), u, v));
            case 3 ->
                DifferentiableFunction3.of(
                        (u, v, w) -> value(0, u, v, w),
                        (u, v, w) -> partial(0, List.of(0), u, v, w),
                        (u, v, w) -> partial(0, List.of(1), u, v, w),
                        (u, v, w) -> partial(0, List.of(2), u, v, w));
            default -> new Vector();
        };
    }

    private final class Vector implements DifferentiableVectorFunction {
        @Override
        public void value(double[] from, int at, double[] result, int resultAt) {
            double[] z = Arrays.copyOfRange(from, at, at + arguments);
            for (int i = 0; i < weights.length; i++) {
                result[resultAt + i] = StandIn.this.value(i, z);
            }
        }

        @Override
        public void addVectorJacobian(
                double[] from, int at, double[] seed, int seedAt, double[] adjoint, int adjointAt) {
            add(from, at, seed, seedAt, adjoint, adjointAt);
        }
    }
}
