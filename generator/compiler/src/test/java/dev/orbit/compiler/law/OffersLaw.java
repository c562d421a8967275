package dev.orbit.compiler.law;

import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.LeastSquares;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Predicting;
import dev.orbit.runtime.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The law of predictions and residuals at a point: the class has the bits of the programs, reads no target to predict, its
 * Jacobian is that of dual numbers, and both products are those of the Jacobian.
 */
final class OffersLaw {
    private static final double TOLERANCE = 1e-12;

    private final GradientLaw law;
    private final Product product;
    private final Model model;
    private final Point point;
    private final double[] theta;
    private final Examples examples;
    private final Map<String, Integer> dimensions;

    OffersLaw(GradientLaw law, Model model, Point point, double[] theta, Examples examples) {
        this.law = law;
        this.product = law.pipeline().product().orElseThrow();
        this.model = model;
        this.point = point;
        this.theta = theta;
        this.examples = examples;
        this.dimensions = point.dimensions(law.pipeline().model());
    }

    void hold() {
        product.others().values().forEach(Verifier::verify);
        if (model instanceof Predicting predicting) {
            predictions(predicting);
        }
        if (model instanceof LeastSquares squares) {
            residuals(squares);
        }
    }

    private List<Datum<Double>> evaluated(Method.Purpose purpose, List<Datum<Double>> seeds) {
        List<Datum<Double>> arguments = new ArrayList<>(point.arguments());
        arguments.addAll(seeds);
        return new Evaluator<>(new Doubles(Map.copyOf(law.functions())))
                .evaluate(product.others().get(purpose), arguments, dimensions);
    }

    private void predictions(Predicting predicting) {
        List<Datum<Double>> expected = evaluated(Method.Purpose.PREDICT, List.of());
        int steps = model.schema().steps().applied(examples.steps(0));
        double[][] outputs = model.schema().outputs().stream()
                .map(output -> filled(output.length(steps)))
                .toArray(double[][]::new);
        predicting.predict(theta, EmittedLaw.examples(model, product, point, false), 0, outputs);
        for (int i = 0; i < outputs.length; i++) {
            Result output = model.schema().outputs().get(i);
            same("output " + output, GradientLaw.flat(expected.get(i)), outputs[i]);
        }
    }

    private void residuals(LeastSquares squares) {
        int count = squares.residualCount(examples, 0);
        double[] residuals = filled(count + 2);
        squares.residuals(theta, examples, 0, residuals, 1);
        List<Double> expected = new ArrayList<>();
        evaluated(Method.Purpose.RESIDUALS, List.of()).forEach(datum -> expected.addAll(GradientLaw.flat(datum)));
        expected.add(0, 7.0);
        expected.add(7.0);
        same("residuals", expected, residuals);
        double[] jacobian = filled(count * theta.length + 2);
        squares.jacobian(theta, examples, 0, jacobian, 1);
        double[] contributions = new double[jacobian.length];
        if (byDuals(count, jacobian, contributions)) {
            products(squares, count, jacobian, contributions);
        }
        if (squares.hasOnlyResiduals()) {
            sumOfSquares(expected.subList(1, count + 1));
        }
    }

    /**
     * Whether dual numbers say something.
     *
     * @param contributions takes the sums of absolute contributions to the entries
     */
    private boolean byDuals(int count, double[] jacobian, double[] contributions) {
        Program lowered = Lower.lower(law.pipeline().model(), Set.of(Program.Purpose.RESIDUAL));
        Verifier.verify(lowered);
        Program stable = Simplify.stable(lowered, dev.orbit.compiler.function.StableForm.all())
                .program();
        Seeds seeds = Seeds.of(law.pipeline(), point);
        List<ManyDual> duals = new ArrayList<>();
        new Evaluator<>(new ManyDuals(law.functions()))
                .evaluate(stable, seeds.arguments(), dimensions)
                .forEach(datum -> entries(datum, duals));
        if (duals.stream().anyMatch(dual -> !dual.isFinite())) {
            return false;
        }
        int at = 0;
        for (dev.orbit.runtime.Parameter parameter : model.schema().parameters().parameters()) {
            boolean active = seeds.first().containsKey(parameter.name());
            for (int k = 0; k < parameter.shape().size(); k++, at++) {
                for (int i = 0; i < count; i++) {
                    double found = jacobian[1 + i * theta.length + at];
                    int entry = active ? seeds.from(parameter.name()) + k : 0;
                    double slope = active ? duals.get(i).slope(entry) : 0;
                    double weight = active ? duals.get(i).weight(entry) : 0;
                    contributions[1 + i * theta.length + at] = weight;
                    close("Jacobian " + i + ", " + at, slope, found, weight);
                }
            }
        }
        return true;
    }

    private static void entries(Datum<ManyDual> datum, List<ManyDual> into) {
        datum.match(new Datum.Cases<ManyDual, Boolean>(
                entries -> into.addAll(entries.entries()), index -> false, stack -> {
                    stack.rows().forEach(row -> entries(row, into));
                    return true;
                }));
    }

    /** By the adjoint, which has no line in common with the tangent. */
    private void products(LeastSquares squares, int count, double[] jacobian, double[] contributions) {
        double[] weights = new double[count + 1]; // read from 1 on
        double[] direction = new double[theta.length];
        Arrays.setAll(weights, i -> Math.sin(3 * i + 1));
        Arrays.setAll(direction, i -> Math.cos(2 * i + 1));
        double[] forward = filled(count + 1);
        double[] back = filled(theta.length);
        squares.jacobianTimes(theta, examples, 0, direction, forward, 1);
        squares.transposedTimes(theta, examples, 0, weights, 1, back);
        double[] forwardSum = new double[count];
        double[] forwardWeight = new double[count];
        double[] backSum = new double[theta.length];
        double[] backWeight = new double[theta.length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < theta.length; j++) {
                int at = 1 + i * theta.length + j;
                forwardSum[i] += jacobian[at] * direction[j];
                forwardWeight[i] += contributions[at] * Math.abs(direction[j]);
                backSum[j] += jacobian[at] * weights[1 + i];
                backWeight[j] += contributions[at] * Math.abs(weights[1 + i]);
            }
        }
        for (int i = 0; i < count; i++) {
            close("J v " + i, forwardSum[i], forward[1 + i], forwardWeight[i]);
        }
        for (int j = 0; j < theta.length; j++) {
            close("J'u " + j, backSum[j], back[j], backWeight[j]);
        }
    }

    private void sumOfSquares(List<Double> residuals) {
        double sum = residuals.stream().mapToDouble(r -> r * r).sum();
        close("the sum of squares", model.loss(theta, examples, 0), sum, sum);
    }

    private static void close(String what, double expected, double found, double weight) {
        boolean finite = Double.isFinite(expected) && Double.isFinite(found);
        if (finite && !(Math.abs(expected - found) <= TOLERANCE * Math.max(weight, Double.MIN_NORMAL))) {
            throw new AssertionError(what + " is " + found + ", not " + expected + "; contributions " + weight);
        }
    }

    private static void same(String what, List<Double> expected, double[] found) {
        for (int i = 0; i < found.length; i++) {
            if (Double.doubleToLongBits(expected.get(i)) != Double.doubleToLongBits(found[i])) {
                throw new AssertionError(what + " entry " + i + " is " + found[i] + " by the class, " + expected.get(i)
                        + " by the evaluator");
            }
        }
    }

    private static double[] filled(int size) {
        double[] array = new double[size];
        Arrays.fill(array, 7);
        return array;
    }
}
