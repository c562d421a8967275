package dev.orbit.runtime;

/**
 * Simple exponential smoothing: the sum of squared one-step forecast errors.
 *
 * <p>Written by hand, to show what an emitted class looks like.
 *
 * <pre>
 * state l = l0
 * e  = y - l                     de/dl = -1         de/dy = 1
 * l' = l + alpha * e             dl'/dalpha = e     dl'/de = alpha     dl'/dl = 1
 * loss e^2                       at each of T steps
 * penalty 0.001 * l0^2
 * </pre>
 *
 * <p>Parameters: alpha in (0, 1), l0. Data: y, one row per step, differentiated. Reverse mode, e stored. Loss and gradient
 * cost per step 5 multiplications and 7 additions.
 */
final class Smoothing implements Constrained, LeastSquares, Predicting {
    /** Length of the parameter vector: alpha, l0. */
    public static final int PARAMETER_COUNT = 2;

    private static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "Smoothing");
        SCHEMA = Schema.of("Smoothing", Steps.open())
                .parameters(Parameter.of("alpha").in(0, 1, "(0, 1)").startingAt(0.5), Parameter.of("l0"))
                .columns(Column.input("y").overSteps().withGradient())
                .outputs(Result.of("l").overSteps(), Result.of("last"))
                .residuals(Result.of("residual1").overSteps());
    }

    private double[] e = new double[0]; // [step]
    private double[] yBar = new double[0]; // [step], where nobody asks for it

    /** The data of one example or several, {@code y[example][step]}; not copied. */
    public static Examples examples(double[] y, int... steps) {
        return Examples.of(SCHEMA).steps(steps).column("y", y).build();
    }

    /** The loss of one example, {@code y[step]}. */
    public double loss(double[] theta, double[] y) {
        return loss(theta, y, 0, y.length);
    }

    /** The loss of one example; its gradient by alpha, l0 is written to {@code gradient}. */
    public double lossAndGradient(double[] theta, double[] y, double[] gradient) {
        yBar = Workspace.hold(yBar, y.length, 1);
        return lossAndGradient(theta, y, 0, y.length, gradient, yBar);
    }

    /** As above; the gradient by y is written to {@code yGradient[step]}. */
    public double lossAndGradient(double[] theta, double[] y, double[] gradient, double[] yGradient) {
        return lossAndGradient(theta, y, 0, y.length, gradient, yGradient);
    }

    private double loss(double[] theta, double[] y, int yAt, int steps) {
        double alpha = Intervals.inside("alpha", theta[0], 0, 1);
        double l = theta[1];
        double loss = 0;
        for (int t = 0; t < steps; t++) {
            double et = y[yAt + t] - l; // e = y - l
            loss += et * et; // e^2
            l = l + alpha * et; // l' = l + alpha * e
        }
        return loss;
    }

    private double lossAndGradient(
            double[] theta, double[] y, int yAt, int steps, double[] gradient, double[] yGradient) {
        double alpha = Intervals.inside("alpha", theta[0], 0, 1);
        double l = theta[1];
        e = Workspace.hold(e, steps, 1);
        double loss = 0;
        for (int t = 0; t < steps; t++) {
            double et = y[yAt + t] - l; // e = y - l
            loss += et * et; // e^2
            l = l + alpha * et; // l' = l + alpha * e
            e[t] = et;
        }

        double lBar = 0;
        double alphaBar = 0;
        for (int t = steps - 1; t >= 0; t--) {
            double et = e[t];
            alphaBar += lBar * et; // dl'/dalpha = e
            double eBar = lBar * alpha + 2 * et; // dl'/de = alpha, d loss/de = 2 e
            yGradient[t] = eBar; // de/dy = 1
            lBar = lBar - eBar; // dl'/dl = 1, de/dl = -1
        }
        gradient[0] = alphaBar;
        gradient[1] = lBar;
        return loss;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return loss(parameters, examples.reals(0), examples.offset(0, example), examples.steps(example));
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example, double[] gradient) {
        int steps = examples.steps(example);
        yBar = Workspace.hold(yBar, steps, 1);
        return lossAndGradient(parameters, examples.reals(0), examples.offset(0, example), steps, gradient, yBar);
    }

    @Override
    public double lossAndGradient(
            double[] parameters, Examples examples, int example, double[] gradient, double[][] inputGradients) {
        return lossAndGradient(
                parameters,
                examples.reals(0),
                examples.offset(0, example),
                examples.steps(example),
                gradient,
                inputGradients[0]);
    }

    @Override
    public double penalty(double[] parameters) {
        double l0 = parameters[1];
        return 0.001 * (l0 * l0); // 0.001 * l0^2
    }

    @Override
    public double penaltyAndGradient(double[] parameters, double[] gradient) {
        double l0 = parameters[1];
        gradient[1] += 0.001 * (2 * l0); // d penalty/dl0 = 0.001 * 2 l0
        return 0.001 * (l0 * l0);
    }

    @Override
    public void constrain(double[] free, double[] parameters) {
        parameters[0] = Transforms.constrain(free[0], 0, 1); // alpha in (0, 1)
        parameters[1] = free[1];
    }

    @Override
    public void unconstrain(double[] parameters, double[] free) {
        free[0] = Transforms.unconstrain(Intervals.inside("alpha", parameters[0], 0, 1), 0, 1);
        free[1] = parameters[1];
    }

    @Override
    public void pullBack(double[] free, double[] parameters, double[] gradient) {
        gradient[0] *= Transforms.slope(free[0], 0, 1);
    }

    @Override
    public boolean hasOnlyResiduals() {
        return false; // there is the penalty
    }

    @Override
    public void predict(double[] parameters, Examples examples, int example, double[][] outputs) {
        double alpha = Intervals.inside("alpha", parameters[0], 0, 1);
        double l = parameters[1];
        for (int t = 0; t < examples.steps(example); t++) {
            outputs[0][t] = l;
            l = l + alpha * (examples.reals(0)[examples.offset(0, example) + t] - l);
        }
        outputs[1][0] = l;
    }

    @Override
    public void residuals(double[] parameters, Examples examples, int example, double[] residuals, int at) {
        loss(parameters, examples, example);
        double alpha = parameters[0];
        double l = parameters[1];
        for (int t = 0; t < examples.steps(example); t++) {
            residuals[at + t] = examples.reals(0)[examples.offset(0, example) + t] - l;
            l = l + alpha * residuals[at + t];
        }
    }

    @Override
    public void jacobian(double[] parameters, Examples examples, int example, double[] jacobian, int at) {
        sweep(parameters, examples, example, (t, byAlpha, byStart) -> {
            jacobian[at + 2 * t] = byAlpha;
            jacobian[at + 2 * t + 1] = byStart;
        });
    }

    @Override
    public void jacobianTimes(
            double[] parameters, Examples examples, int example, double[] direction, double[] product, int at) {
        sweep(
                parameters,
                examples,
                example,
                (t, byAlpha, byStart) -> product[at + t] = byAlpha * direction[0] + byStart * direction[1]);
    }

    @Override
    public void transposedTimes(
            double[] parameters, Examples examples, int example, double[] weights, int at, double[] product) {
        product[0] = 0;
        product[1] = 0;
        sweep(parameters, examples, example, (t, byAlpha, byStart) -> {
            product[0] += byAlpha * weights[at + t];
            product[1] += byStart * weights[at + t];
        });
    }

    /** The derivatives of e by alpha and l0, at each step: de = -dl, dl' = dl + e dalpha + alpha de. */
    private interface Row {
        void take(int t, double byAlpha, double byStart);
    }

    private static void sweep(double[] parameters, Examples examples, int example, Row row) {
        double alpha = parameters[0];
        double l = parameters[1];
        double byAlpha = 0;
        double byStart = 1;
        for (int t = 0; t < examples.steps(example); t++) {
            double et = examples.reals(0)[examples.offset(0, example) + t] - l;
            row.take(t, -byAlpha, -byStart);
            byAlpha = byAlpha + et - alpha * byAlpha;
            byStart = byStart - alpha * byStart;
            l = l + alpha * et;
        }
    }

    @Override
    public Smoothing fork() {
        return new Smoothing();
    }
}
