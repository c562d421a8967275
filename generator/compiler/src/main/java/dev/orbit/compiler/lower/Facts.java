package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import java.util.LinkedHashMap;
import java.util.Map;

/** What claims speak of beside the model's own names: inputs of the program that {@link Lower#facts} makes of them. */
public final class Facts {
    /** The loss of one example. */
    public static final String LOSS = "loss";

    public static final String PENALTY = "penalty";

    private Facts() {}

    /** The gradient of loss and penalty by a parameter or a datum. */
    public static String gradient(Symbol of) {
        return "gradient " + of.name();
    }

    /** All of them with their shapes, in the order of the program's inputs. */
    public static Map<String, Shape> symbols(Model model) {
        Map<String, Shape> symbols = new LinkedHashMap<>();
        symbols.put(LOSS, Shape.SCALAR);
        symbols.put(PENALTY, Shape.SCALAR);
        for (Parameter parameter : model.parameters()) {
            symbols.put(gradient(parameter.symbol()), parameter.symbol().shape());
        }
        for (Datum datum : model.data()) {
            if (!datum.perStep() && datum.range().isEmpty()) {
                symbols.put(gradient(datum.symbol()), datum.symbol().shape());
            }
        }
        return symbols;
    }
}
