package dev.orbit.compiler.driver;

import dev.orbit.compiler.claim.Verdict;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Datum;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Parameter;
import dev.orbit.compiler.syntax.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a compilation.
 *
 * @param diagnostics everything that was said
 * @param spec what was read; after syntax errors, what could be read
 * @param model the checked model; empty after errors
 * @param verdicts on the claims of the model, in order; none after errors
 * @param product the class and what led to it; empty after errors and when only checked
 * @param fault what the compiler stumbled over, if it did; it is also reported
 */
public record Compilation(
        Diagnostics diagnostics,
        Optional<Spec> spec,
        Optional<Model> model,
        List<Verdict> verdicts,
        Optional<Product> product,
        Optional<Throwable> fault) {
    public Compilation {
        verdicts = List.copyOf(verdicts);
    }

    /** Shapes of parameters and data in the spec's own words, such as {@code [4*k, n]}, by name; none without a model. */
    public Map<String, String> spelledShapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        model.ifPresent(checked -> Stream.concat(
                        checked.parameters().stream().map(Parameter::symbol),
                        checked.data().stream().map(Datum::symbol))
                .forEach(symbol -> shapes.put(symbol.name(), symbol.shape().toString())));
        return shapes;
    }
}
