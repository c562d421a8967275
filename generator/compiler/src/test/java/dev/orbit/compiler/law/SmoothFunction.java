package dev.orbit.compiler.law;

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
import java.util.stream.IntStream;

/** Stands for an abstract function: each entry is {@code offset + sin(weights . z + phase) / 2} of all arguments z. */
final class SmoothFunction implements Callee<Double> {
    private final Abstract function;
    private final int arguments;
    private final double[][] weights;
    private final double[] phases;
    private final double[] offsets;

    SmoothFunction(Abstract function, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ function.name().hashCode());
        this.function = function;
        arguments = function.arguments().stream().mapToInt(Type::size).sum();
        int results = function.result().size();
        weights = new double[results][];
        for (int i = 0; i < results; i++) {
            weights[i] = random.doubles(arguments, 0.3, 1.2)
                    .map(w -> w / Math.sqrt(arguments))
                    .toArray();
        }
        phases = random.doubles(results, -1, 1).toArray();
        offsets = random.doubles(results, -0.5, 0.5).toArray();
    }

    /** The derivative of entry i by these arguments, one after the other; the value by none. */
    double partial(int i, List<Integer> by, double... z) {
        double angle = phases[i];
        for (int j = 0; j < arguments; j++) {
            angle += weights[i][j] * z[j];
        }
        double factor = by.stream().mapToDouble(j -> weights[i][j]).reduce(1, (x, y) -> x * y);
        double sine = switch (by.size() % 4) {
            case 0 -> Math.sin(angle);
            case 1 -> Math.cos(angle);
            case 2 -> -Math.sin(angle);
            default -> -Math.cos(angle);
        };
        return (by.isEmpty() ? offsets[i] : 0) + factor * sine / 2;
    }

    @Override
    public List<List<Double>> call(Abstract.Order order, List<List<Double>> given) {
        double[] z = given.stream()
                .flatMap(List::stream)
                .limit(arguments)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return switch (order.kind()) {
            case VALUE, PARTIAL ->
                List.of(IntStream.range(0, weights.length)
                        .mapToObj(i -> partial(i, order.by(), z))
                        .toList());
            case VECTOR_JACOBIAN ->
                order.by().stream()
                        .map(k -> adjoint(k, given.get(given.size() - 1), z))
                        .toList();
            case JACOBIAN_VECTOR -> throw new IllegalArgumentException("no program asks for " + order);
        };
    }

    private List<Double> adjoint(int argument, List<Double> seed, double[] z) {
        int from = function.arguments().subList(0, argument).stream()
                .mapToInt(Type::size)
                .sum();
        List<Double> adjoint = new ArrayList<>();
        for (int j = from; j < from + function.arguments().get(argument).size(); j++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += seed.get(i) * partial(i, List.of(j), z);
            }
            adjoint.add(sum);
        }
        return adjoint;
    }

    /** The same function as an emitted class takes it, which goes by how it was declared. */
    Object bound(Abstract declared) {
        boolean scalar = declared.result().shape().isEmpty()
                && declared.arguments().stream().allMatch(type -> type.shape().isEmpty());
        return switch (scalar ? arguments : 0) {
            case 1 -> DifferentiableFunction1.of(u -> partial(0, List.of(), u), u -> partial(0, List.of(0), u));
            case 2 ->
                DifferentiableFunction2.of(
                        (u, v) -> partial(0, List.of(), u, v),
                        (u, v) -> partial(0, List.of(0), u, v),
                        (u, v) -> partial(0, List.of(1), u, v));
            case 3 ->
                DifferentiableFunction3.of(
                        (u, v, w) -> partial(0, List.of(), u, v, w),
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
                result[resultAt + i] = partial(i, List.of(), z);
            }
        }

        @Override
        public void addVectorJacobian(
                double[] from, int at, double[] seed, int seedAt, double[] adjoint, int adjointAt) {
            double[] z = Arrays.copyOfRange(from, at, at + arguments);
            for (int j = 0; j < arguments; j++) {
                for (int i = 0; i < weights.length; i++) {
                    adjoint[adjointAt + j] += seed[seedAt + i] * partial(i, List.of(j), z);
                }
            }
        }
    }
}
