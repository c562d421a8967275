package dev.orbit.compiler.sample;

import dev.orbit.compiler.reference.DoubleDouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A sample's loss and gradient beside those of a witness.
 *
 * @param loss how far the loss is off, relative to the witness's
 * @param gradient how far the worst entry is off, relative to the largest entry of all
 * @param where the worst entry is
 * @param entries how many entries were compared
 */
record Proof(double loss, double gradient, String where, int entries) {
    /** @param witness the loss of one example, written down a second time */
    static Proof of(
            Gradients gradients,
            Map<String, double[]> parameters,
            Function<Numbers, Jet> witness,
            Example... examples) {
        Gradients.Result found = gradients.at(parameters, examples);
        Jet expected = Jet.of(0);
        for (Example example : examples) {
            expected = expected.plus(witness.apply(numbers(gradients.parameters(), parameters, example)));
        }
        return compare(gradients.parameters(), found, expected);
    }

    static Numbers numbers(List<String> names, Map<String, double[]> parameters, Example example) {
        int unknowns =
                names.stream().mapToInt(name -> parameters.get(name).length).sum();
        Map<String, Jet[]> all = new LinkedHashMap<>();
        int place = 0;
        for (String name : names) {
            double[] values = parameters.get(name);
            Jet[] jets = new Jet[values.length];
            for (int i = 0; i < jets.length; i++) {
                jets[i] = Jet.unknown(values[i], place++, unknowns);
            }
            all.put(name, jets);
        }
        example.columns()
                .forEach((name, values) ->
                        all.put(name, Arrays.stream(values).mapToObj(Jet::of).toArray(Jet[]::new)));
        return new Numbers(all, example.steps());
    }

    private static Proof compare(List<String> names, Gradients.Result found, Jet expected) {
        double largest = 0;
        double worst = 0;
        String where = "";
        int place = 0;
        for (String name : names) {
            double[] entries = found.gradient().get(name);
            for (int i = 0; i < entries.length; i++, place++) {
                DoubleDouble slope = expected.slope(place);
                double off = slope.minus(entries[i]).abs().high();
                largest = Math.max(largest, slope.abs().high());
                // NaN is the worst.
                if (!(off <= worst)) {
                    worst = off;
                    where = name + " entry " + (i + 1);
                }
            }
        }
        double loss = expected.value()
                .minus(found.loss())
                .over(expected.value())
                .abs()
                .high();
        return new Proof(loss, worst / largest, where, place);
    }
}
