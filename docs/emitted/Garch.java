import dev.orbit.runtime.Arguments;
import dev.orbit.runtime.Batch;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Constrained;
import dev.orbit.runtime.Elementwise;
import dev.orbit.runtime.ExampleBlock;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Functions;
import dev.orbit.runtime.Intervals;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.RuntimeLevel;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Steps;
import dev.orbit.runtime.Transforms;
import dev.orbit.runtime.Workspace;
import java.util.Arrays;
import java.util.Optional;

/**
 * GARCH(1,1) negative log-likelihood; the start is the mean squared shock, which depends on mu
 * (Bollerslev 1986).
 *
 * <pre>
 * e2 = mean(over steps: (r - mu)^2)              line 12
 * v' = omega + alpha * q + beta * v              line 17
 * q' = (r - mu)^2                                line 18
 * loss 0.5 * (log(2 * pi) + log(v') + q' / v')   line 19
 * </pre>
 *
 * <p>Parameter vector: mu, omega in (0, inf), alpha in (0, 1), beta in (0, 1 - alpha). Data: r per step.
 *
 * <p>Cost of loss and gradient: once: 4 multiplications, 2 additions, 2 divisions, 1 log; per step: 11
 * multiplications, 18 additions, 2 divisions, 1 log.
 *
 * <p>The gradient was tried at 3 random points: it agrees with dual numbers and with finite differences.
 *
 * <p>Generated from Garch.orbit by orbit. Change the spec, not this file.
 */
public final class Garch implements Constrained {
    /** Length of the parameter vector and of its gradient. */
    public static final int PARAMETER_COUNT = 4;

    /** Names, shapes and layouts of parameters and data. */
    public static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "Garch");
        SCHEMA = Schema.of("Garch", Steps.open())
                .parameters(
                        Parameter.of("mu").startingAt(0),
                        Parameter.of("omega").in(0, Double.POSITIVE_INFINITY, "(0, inf)").startingAt(0.1),
                        Parameter.of("alpha").in(0, 1, "(0, 1)").startingAt(0.1),
                        Parameter.of("beta").in("(0, 1 - alpha)").startingAt(0.8))
                .columns(Column.input("r").overSteps());
    }

    private double[] vs = new double[0];
    private double[] quotients = new double[0];
    private double[] qs = new double[0];

    /** A workspace of its own: one per thread. */
    public Garch() {
    }

    /** The data of many examples, one array per datum; checked, not copied. */
    public static Examples examples(double[] r) {
        return Examples.of(SCHEMA)
                .column("r", r)
                .build();
    }

    /** The data of examples that have different numbers of steps. */
    public static Examples examples(int[] steps, double[] r) {
        return Examples.of(SCHEMA)
                .column("r", r)
                .steps(steps)
                .build();
    }

    /**
     * The loss of one example.
     *
     * @param theta the parameters: mu, omega, alpha, beta
     * @param r input, one row per step
     * @throws dev.orbit.runtime.ParameterOutsideInterval if a parameter is not inside its interval
     */
    public double loss(double[] theta, double[] r) {
        int steps = Arguments.rows("r", r.length, 1);
        return lossAt(theta, steps, r, 0);
    }

    /**
     * The loss of one example and its gradient by the parameters.
     *
     * @param theta the parameters: mu, omega, alpha, beta
     * @param r input, one row per step
     * @param gradient overwritten with the gradient by the parameters
     * @throws dev.orbit.runtime.ParameterOutsideInterval if a parameter is not inside its interval
     */
    public double lossAndGradient(double[] theta, double[] r, double[] gradient) {
        int steps = Arguments.rows("r", r.length, 1);
        return lossAndGradientAt(theta, steps, r, 0, gradient);
    }

    @Override
    public void constrain(double[] free, double[] parameters) {
        parameters[0] = free[0]; // mu
        // omega
        parameters[1] = Transforms.constrain(free[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Transforms.constrain(free[2], 0, 1);
        parameters[2] = alpha; // alpha
        parameters[3] = Transforms.constrain(free[3], 0, 1 - alpha); // beta
    }

    @Override
    public void unconstrain(double[] parameters, double[] free) {
        double omega = Intervals.inside("omega", parameters[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Intervals.inside("alpha", parameters[2], 0, 1);
        double beta = Intervals.inside("beta", parameters[3], 0, 1 - alpha);
        free[0] = parameters[0]; // mu
        // omega
        free[1] = Transforms.unconstrain(omega, 0, Double.POSITIVE_INFINITY);
        free[2] = Transforms.unconstrain(alpha, 0, 1); // alpha
        free[3] = Transforms.unconstrain(beta, 0, 1 - alpha); // beta
    }

    @Override
    public void pullBack(double[] free, double[] parameters, double[] gradient) {
        double alpha = parameters[2];
        double betaUpperBar = gradient[3] * Transforms.slopeInUpper(free[3], 0, 1 - alpha);
        gradient[2] -= betaUpperBar;
        gradient[3] *= Transforms.slope(free[3], 0, 1 - alpha); // beta
        gradient[2] *= Transforms.slope(free[2], 0, 1); // alpha
        // omega
        gradient[1] *= Transforms.slope(free[1], 0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return lossAt(parameters, examples.steps(example), examples.reals(0),
                examples.offset(0, example));
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example,
            double[] gradient) {
        return lossAndGradientAt(parameters, examples.steps(example), examples.reals(0),
                examples.offset(0, example), gradient);
    }

    @Override
    public Garch fork() {
        return new Garch();
    }

    @Override
    public Optional<Batch> batch() {
        return Optional.of(new Lanes());
    }

    private double lossAt(double[] theta, int steps, double[] r, int rAt) {
        double mu = theta[0];
        double omega = Intervals.inside("omega", theta[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Intervals.inside("alpha", theta[2], 0, 1);
        double beta = Intervals.inside("beta", theta[3], 0, 1 - alpha);

        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double difference = r[rAt + t] - mu;
            sum += difference * difference;
        }
        double e2 = sum / steps; // e2 = mean(over steps: (r - mu)^2)
        double log = Functions.log(2 * Math.PI);
        double q = e2;
        double v = e2;
        double sum2 = 0;
        for (int t = 0; t < steps; t++) {
            v = omega + alpha * q + beta * v; // v' = omega + alpha * q + beta * v
            double difference = r[rAt + t] - mu;
            q = difference * difference; // q' = (r - mu)^2
            sum2 += log + Functions.log(v) + q / v;
        }
        return 0.5 * sum2;
    }

    private double lossAndGradientAt(double[] theta, int steps, double[] r, int rAt,
            double[] gradient) {
        double mu = theta[0];
        double omega = Intervals.inside("omega", theta[1], 0, Double.POSITIVE_INFINITY);
        double alpha = Intervals.inside("alpha", theta[2], 0, 1);
        double beta = Intervals.inside("beta", theta[3], 0, 1 - alpha);
        vs = Workspace.hold(vs, steps + 1, 1);
        quotients = Workspace.hold(quotients, steps, 1);
        qs = Workspace.hold(qs, steps, 1);

        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double difference = r[rAt + t] - mu;
            sum += difference * difference;
        }
        double e2 = sum / steps; // e2 = mean(over steps: (r - mu)^2)
        double log = Functions.log(2 * Math.PI);
        double q = e2;
        double v = e2;
        double sum2 = 0;
        vs[0] = e2;
        for (int t = 0; t < steps; t++) {
            qs[t] = q;
            v = omega + alpha * q + beta * v; // v' = omega + alpha * q + beta * v
            vs[t + 1] = v;
            double difference = r[rAt + t] - mu;
            q = difference * difference; // q' = (r - mu)^2
            double quotient = q / v;
            quotients[t] = quotient;
            sum2 += log + Functions.log(v) + quotient;
        }
        double qBar = 0;
        double vBar = 0;
        double sum3 = 0;
        double omegaBar = 0;
        double alphaBar = 0;
        double betaBar = 0;

        // Backwards: zBar is the derivative of the loss by z.
        for (int t = steps - 1; t >= 0; t--) {
            double quotient = 0.5 / vs[t + 1];
            double vBar2 = vBar - quotient * quotients[t] + quotient;
            omegaBar += vBar2;
            alphaBar += qs[t] * vBar2;
            betaBar += vs[t] * vBar2;
            vBar = beta * vBar2;
            sum3 += (r[rAt + t] - mu) * (qBar + quotient);
            qBar = alpha * vBar2;
        }
        double quotient = (qBar + vBar) / steps;
        double sum4 = 0;
        for (int t = steps - 1; t >= 0; t--) {
            sum4 += (r[rAt + t] - mu) * quotient;
        }

        gradient[0] = -2 * sum3 - 2 * sum4; // mu
        gradient[1] = omegaBar; // omega
        gradient[2] = alphaBar; // alpha
        gradient[3] = betaBar; // beta
        return 0.5 * sum2;
    }

    /**
     * The same for up to 64 examples side by side: the example is the innermost index of every array.
     */
    private static final class Lanes implements Batch {
        private final double[] sum = new double[64];
        private final double[] difference = new double[64];
        private final double[] e2 = new double[64];
        private final double[] q = new double[64];
        private final double[] v = new double[64];
        private final double[] sum2 = new double[64];
        private final double[] argument1 = new double[64];
        private final double[] quotient = new double[64];
        private final double[] qBar = new double[64];
        private final double[] vBar = new double[64];
        private final double[] sum3 = new double[64];
        private final double[] omegaBar = new double[64];
        private final double[] alphaBar = new double[64];
        private final double[] betaBar = new double[64];
        private final double[] vBar2 = new double[64];
        private final double[] sum4 = new double[64];
        private double[] vs = new double[0];
        private double[] quotients = new double[0];
        private double[] qs = new double[0];

        @Override
        public int lanes() {
            return 64;
        }

        @Override
        public void losses(double[] parameters, ExampleBlock block, double[] losses) {
            losses(parameters, block.count(), block.steps(), block.reals(0), losses);
        }

        @Override
        public void lossesAndGradients(double[] parameters, ExampleBlock block, double[] losses,
                double[] gradients) {
            lossesAndGradients(parameters, block.count(), block.steps(), block.reals(0), losses,
                    gradients);
        }

        private void losses(double[] theta, int count, int steps, double[] r, double[] losses) {
            double mu = theta[0];
            double omega = Intervals.inside("omega", theta[1], 0, Double.POSITIVE_INFINITY);
            double alpha = Intervals.inside("alpha", theta[2], 0, 1);
            double beta = Intervals.inside("beta", theta[3], 0, 1 - alpha);

            Arrays.fill(sum, 0, count, 0.0);
            for (int t = 0; t < steps; t++) {
                for (int lane = 0; lane < count; lane++) {
                    difference[lane] = r[t * 64 + lane] - mu;
                }
                for (int lane = 0; lane < count; lane++) {
                    sum[lane] += difference[lane] * difference[lane];
                }
            }
            for (int lane = 0; lane < count; lane++) {
                e2[lane] = sum[lane] / steps; // e2 = mean(over steps: (r - mu)^2)
            }
            double log = Functions.log(2 * Math.PI);
            for (int lane = 0; lane < count; lane++) {
                q[lane] = e2[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                v[lane] = e2[lane];
            }
            Arrays.fill(sum2, 0, count, 0.0);
            for (int t = 0; t < steps; t++) {
                for (int lane = 0; lane < count; lane++) {
                    // v' = omega + alpha * q + beta * v
                    v[lane] = omega + alpha * q[lane] + beta * v[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    difference[lane] = r[t * 64 + lane] - mu;
                }
                for (int lane = 0; lane < count; lane++) {
                    q[lane] = difference[lane] * difference[lane]; // q' = (r - mu)^2
                }
                Elementwise.log(count, v, 0, argument1, 0);
                for (int lane = 0; lane < count; lane++) {
                    sum2[lane] += log + argument1[lane] + q[lane] / v[lane];
                }
            }
            for (int lane = 0; lane < count; lane++) {
                losses[lane] = 0.5 * sum2[lane];
            }
        }

        private void lossesAndGradients(double[] theta, int count, int steps, double[] r,
                double[] losses, double[] gradient) {
            double mu = theta[0];
            double omega = Intervals.inside("omega", theta[1], 0, Double.POSITIVE_INFINITY);
            double alpha = Intervals.inside("alpha", theta[2], 0, 1);
            double beta = Intervals.inside("beta", theta[3], 0, 1 - alpha);
            vs = Workspace.hold(vs, steps + 1, 64);
            quotients = Workspace.hold(quotients, steps, 64);
            qs = Workspace.hold(qs, steps, 64);

            Arrays.fill(sum, 0, count, 0.0);
            for (int t = 0; t < steps; t++) {
                for (int lane = 0; lane < count; lane++) {
                    difference[lane] = r[t * 64 + lane] - mu;
                }
                for (int lane = 0; lane < count; lane++) {
                    sum[lane] += difference[lane] * difference[lane];
                }
            }
            for (int lane = 0; lane < count; lane++) {
                e2[lane] = sum[lane] / steps; // e2 = mean(over steps: (r - mu)^2)
            }
            double log = Functions.log(2 * Math.PI);
            for (int lane = 0; lane < count; lane++) {
                q[lane] = e2[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                v[lane] = e2[lane];
            }
            Arrays.fill(sum2, 0, count, 0.0);
            for (int lane = 0; lane < count; lane++) {
                vs[lane] = e2[lane];
            }
            for (int t = 0; t < steps; t++) {
                for (int lane = 0; lane < count; lane++) {
                    qs[t * 64 + lane] = q[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    // v' = omega + alpha * q + beta * v
                    v[lane] = omega + alpha * q[lane] + beta * v[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    vs[t * 64 + 64 + lane] = v[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    difference[lane] = r[t * 64 + lane] - mu;
                }
                for (int lane = 0; lane < count; lane++) {
                    q[lane] = difference[lane] * difference[lane]; // q' = (r - mu)^2
                }
                for (int lane = 0; lane < count; lane++) {
                    quotient[lane] = q[lane] / v[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    quotients[t * 64 + lane] = quotient[lane];
                }
                Elementwise.log(count, v, 0, argument1, 0);
                for (int lane = 0; lane < count; lane++) {
                    sum2[lane] += log + argument1[lane] + quotient[lane];
                }
            }
            Arrays.fill(qBar, 0, count, 0.0);
            Arrays.fill(vBar, 0, count, 0.0);
            Arrays.fill(sum3, 0, count, 0.0);
            Arrays.fill(omegaBar, 0, count, 0.0);
            Arrays.fill(alphaBar, 0, count, 0.0);
            Arrays.fill(betaBar, 0, count, 0.0);

            // Backwards: zBar is the derivative of the loss by z.
            for (int t = steps - 1; t >= 0; t--) {
                for (int lane = 0; lane < count; lane++) {
                    quotient[lane] = 0.5 / vs[t * 64 + 64 + lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    vBar2[lane] = vBar[lane] - quotient[lane] * quotients[t * 64 + lane]
                            + quotient[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    omegaBar[lane] += vBar2[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    alphaBar[lane] += qs[t * 64 + lane] * vBar2[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    betaBar[lane] += vs[t * 64 + lane] * vBar2[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    vBar[lane] = beta * vBar2[lane];
                }
                for (int lane = 0; lane < count; lane++) {
                    sum3[lane] += (r[t * 64 + lane] - mu) * (qBar[lane] + quotient[lane]);
                }
                for (int lane = 0; lane < count; lane++) {
                    qBar[lane] = alpha * vBar2[lane];
                }
            }
            for (int lane = 0; lane < count; lane++) {
                quotient[lane] = (qBar[lane] + vBar[lane]) / steps;
            }
            Arrays.fill(sum4, 0, count, 0.0);
            for (int t = steps - 1; t >= 0; t--) {
                for (int lane = 0; lane < count; lane++) {
                    sum4[lane] += (r[t * 64 + lane] - mu) * quotient[lane];
                }
            }

            for (int lane = 0; lane < count; lane++) {
                gradient[lane] = -2 * sum3[lane] - 2 * sum4[lane]; // mu
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[64 + lane] = omegaBar[lane]; // omega
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[128 + lane] = alphaBar[lane]; // alpha
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[192 + lane] = betaBar[lane]; // beta
            }
            for (int lane = 0; lane < count; lane++) {
                losses[lane] = 0.5 * sum2[lane];
            }
        }
    }
}
