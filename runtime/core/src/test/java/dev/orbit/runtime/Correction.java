package dev.orbit.runtime;

/**
 * Learns a correction h to an existing model w, without disturbing it at the start.
 *
 * <p>Written by hand, to show what an emitted class looks like.
 *
 * <pre>
 * state y = 0, h = h0
 * q  = a * h
 * y' = q + w(x)                   dy'/da = h      dy'/dh = a
 * r  = b * x + c * y + d * h
 * h' = tanh(r)                    dh'/dr = (1 - h')(1 + h')
 * iterate 3
 * loss (y_true - y)^2
 * </pre>
 *
 * <p>Parameters: a, b, c, d. Reverse mode. Not computed, because nothing reads them: y after step 2, h after step 3. Loss and
 * gradient cost 21 multiplications, 13 additions, 2 tanh, 1 w.
 */
final class Correction implements Model {
    /** Length of the parameter vector: a, b, c, d. */
    public static final int PARAMETER_COUNT = 4;

    private static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "Correction");
        SCHEMA = Schema.of("Correction", Steps.fixed(3))
                .parameters(Parameter.of("a"), Parameter.of("b"), Parameter.of("c"), Parameter.of("d"))
                .columns(
                        Column.input("x"),
                        Column.input("h0"),
                        Column.target("y_true").called("yTrue"))
                .starts(Start.at("zero", 0, 0, 0, 0), Start.at("gentle", 0, 0.001, 0.001, 0.001));
    }

    private final ScalarFunction1 w;

    /**
     * A workspace.
     *
     * @param w the existing model, of which only values are needed
     */
    public Correction(ScalarFunction1 w) {
        this.w = w;
    }

    /** The data of many examples, one value of each per example; not copied. */
    public static Examples examples(double[] x, double[] h0, double[] yTrue) {
        return Examples.of(SCHEMA)
                .column("x", x)
                .column("h0", h0)
                .column("y_true", yTrue)
                .build();
    }

    /** The parameter vector of {@code init zero} or {@code init gentle}. */
    public static double[] init(String name) {
        return SCHEMA.start(name);
    }

    /** The loss of one example. */
    public double loss(double[] theta, double x, double h0, double yTrue) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];

        double w1 = w.value(x); // w(x), the same in each step
        double bx = b * x;

        // step 1, from y = 0, h = h0
        double y1 = a * h0 + w1; // y' = q + w(x)
        double h1 = Math.tanh(bx + d * h0); // h' = tanh(b * x + c * y + d * h)

        // step 2
        double h2 = Math.tanh(bx + c * y1 + d * h1);

        // step 3
        double y3 = a * h2 + w1;

        double e = yTrue - y3;
        return e * e; // (y_true - y)^2
    }

    /** The loss of one example; its gradient by a, b, c, d is written to {@code gradient}. */
    public double lossAndGradient(double[] theta, double x, double h0, double yTrue, double[] gradient) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double d = theta[3];

        double w1 = w.value(x); // w(x), the same in each step
        double bx = b * x;

        // step 1, from y = 0, h = h0
        double y1 = a * h0 + w1; // y' = q + w(x)
        double h1 = Math.tanh(bx + d * h0); // h' = tanh(b * x + c * y + d * h)

        // step 2
        double h2 = Math.tanh(bx + c * y1 + d * h1);

        // step 3
        double y3 = a * h2 + w1;

        double e = yTrue - y3;
        double y3Bar = -2 * e; // d loss / dy = -2 (y_true - y)

        // back through step 3
        double h2Bar = y3Bar * a;

        // back through step 2
        double r2Bar = h2Bar * ((1 - h2) * (1 + h2)); // dh'/dr = (1 - h')(1 + h')
        double y1Bar = r2Bar * c;
        double h1Bar = r2Bar * d;

        // back through step 1
        double r1Bar = h1Bar * ((1 - h1) * (1 + h1));

        gradient[0] = y3Bar * h2 + y1Bar * h0; // a
        gradient[1] = (r2Bar + r1Bar) * x; // b
        gradient[2] = r2Bar * y1; // c
        gradient[3] = r2Bar * h1 + r1Bar * h0; // d
        return e * e;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return loss(
                parameters,
                examples.reals(0)[examples.offset(0, example)],
                examples.reals(1)[examples.offset(1, example)],
                examples.reals(2)[examples.offset(2, example)]);
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example, double[] gradient) {
        return lossAndGradient(
                parameters,
                examples.reals(0)[examples.offset(0, example)],
                examples.reals(1)[examples.offset(1, example)],
                examples.reals(2)[examples.offset(2, example)],
                gradient);
    }

    @Override
    public Correction fork() {
        return new Correction(w);
    }
}
