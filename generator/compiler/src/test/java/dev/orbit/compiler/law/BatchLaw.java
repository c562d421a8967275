package dev.orbit.compiler.law;

import dev.orbit.runtime.Column;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.ExamplesBuilder;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Schema;

/** The law of batches: many examples side by side have the bits that they have one after another. */
final class BatchLaw {
    /** A whole block, a tile and a part of one, whatever the number of lanes. */
    private static final int EXAMPLES = 256 + 64 + 13;

    private BatchLaw() {}

    /** @param one the data of one example, of which others are made */
    static void hold(Model model, Examples one, double[] theta) {
        if (model.batch().isEmpty()) {
            return;
        }
        Examples many = many(one);
        double[] expected = new double[theta.length];
        double[] found = new double[theta.length];
        double loss = Objective.of(new OneByOne(model), many).valueAndGradient(theta, expected);
        Objective batched = Objective.of(model, many);
        EmittedLaw.same("the loss of many examples", loss, batched.valueAndGradient(theta, found));
        EmittedLaw.same("the loss of many examples without gradient", loss, batched.value(theta));
        for (int i = 0; i < theta.length; i++) {
            EmittedLaw.same("entry " + i + " of the gradient of many examples", expected[i], found[i]);
        }
    }

    private static Examples many(Examples one) {
        Schema schema = one.schema();
        ExamplesBuilder builder = Examples.of(schema).count(EXAMPLES);
        if (schema.steps().fixed().isEmpty()) {
            builder.steps(one.steps(0));
        }
        for (int i = 0; i < schema.columns().size(); i++) {
            Column column = schema.columns().get(i);
            if (column.values().kind() == Column.Kind.INDEX) {
                int span = column.values().highest() - column.values().lowest() + 1;
                int[] from = one.indices(i);
                int[] to = new int[from.length * EXAMPLES];
                for (int k = 0; k < to.length; k++) {
                    int moved = from[k % from.length] - column.values().lowest() + k / from.length;
                    to[k] = column.values().lowest() + moved % span;
                }
                builder.column(column.name(), to);
            } else {
                double[] from = one.reals(i);
                double[] to = new double[from.length * EXAMPLES];
                for (int k = 0; k < to.length; k++) {
                    to[k] = from[k % from.length] * (1 + (k / from.length) / 500.0);
                }
                builder.column(column.name(), to);
            }
        }
        return builder.build();
    }

    /** A model that computes no examples side by side. */
    private record OneByOne(Model model) implements Model {
        @Override
        public Schema schema() {
            return model.schema();
        }

        @Override
        public double loss(double[] parameters, Examples examples, int example) {
            return model.loss(parameters, examples, example);
        }

        @Override
        public double lossAndGradient(double[] parameters, Examples examples, int example, double[] gradient) {
            return model.lossAndGradient(parameters, examples, example, gradient);
        }

        @Override
        public double penalty(double[] parameters) {
            return model.penalty(parameters);
        }

        @Override
        public double penaltyAndGradient(double[] parameters, double[] gradient) {
            return model.penaltyAndGradient(parameters, gradient);
        }

        @Override
        public Model fork() {
            return new OneByOne(model.fork());
        }
    }
}
