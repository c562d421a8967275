package dev.orbit.compiler.analyse;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Name;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.program.Datum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Loss and gradients of a scalar model at a start that depends on one constant, as functions of that constant. Data are drawn from a
 * seed; abstract functions have the sine's values and slopes.
 *
 * @param constant its name
 * @param x values of the constant
 * @param y by what is shown, the magnitudes at these
 */
public record Curves(String constant, List<Double> x, Map<String, List<Double>> y) {
    private static final double SMALLEST = 1e-6;
    private static final int PER_DECADE = 4;
    private static final int POINTS = 6 * PER_DECADE + 1;

    public Curves {
        x = List.copyOf(x);
        y = new LinkedHashMap<>(y);
    }

    /**
     * The curves at a start; none if it depends on no constant.
     *
     * @throws IllegalArgumentException if the model needs index data
     */
    public static List<Curves> of(Model model, Init init, int steps, long seed) {
        Formulas formulas = new Formulas();
        ClosedForms forms = ClosedForms.of(model, steps, formulas);
        Substitution at =
                new Substitution(formulas, Substituted.of(model, Substituted.settings(init), forms.inputs(), formulas));
        Map<String, Formula> shown = new LinkedHashMap<>();
        shown.put("loss", at.into(forms.loss()));
        forms.gradients().forEach((name, gradient) -> {
            if (gradient instanceof Datum.Entries<Formula> entries
                    && entries.entries().size() == 1) {
                shown.put("|∂loss/∂" + name + "|", at.into(gradient.number()));
            }
        });
        List<Formula.Symbol> symbols = Traversal.symbols(shown.values());
        List<Curves> curves = new ArrayList<>();
        model.constants().stream()
                .map(constant -> constant.symbol().name())
                .filter(name -> symbols.contains(formulas.symbol(name)))
                .limit(1)
                .forEach(name -> curves.add(drawn(name, shown, symbols, seed)));
        return curves;
    }

    private static Curves drawn(String constant, Map<String, Formula> shown, List<Formula.Symbol> symbols, long seed) {
        Random random = new Random(seed);
        Map<Name, Double> point = new HashMap<>();
        symbols.forEach(symbol -> point.put(symbol.name(), 0.25 + random.nextDouble()));
        List<Double> x = new ArrayList<>();
        Map<String, List<Double>> y = new LinkedHashMap<>();
        for (int i = 0; i < POINTS; i++) {
            double value = SMALLEST * Math.pow(10, (double) i / PER_DECADE);
            x.add(value);
            point.put(Name.of(constant), value);
            NumericPoint at = new NumericPoint(point, (call, arguments) -> {
                double sum = arguments.stream().mapToDouble(Double::doubleValue).sum();
                return Math.sin(sum + call.by().size() * Math.PI / 2);
            });
            List<Double> values = at.of(List.copyOf(shown.values()));
            int place = 0;
            for (String label : shown.keySet()) {
                y.computeIfAbsent(label, key -> new ArrayList<>()).add(Math.abs(values.get(place++)));
            }
        }
        return new Curves(constant, x, y);
    }
}
