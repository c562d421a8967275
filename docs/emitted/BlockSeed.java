import dev.orbit.runtime.Arguments;
import dev.orbit.runtime.Column;
import dev.orbit.runtime.Draw;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Functions;
import dev.orbit.runtime.Kernels;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Parameter;
import dev.orbit.runtime.RuntimeLevel;
import dev.orbit.runtime.Schema;
import dev.orbit.runtime.Start;
import dev.orbit.runtime.Steps;
import dev.orbit.runtime.VectorFunction;
import java.util.Arrays;

/**
 * The seed as it is meant: one block matrix times a stacked state, over a sequence. x comes from
 * outside and learns nothing, y is what a known model w makes of x, corrected by a times h, and h is a
 * memory that follows x, y and itself.
 *
 * <p>The identity and the zeros of A cost nothing: a step multiplies by a, b, c and d alone.
 *
 * <pre>
 * A = [1, 0, 0; 0, 0, a; b, c, d]   line 25
 * [_; q; r] = A * [x; y; h]         line 33
 * y' = q + w(x)                     line 34
 * h' = s(r)                         line 35
 * loss sum((y_true - y).^2)         line 39
 * </pre>
 *
 * <p>Parameter vector: a[8, 64], b[64, 16], c[64, 8], d[64, 64]. Data: x[16] per step, h0[64], y_true[8].
 *
 * <p>Called otherwise than in the spec: y_true is yTrue.
 *
 * <p>Cost of loss and gradient: once: 16 multiplications, 16 additions; per step: 17536 multiplications,
 * 17736 additions, 64 tanh, 1 w().
 *
 * <p>The gradient was tried at 3 random points in a variant of k = 9, T = 10: it agrees with dual numbers
 * and with finite differences.
 *
 * <p>Generated from BlockSeed.orbit by orbit. Change the spec, not this file.
 */
public final class BlockSeed implements Model {
    /** Length of the parameter vector and of its gradient. */
    public static final int PARAMETER_COUNT = 6144;

    /** Names, shapes and layouts of parameters and data. */
    public static final Schema SCHEMA;

    static {
        RuntimeLevel.require(1, "BlockSeed");
        SCHEMA = Schema.of("BlockSeed", Steps.fixed(32))
                .parameters(
                        Parameter.of("a", 8, 64),
                        Parameter.of("b", 64, 16),
                        Parameter.of("c", 64, 8),
                        Parameter.of("d", 64, 64))
                .columns(
                        Column.input("x", 16).overSteps(),
                        Column.input("h0", 64),
                        Column.target("y_true", 8).called("yTrue"))
                .starts(
                        Start.of("zero", Draw.filled(512, 0), Draw.filled(1024, 0),
                                Draw.filled(512, 0), Draw.filled(4096, 0)),
                        Start.of("random", Draw.filled(512, 0), Draw.glorot(64, 16),
                                Draw.glorot(64, 8), Draw.orthogonal(64, 64)));
    }

    private final VectorFunction w;
    private final double[] part = new double[512];
    private final double[] part2 = new double[1024];
    private final double[] part3 = new double[512];
    private final double[] part4 = new double[4096];
    private final double[] y = new double[8];
    private final double[] h = new double[64];
    private final double[] product = new double[8];
    private final double[] product2 = new double[64];
    private final double[] product3 = new double[64];
    private final double[] product4 = new double[64];
    private final double[] r = new double[64];
    private final double[] wArguments = new double[16];
    private final double[] wValue = new double[8];
    private final double[] difference = new double[8];
    private final double[] ys = new double[264];
    private final double[] hs = new double[2112];
    private final double[] yBars = new double[264];
    private final double[] rBars = new double[2048];
    private final double[] hBar = new double[64];
    private final double[] product5 = new double[64];
    private final double[] product6 = new double[64];

    /**
     * A workspace of its own: one per thread.
     *
     * @param w the function w
     */
    public BlockSeed(VectorFunction w) {
        this.w = w;
    }

    /** The parameter vector of a named start: zero, random. */
    public static double[] init(String name) {
        return SCHEMA.start(name);
    }

    /**
     * The parameter vector of a named start; what is random is drawn from the seed, the same on every
     * machine.
     */
    public static double[] init(String name, long seed) {
        return SCHEMA.start(name, seed);
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
     * @param theta the parameters: a[8, 64], b[64, 16], c[64, 8], d[64, 64]
     * @param x input, one row per step, shape [16]
     * @param h0 input, shape [64]
     * @param yTrue target, shape [8]
     */
    public double loss(double[] theta, double[] x, double[] h0, double[] yTrue) {
        Arguments.length("x", x.length, 32, 16);
        Arguments.length("h0", h0.length, 1, 64);
        Arguments.length("y_true", yTrue.length, 1, 8);
        return lossAt(theta, x, 0, h0, 0, yTrue, 0);
    }

    /**
     * The loss of one example and its gradient by the parameters.
     *
     * @param theta the parameters: a[8, 64], b[64, 16], c[64, 8], d[64, 64]
     * @param x input, one row per step, shape [16]
     * @param h0 input, shape [64]
     * @param yTrue target, shape [8]
     * @param gradient overwritten with the gradient by the parameters
     */
    public double lossAndGradient(double[] theta, double[] x, double[] h0, double[] yTrue,
            double[] gradient) {
        Arguments.length("x", x.length, 32, 16);
        Arguments.length("h0", h0.length, 1, 64);
        Arguments.length("y_true", yTrue.length, 1, 8);
        return lossAndGradientAt(theta, x, 0, h0, 0, yTrue, 0, gradient);
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public double loss(double[] parameters, Examples examples, int example) {
        return lossAt(parameters, examples.reals(0), examples.offset(0, example), examples.reals(1),
                examples.offset(1, example), examples.reals(2), examples.offset(2, example));
    }

    @Override
    public double lossAndGradient(double[] parameters, Examples examples, int example,
            double[] gradient) {
        return lossAndGradientAt(parameters, examples.reals(0), examples.offset(0, example),
                examples.reals(1), examples.offset(1, example), examples.reals(2),
                examples.offset(2, example), gradient);
    }

    @Override
    public BlockSeed fork() {
        return new BlockSeed(w);
    }

    private double lossAt(double[] theta, double[] x, int xAt, double[] h0, int h0At,
            double[] yTrue, int yTrueAt) {
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 8; j++) {
                part[i * 8 + j] = theta[j * 64 + i];
            }
        }
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 64; j++) {
                part2[i * 64 + j] = theta[512 + (j * 16 + i)];
            }
        }
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 64; j++) {
                part3[i * 64 + j] = theta[1536 + (j * 8 + i)];
            }
        }
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                part4[i * 64 + j] = theta[2048 + (j * 64 + i)];
            }
        }
        Arrays.fill(y, 0, 8, 0.0);
        System.arraycopy(h0, h0At, h, 0, 64);
        for (int t = 0; t < 32; t++) {
            Kernels.multiplyTransposed(64, 8, part, 0, h, 0, product, 0);
            Kernels.multiplyTransposed(16, 64, part2, 0, x, xAt + t * 16, product2, 0);
            Kernels.multiplyTransposed(8, 64, part3, 0, y, 0, product3, 0);
            Kernels.multiplyTransposed(64, 64, part4, 0, h, 0, product4, 0);
            // [_; q; r] = A * [x; y; h]
            for (int i = 0; i < 64; i++) {
                r[i] = product2[i] + product3[i] + product4[i];
            }
            w.value(x, xAt + t * 16, wValue, 0);
            // y' = q + w(x)
            for (int i = 0; i < 8; i++) {
                y[i] = product[i] + wValue[i];
            }
            for (int i = 0; i < 64; i++) {
                h[i] = Functions.tanh(r[i]);
            }
        }
        for (int i = 0; i < 8; i++) {
            difference[i] = yTrue[yTrueAt + i] - y[i];
        }
        double product1 = 0;
        for (int i = 0; i < 8; i++) {
            product1 = Math.fma(difference[i], difference[i], product1);
        }
        return product1;
    }

    private double lossAndGradientAt(double[] theta, double[] x, int xAt, double[] h0, int h0At,
            double[] yTrue, int yTrueAt, double[] gradient) {
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 8; j++) {
                part[i * 8 + j] = theta[j * 64 + i];
            }
        }
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 64; j++) {
                part2[i * 64 + j] = theta[512 + (j * 16 + i)];
            }
        }
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 64; j++) {
                part3[i * 64 + j] = theta[1536 + (j * 8 + i)];
            }
        }
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                part4[i * 64 + j] = theta[2048 + (j * 64 + i)];
            }
        }
        Arrays.fill(ys, 0, 8, 0.0);
        System.arraycopy(h0, h0At, hs, 0, 64);
        for (int t = 0; t < 32; t++) {
            Kernels.multiplyTransposed(64, 8, part, 0, hs, t * 64, product, 0);
            Kernels.multiplyTransposed(16, 64, part2, 0, x, xAt + t * 16, product2, 0);
            Kernels.multiplyTransposed(8, 64, part3, 0, ys, t * 8, product3, 0);
            Kernels.multiplyTransposed(64, 64, part4, 0, hs, t * 64, product4, 0);
            // [_; q; r] = A * [x; y; h]
            for (int i = 0; i < 64; i++) {
                r[i] = product2[i] + product3[i] + product4[i];
            }
            w.value(x, xAt + t * 16, wValue, 0);
            // y' = q + w(x)
            for (int i = 0; i < 8; i++) {
                ys[t * 8 + 8 + i] = product[i] + wValue[i];
            }
            for (int i = 0; i < 64; i++) {
                hs[t * 64 + 64 + i] = Functions.tanh(r[i]);
            }
        }
        for (int i = 0; i < 8; i++) {
            difference[i] = yTrue[yTrueAt + i] - ys[256 + i];
        }
        double product1 = 0;
        for (int i = 0; i < 8; i++) {
            product1 = Math.fma(difference[i], difference[i], product1);
        }
        for (int i = 0; i < 8; i++) {
            yBars[256 + i] = -2 * difference[i];
        }
        Arrays.fill(hBar, 0, 64, 0.0);

        // Backwards: zBar is the derivative of the loss by z.
        for (int t = 31; t >= 0; t--) {
            for (int i = 0; i < 64; i++) {
                rBars[t * 64 + i] = hBar[i] * ((1 - hs[t * 64 + 64 + i]) * (1 + hs[t * 64 + 64
                        + i]));
            }
            Kernels.multiplyTransposed(64, 64, theta, 2048, rBars, t * 64, product5, 0);
            Kernels.multiplyTransposed(64, 8, theta, 1536, rBars, t * 64, yBars, t * 8);
            Kernels.multiplyTransposed(8, 64, theta, 0, yBars, t * 8 + 8, product6, 0);
            for (int i = 0; i < 64; i++) {
                hBar[i] = product5[i] + product6[i];
            }
        }
        Kernels.multiplyTransposed(32, 8, 64, yBars, 8, hs, 0, gradient, 0);
        Kernels.multiplyTransposed(32, 64, 16, rBars, 0, x, xAt, gradient, 512);
        Kernels.multiplyTransposed(32, 64, 8, rBars, 0, ys, 0, gradient, 1536);
        Kernels.multiplyTransposed(32, 64, 64, rBars, 0, hs, 0, gradient, 2048);
        return product1;
    }
}
