import dev.orbit.runtime.Batch;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Elementwise;
import dev.orbit.runtime.ExampleBlock;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.RuntimeLevel;
import dev.orbit.runtime.ScalarFunction1;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Start;
import dev.orbit.runtime.Steps;
import java.util.Optional;

/**
 * Learns a correction h to an existing model w, without disturbing it at the start.
 *
 * <pre>
 * A = [1, 0, 0; 0, 0, a; b, c, d]   line 11
 * [_; q; r] = A * [x; y; h]         line 19
 * y' = q + w(x)                     line 20
 * h' = s(r)                         line 21
 * loss (y_true - y)^2               line 25
 * </pre>
 *
 * <p>Parameter vector: a, b, c, d. Data: x, h0, y_true.
 *
 * <p>Called otherwise than in the spec: y_true is yTrue.
 *
 * <p>Cost of loss and gradient: 21 multiplications, 13 additions, 2 tanh, 1 w().
 *
 * <p>The gradient was tried at 3 random points: it agrees with dual numbers and with finite differences.
 *
 * <p>Generated from Correction.orbit by orbit. Change the spec, not this file.
 */
public final class Correction implements Model {
    /** Length of the parameter vector and of its gradient. */
    public static final int PARAMETER_COUNT = 4;

    /** Names, shapes and layouts of parameters and data. */
    public static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "Correction");
        SCHEMA = Schema.of("Correction", Steps.fixed(3))
                .parameters(
                        Parameter.of("a"),
                        Parameter.of("b"),
                        Parameter.of("c"),
                        Parameter.of("d"))
                .columns(
                        Column.input("x"),
                        Column.input("h0"),
                        Column.target("y_true").called("yTrue"))
                .starts(
                        Start.at("zero", 0, 0, 0, 0),
                        Start.at("gentle", 0, 0.001, 0.001, 0.001),
                        Start.at("small", 0.001, 0.001, 0.001, 0.001));
    }

    private final ScalarFunction1 w;

    /**
     * A workspace of its own: one per thread.
     *
     * @param w the function w
     */
    public Correction(ScalarFunction1 w) {
        this.w = w;
    }

    /** The parameter vector of a named start: zero, gentle, small. */
    public static double[] init(String name) {
        return SCHEMA.start(name);
    }

    /** The data of many examples, one array per datum; checked, not copied. */
    public static Examples examples(double[] x, double[] h0, double[] yTrue) {
        return Examples.of(SCHEMA)
                .column("x", x)
                .column("h0", h0)
                .column("y_true", yTrue)
                .build();
    }

    /**
     * The loss of one example.
     *
     * @param theta the parameters: a, b, c, d
     * @param x input
     * @param h0 input
     * @param yTrue target
     */
    public double loss(double[] theta, double x, double h0, double yTrue) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];

        double product = b * x;
        double wValue = w.value(x);
        double r1 = product + d * h0; // [_; q; r] = A * [x; y; h]
        double y1 = a * h0 + wValue; // y' = q + w(x)
        double h1 = Math.tanh(r1);
        double r2 = product + c * y1 + d * h1;
        double h2 = Math.tanh(r2);
        double y3 = a * h2 + wValue;
        double difference = yTrue - y3;
        return difference * difference;
    }

    /**
     * The loss of one example and its gradient by the parameters.
     *
     * @param theta the parameters: a, b, c, d
     * @param x input
     * @param h0 input
     * @param yTrue target
     * @param gradient overwritten with the gradient by the parameters
     */
    public double lossAndGradient(double[] theta, double x, double h0, double yTrue,
            double[] gradient) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];

        double product = b * x;
        double wValue = w.value(x);
        double r1 = product + d * h0; // [_; q; r] = A * [x; y; h]
        double y1 = a * h0 + wValue; // y' = q + w(x)
        double h1 = Math.tanh(r1);
        double r2 = product + c * y1 + d * h1;
        double h2 = Math.tanh(r2);
        double y3 = a * h2 + wValue;
        double difference = yTrue - y3;

        // Backwards: zBar is the derivative of the loss by z.
        double y3Bar = -2 * difference;
        double r2Bar = y3Bar * a * ((1 - h2) * (1 + h2));
        double r1Bar = r2Bar * d * ((1 - h1) * (1 + h1));

        gradient[0] = h2 * y3Bar + h0 * (c * r2Bar); // a
        gradient[1] = x * (r2Bar + r1Bar); // b
        gradient[2] = y1 * r2Bar; // c
        gradient[3] = h1 * r2Bar + h0 * r1Bar; // d
        return difference * difference;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return loss(parameters, examples.reals(0)[examples.offset(0, example)],
                examples.reals(1)[examples.offset(1, example)],
                examples.reals(2)[examples.offset(2, example)]);
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example,
            double[] gradient) {
        return lossAndGradient(parameters, examples.reals(0)[examples.offset(0, example)],
                examples.reals(1)[examples.offset(1, example)],
                examples.reals(2)[examples.offset(2, example)], gradient);
    }

    @Override
    public Correction fork() {
        return new Correction(w);
    }

    @Override
    public Optional<Batch> batch() {
        return Optional.of(new Lanes());
    }

    /**
     * The same for up to 128 examples side by side: the example is the innermost index of every array.
     */
    private final class Lanes implements Batch {
        private final double[] product = new double[128];
        private final double[] wValue = new double[128];
        private final double[] r1 = new double[128];
        private final double[] y1 = new double[128];
        private final double[] h1 = new double[128];
        private final double[] r2 = new double[128];
        private final double[] h2 = new double[128];
        private final double[] y3 = new double[128];
        private final double[] difference = new double[128];
        private final double[] y3Bar = new double[128];
        private final double[] r2Bar = new double[128];
        private final double[] r1Bar = new double[128];

        @Override
        public int lanes() {
            return 128;
        }

        @Override
        public void losses(double[] parameters, ExampleBlock block, double[] losses) {
            losses(parameters, block.count(), block.reals(0), block.reals(1), block.reals(2),
                    losses);
        }

        @Override
        public void lossesAndGradients(double[] parameters, ExampleBlock block, double[] losses,
                double[] gradients) {
            lossesAndGradients(parameters, block.count(), block.reals(0), block.reals(1),
                    block.reals(2), losses, gradients);
        }

        private void losses(double[] theta, int count, double[] x, double[] h0, double[] yTrue,
                double[] losses) {
            double a = theta[0];
            double b = theta[1];
            double c = theta[2];
            double d = theta[3];

            for (int lane = 0; lane < count; lane++) {
                product[lane] = b * x[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                wValue[lane] = w.value(x[lane]);
            }
            for (int lane = 0; lane < count; lane++) {
                r1[lane] = product[lane] + d * h0[lane]; // [_; q; r] = A * [x; y; h]
            }
            for (int lane = 0; lane < count; lane++) {
                y1[lane] = a * h0[lane] + wValue[lane]; // y' = q + w(x)
            }
            Elementwise.tanh(count, r1, 0, h1, 0);
            for (int lane = 0; lane < count; lane++) {
                r2[lane] = product[lane] + c * y1[lane] + d * h1[lane];
            }
            Elementwise.tanh(count, r2, 0, h2, 0);
            for (int lane = 0; lane < count; lane++) {
                y3[lane] = a * h2[lane] + wValue[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                difference[lane] = yTrue[lane] - y3[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                losses[lane] = difference[lane] * difference[lane];
            }
        }

        private void lossesAndGradients(double[] theta, int count, double[] x, double[] h0,
                double[] yTrue, double[] losses, double[] gradient) {
            double a = theta[0];
            double b = theta[1];
            double c = theta[2];
            double d = theta[3];

            for (int lane = 0; lane < count; lane++) {
                product[lane] = b * x[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                wValue[lane] = w.value(x[lane]);
            }
            for (int lane = 0; lane < count; lane++) {
                r1[lane] = product[lane] + d * h0[lane]; // [_; q; r] = A * [x; y; h]
            }
            for (int lane = 0; lane < count; lane++) {
                y1[lane] = a * h0[lane] + wValue[lane]; // y' = q + w(x)
            }
            Elementwise.tanh(count, r1, 0, h1, 0);
            for (int lane = 0; lane < count; lane++) {
                r2[lane] = product[lane] + c * y1[lane] + d * h1[lane];
            }
            Elementwise.tanh(count, r2, 0, h2, 0);
            for (int lane = 0; lane < count; lane++) {
                y3[lane] = a * h2[lane] + wValue[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                difference[lane] = yTrue[lane] - y3[lane];
            }

            // Backwards: zBar is the derivative of the loss by z.
            for (int lane = 0; lane < count; lane++) {
                y3Bar[lane] = -2 * difference[lane];
            }
            for (int lane = 0; lane < count; lane++) {
                r2Bar[lane] = y3Bar[lane] * a * ((1 - h2[lane]) * (1 + h2[lane]));
            }
            for (int lane = 0; lane < count; lane++) {
                r1Bar[lane] = r2Bar[lane] * d * ((1 - h1[lane]) * (1 + h1[lane]));
            }

            for (int lane = 0; lane < count; lane++) {
                gradient[lane] = h2[lane] * y3Bar[lane] + h0[lane] * (c * r2Bar[lane]); // a
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[128 + lane] = x[lane] * (r2Bar[lane] + r1Bar[lane]); // b
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[256 + lane] = y1[lane] * r2Bar[lane]; // c
            }
            for (int lane = 0; lane < count; lane++) {
                gradient[384 + lane] = h1[lane] * r2Bar[lane] + h0[lane] * r1Bar[lane]; // d
            }
            for (int lane = 0; lane < count; lane++) {
                losses[lane] = difference[lane] * difference[lane];
            }
        }
    }
}
