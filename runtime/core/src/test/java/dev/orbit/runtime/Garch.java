package dev.orbit.runtime;

/**
 * GARCH(1,1) negative log-likelihood; the start is the mean squared shock, which depends on mu.
 *
 * <p>Written by hand, to show what an emitted class looks like: a bound that depends on a parameter, and a reduction over the
 * data of an example.
 *
 * <pre>
 * e2 = mean(over steps: (r - mu)^2)
 * state q = e2, v = e2
 * v' = omega + alpha * q + beta * v      dv'/domega = 1     dv'/dalpha = q     dv'/dq = alpha
 *                                        dv'/dbeta = v      dv'/dv = beta
 * q' = (r - mu)^2                        dq'/dmu = -2 (r - mu)
 * loss 0.5 * (log(2 pi) + log(v') + q' / v')
 * </pre>
 *
 * <p>Parameters: mu, omega in (0, inf), alpha in (0, 1), beta in (0, 1 - alpha). Data: r, one row per step. Reverse mode;
 * v' and q' stored.
 */
final class Garch implements Constrained {
    /** Length of the parameter vector: mu, omega, alpha, beta. */
    public static final int PARAMETER_COUNT = 4;

    private static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "Garch");
        SCHEMA = Schema.of("Garch", Steps.open())
                .parameters(
                        Parameter.of("mu"),
                        Parameter.of("omega").in(0, Double.POSITIVE_INFINITY, "(0, inf)"),
                        Parameter.of("alpha").in(0, 1, "(0, 1)"),
                        Parameter.of("beta").in("(0, 1 - alpha)"))
                .columns(Column.input("r").overSteps());
    }

    private double[] v = new double[0]; // [step], after the step
    private double[] q = new double[0]; // [step], after the step

    /** The data of one example or several, {@code r[example][step]}; not copied. */
    public static Examples examples(double[] r, int... steps) {
        return Examples.of(SCHEMA).steps(steps).column("r", r).build();
    }

    /** The loss of one example, {@code r[step]}. */
    public double loss(double[] theta, double[] r) {
        return forward(theta, r, 0, r.length);
    }

    /** The loss of one example; its gradient by mu, omega, alpha, beta is written to {@code gradient}. */
    public double lossAndGradient(double[] theta, double[] r, double[] gradient) {
        return lossAndGradient(theta, r, 0, r.length, gradient);
    }

    private double forward(double[] theta, double[] r, int rAt, int steps) {
        double mu = theta[0];
        double omega = Intervals.inside("omega", theta[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Intervals.inside("alpha", theta[2], 0, 1);
        double beta = Intervals.inside("beta", theta[3], 0, 1 - alpha);
        v = Workspace.hold(v, steps, 1);
        q = Workspace.hold(q, steps, 1);

        double e2 = meanSquare(mu, r, rAt, steps);
        double qt = e2;
        double vt = e2;
        double loss = 0;
        for (int t = 0; t < steps; t++) {
            vt = omega + alpha * qt + beta * vt; // v' = omega + alpha * q + beta * v
            double e = r[rAt + t] - mu;
            qt = e * e; // q' = (r - mu)^2
            loss += 0.5 * (1.8378770664093453 + Math.log(vt) + qt / vt);
            v[t] = vt;
            q[t] = qt;
        }
        return loss;
    }

    private static double meanSquare(double mu, double[] r, int rAt, int steps) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double e = r[rAt + t] - mu;
            sum += e * e;
        }
        return sum / steps; // e2 = mean(over steps: (r - mu)^2)
    }

    private double lossAndGradient(double[] theta, double[] r, int rAt, int steps, double[] gradient) {
        double loss = forward(theta, r, rAt, steps);
        double mu = theta[0];
        double alpha = theta[2];
        double beta = theta[3];
        double e2 = meanSquare(mu, r, rAt, steps);

        double muBar = 0;
        double omegaBar = 0;
        double alphaBar = 0;
        double betaBar = 0;
        double vBar = 0;
        double qBar = 0;
        for (int t = steps - 1; t >= 0; t--) {
            double inverse = 1 / v[t];
            double ratio = q[t] * inverse; // q' / v'
            double qNextBar = qBar + 0.5 * inverse; // d loss/dq' = 0.5 / v'
            double vNextBar = vBar + 0.5 * inverse * (1 - ratio); // d loss/dv' = 0.5 (1 - q'/v') / v'
            muBar -= qNextBar * 2 * (r[rAt + t] - mu); // dq'/dmu = -2 (r - mu)
            double qBefore = t == 0 ? e2 : q[t - 1];
            double vBefore = t == 0 ? e2 : v[t - 1];
            omegaBar += vNextBar; // dv'/domega = 1
            alphaBar += vNextBar * qBefore; // dv'/dalpha = q
            betaBar += vNextBar * vBefore; // dv'/dbeta = v
            qBar = vNextBar * alpha; // dv'/dq = alpha
            vBar = vNextBar * beta; // dv'/dv = beta
        }
        double e2Bar = (qBar + vBar) / steps; // q = e2, v = e2
        for (int t = 0; t < steps; t++) {
            muBar -= e2Bar * 2 * (r[rAt + t] - mu); // de2/dmu = mean(-2 (r - mu))
        }
        gradient[0] = muBar;
        gradient[1] = omegaBar;
        gradient[2] = alphaBar;
        gradient[3] = betaBar;
        return loss;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return forward(parameters, examples.reals(0), examples.offset(0, example), examples.steps(example));
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example, double[] gradient) {
        return lossAndGradient(
                parameters, examples.reals(0), examples.offset(0, example), examples.steps(example), gradient);
    }

    @Override
    public void constrain(double[] free, double[] parameters) {
        parameters[0] = free[0];
        parameters[1] = Transforms.constrain(free[1], 0, Double.POSITIVE_INFINITY); // omega in (0, inf)
        parameters[2] = Transforms.constrain(free[2], 0, 1); // alpha in (0, 1)
        parameters[3] = Transforms.constrain(free[3], 0, 1 - parameters[2]); // beta in (0, 1 - alpha)
    }

    @Override
    public void unconstrain(double[] parameters, double[] free) {
        double omega = Intervals.inside("omega", parameters[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Intervals.inside("alpha", parameters[2], 0, 1);
        double beta = Intervals.inside("beta", parameters[3], 0, 1 - alpha);
        free[0] = parameters[0];
        free[1] = Transforms.unconstrain(omega, 0, Double.POSITIVE_INFINITY);
        free[2] = Transforms.unconstrain(alpha, 0, 1);
        free[3] = Transforms.unconstrain(beta, 0, 1 - alpha);
    }

    @Override
    public void pullBack(double[] free, double[] parameters, double[] gradient) {
        double alpha = parameters[2];
        double betaUpperBar = gradient[3] * Transforms.slopeInUpper(free[3], 0, 1 - alpha);
        gradient[3] *= Transforms.slope(free[3], 0, 1 - alpha);
        gradient[2] -= betaUpperBar; // d(1 - alpha)/dalpha = -1
        gradient[2] *= Transforms.slope(free[2], 0, 1);
        gradient[1] *= Transforms.slope(free[1], 0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Garch fork() {
        return new Garch();
    }
}
