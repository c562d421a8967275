package dev.orbit.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.function.Function;

/** The cases in DJL with PyTorch, in double precision: tensors over examples, a tape, and its backward pass. */
final class Torch implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager();
    private final NDList data = new NDList();

    /** Data that stay the same, one tensor each; the first number of the shape is the number of examples or steps. */
    Torch data(double[] values, long... shape) {
        data.add(manager.create(values, new Shape(shape)));
        return this;
    }

    /** A sum of losses, given the parts of the parameter vector and the data. */
    interface Loss {
        NDArray of(NDList parts, NDList data, NDManager step);
    }

    /** The parts of the parameter vector have these shapes, in its order. */
    double lossAndGradient(double[] theta, long[][] shapes, Loss loss, double[] gradient) {
        try (NDManager step = manager.newSubManager();
                GradientCollector tape = step.getEngine().newGradientCollector()) {
            NDList parts = new NDList();
            int at = 0;
            for (long[] shape : shapes) {
                int n = (int) new Shape(shape).size();
                NDArray part = step.create(Arrays.copyOfRange(theta, at, at + n), new Shape(shape));
                part.setRequiresGradient(true);
                parts.add(part);
                at += n;
            }
            data.forEach(array -> array.tempAttach(step));
            NDArray value = loss.of(parts, data, step);
            tape.backward(value);
            at = 0;
            for (NDArray part : parts) {
                double[] entries = part.getGradient().toDoubleArray();
                System.arraycopy(entries, 0, gradient, at, entries.length);
                at += entries.length;
            }
            return value.getDouble();
        }
    }

    /** The seed map over examples in columns; data are x, h0 and the target. */
    static Loss seed(int steps) {
        return (parts, data, step) -> {
            NDArray half = data.get(0).div(2);
            NDArray bx = parts.get(1).mul(data.get(0));
            NDArray h = data.get(1);
            NDArray y = step.zeros(h.getShape(), h.getDataType());
            for (int t = 0; t < steps; t++) {
                NDArray next =
                        bx.add(parts.get(2).mul(y)).add(parts.get(3).mul(h)).tanh();
                y = parts.get(0).mul(h).add(half);
                h = next;
            }
            return data.get(2).sub(y).square().sum();
        };
    }

    static final long[][] SEED = {{1}, {1}, {1}, {1}};

    /** The seed in blocks over a batch; data are x of every step, h0 and the target, rows are examples. */
    static Loss blockSeed(int steps) {
        return (parts, data, step) -> {
            NDArray a = parts.get(0).transpose();
            NDArray b = parts.get(1).transpose();
            NDArray c = parts.get(2).transpose();
            NDArray d = parts.get(3).transpose();
            NDArray h = data.get(1);
            NDArray y = step.zeros(data.get(2).getShape(), h.getDataType());
            for (int t = 0; t < steps; t++) {
                NDArray x = data.get(0).get(":, {}, :", t);
                NDArray next = x.matMul(b).add(y.matMul(c)).add(h.matMul(d)).tanh();
                y = h.matMul(a).add(x.get(":, :8").div(2));
                h = next;
            }
            return data.get(2).sub(y).square().sum();
        };
    }

    static final long[][] BLOCK_SEED = {{8, 64}, {64, 16}, {64, 8}, {64, 64}};

    /** The LSTM of ADBench; data are the characters, one row each. */
    static Loss lstm(int characters) {
        return (parts, data, step) -> {
            NDArray h1 = step.zeros(new Shape(14), data.get(0).getDataType());
            NDArray[] first = {h1, h1};
            NDArray[] second = {h1, h1};
            NDArray sum = null;
            for (int t = 0; t < characters - 1; t++) {
                NDArray x = data.get(0).get(t).mul(parts.get(4));
                first = layer(x, first, parts.get(0), parts.get(1));
                second = layer(first[0], second, parts.get(2), parts.get(3));
                NDArray y = second[0].mul(parts.get(5)).add(parts.get(6));
                NDArray log = y.exp().sum().add(2).log();
                NDArray next = data.get(0).get(t + 1).mul(y.sub(log)).sum();
                sum = sum == null ? next : sum.add(next);
            }
            return sum.div(-14.0 * (characters - 1));
        };
    }

    static final long[][] LSTM = {{56}, {56}, {56}, {56}, {14}, {14}, {14}};

    /** What the layer shows and its memory. */
    private static NDArray[] layer(NDArray z, NDArray[] state, NDArray w, NDArray v) {
        Function<Integer, NDArray> part = gate -> w.get("{}:{}", 14 * gate, 14 * gate + 14);
        Function<Integer, NDArray> bias = gate -> v.get("{}:{}", 14 * gate, 14 * gate + 14);
        NDArray f = sigmoid(z.mul(part.apply(0)).add(bias.apply(0)));
        NDArray i = sigmoid(state[0].mul(part.apply(1)).add(bias.apply(1)));
        NDArray o = sigmoid(z.mul(part.apply(2)).add(bias.apply(2)));
        NDArray g = state[0].mul(part.apply(3)).add(bias.apply(3)).tanh();
        NDArray memory = state[1].mul(f).add(i.mul(g));
        return new NDArray[] {o.mul(memory.tanh()), memory};
    }

    private static NDArray sigmoid(NDArray u) {
        return ai.djl.nn.Activation.sigmoid(u);
    }

    @Override
    public void close() {
        manager.close();
    }
}
