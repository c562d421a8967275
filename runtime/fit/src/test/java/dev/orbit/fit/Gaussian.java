package dev.orbit.fit;

import dev.orbit.runtime.Column;
import dev.orbit.runtime.Constrained;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Intervals;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Steps;
import dev.orbit.runtime.Transforms;

/** A normal distribution, as a class would be emitted for it; everything about its fit is known in closed form. */
final class Gaussian implements Constrained {
    private static final double INF = Double.POSITIVE_INFINITY;

    static final Schema SCHEMA = Schema.of("Gaussian", Steps.fixed(0))
            .parameters(Parameter.of("mu"), Parameter.of("v").in(0, INF, "(0, inf)"))
            .columns(Column.input("y"));

    static Examples examples(double... y) {
        return Examples.of(SCHEMA).column("y", y).build();
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] theta, Examples examples, int example) {
        double error = examples.reals(0)[example] - theta[0];
        return 0.5 * (Math.log(2 * Math.PI * theta[1]) + error * error / theta[1]);
    }

    @Override
    public double lossAndGradient(double[] theta, Examples examples, int example, double[] gradient) {
        double error = examples.reals(0)[example] - theta[0];
        gradient[0] = -error / theta[1];
        gradient[1] = 0.5 * (1 - error * error / theta[1]) / theta[1];
        return loss(theta, examples, example);
    }

    @Override
    public void constrain(double[] free, double[] parameters) {
        parameters[0] = free[0];
        parameters[1] = Transforms.constrain(free[1], 0, INF);
    }

    @Override
    public void unconstrain(double[] parameters, double[] free) {
        free[0] = parameters[0];
        free[1] = Transforms.unconstrain(Intervals.inside("v", parameters[1], 0, INF), 0, INF);
    }

    @Override
    public void pullBack(double[] free, double[] parameters, double[] gradient) {
        gradient[1] *= Transforms.slope(free[1], 0, INF);
    }

    @Override
    public Gaussian fork() {
        return new Gaussian();
    }
}
