package dev.orbit.compiler.law;

import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A point as dual numbers: every entry of a differentiated input is a variable of its own.
 *
 * @param first for each differentiated input its first entry among all
 */
record Seeds(List<Datum<ManyDual>> arguments, Map<String, Integer> first) {
    static Seeds of(Pipeline pipeline, Point point) {
        List<String> wrt = pipeline.model().differentiate().stream()
                .map(symbol -> symbol.name())
                .toList();
        List<Program.Input> inputs = pipeline.lowered().inputs();
        Map<String, Integer> first = new LinkedHashMap<>();
        int entries = 0;
        for (int i = 0; i < inputs.size(); i++) {
            if (wrt.contains(inputs.get(i).name())) {
                first.put(inputs.get(i).name(), entries);
                entries += GradientLaw.flat(point.arguments().get(i)).size();
            }
        }
        List<Datum<ManyDual>> arguments = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            int[] next = {first.getOrDefault(inputs.get(i).name(), -1)};
            int all = entries;
            arguments.add(point.arguments()
                    .get(i)
                    .map(value -> next[0] < 0 ? ManyDual.fixed(value) : ManyDual.variable(value, next[0]++, all)));
        }
        return new Seeds(arguments, first);
    }

    int from(String input) {
        return first.get(input);
    }
}
