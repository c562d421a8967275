import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Functions;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.RuntimeLevel;
import dev.orbit.runtime.ScalarFunction1;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Start;
import dev.orbit.runtime.Steps;

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
                        Start.at("gentle", 0, 0.001, 0.001, 0.001));
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

    /** The parameter vector of a named start: zero, gentle. */
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
        double h1 = Functions.tanh(r1);
        double r2 = product + c * y1 + d * h1;
        double h2 = Functions.tanh(r2);
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
        double h1 = Functions.tanh(r1);
        double r2 = product + c * y1 + d * h1;
        double h2 = Functions.tanh(r2);
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
}
