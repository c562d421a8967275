package dev.orbit.compiler.driver;

import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Dim;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.syntax.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A smaller model that is tried in place of a large one: the same equations, fewer steps, smaller dims.
 *
 * @param model what is tried
 * @param steps its steps, if it has fewer
 * @param dims its dims that are smaller
 */
record Variant(Model model, OptionalInt steps, Map<String, Integer> dims) {
    /** Models with more steps than this are tried in a variant. */
    private static final int MOST_STEPS = 32;
    /** Steps of the variant: more than are ever written out one by one, so that its loops are loops too. */
    private static final int FEW_STEPS = 11;
    /** Dims above this are made smaller. */
    private static final int LARGEST = 16;
    /** The smaller dims begin here, one after the other: what differs stays different, and loops stay loops. */
    private static final int SMALL = 9;

    private static final int KINDS = 4;

    Variant {
        dims = Collections.unmodifiableMap(new LinkedHashMap<>(dims));
    }

    static Variant of(Spec spec, Overrides overrides, Model model) {
        Map<String, Integer> small = small(model);
        Optional<Model> checked = small.isEmpty() ? Optional.empty() : checked(spec, overrides, small);
        Model tried = checked.orElse(model);
        Map<String, Integer> dims = checked.isPresent() ? small : Map.of();
        return fewer(tried)
                .map(iteration -> new Variant(with(tried, iteration), OptionalInt.of(FEW_STEPS), dims))
                .orElse(new Variant(tried, OptionalInt.empty(), dims));
    }

    boolean isSmaller() {
        return steps.isPresent() || !dims.isEmpty();
    }

    /** How the variant differs, for people: {@code 11 steps, k = 9}; empty if it does not. */
    String differs() {
        List<String> parts = new ArrayList<>();
        steps.ifPresent(count -> parts.add(count + " steps"));
        dims.forEach((name, value) -> parts.add(name + " = " + value));
        return String.join(", ", parts);
    }

    private static Map<String, Integer> small(Model model) {
        Map<String, Integer> small = new LinkedHashMap<>();
        for (Dim dim : model.dims()) {
            if (dim.value().isPresent() && dim.value().getAsInt() > LARGEST) {
                small.put(dim.symbol().name(), SMALL + small.size() % KINDS);
            }
        }
        return small;
    }

    /** The model with other dims, if they are as good as the author's: a place may be written as a number. */
    private static Optional<Model> checked(Spec spec, Overrides overrides, Map<String, Integer> dims) {
        Map<String, Integer> all = new LinkedHashMap<>(overrides.dims());
        all.putAll(dims);
        Diagnostics unheard = new Diagnostics();
        Optional<Model> model = Check.check(spec, new Overrides(all, overrides.functions()), unheard);
        return unheard.hasErrors() ? Optional.empty() : model;
    }

    private static Optional<Iteration> fewer(Model model) {
        return model.iteration()
                .flatMap(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> fixed.number() - iteration.first() + 1 > MOST_STEPS
                                        ? Optional.of(few(iteration))
                                        : Optional.<Iteration>empty(),
                                open -> Optional.empty())));
    }

    private static Iteration few(Iteration iteration) {
        Iteration.Last last = new Iteration.Last.Fixed(iteration.first() - 1 + FEW_STEPS);
        return new Iteration(iteration.index(), iteration.first(), last);
    }

    private static Model with(Model model, Iteration iteration) {
        return new Model(
                model.source(),
                Optional.empty(),
                model.name(),
                model.doc(),
                model.dims(),
                model.constants(),
                model.data(),
                model.parameters(),
                model.functions(),
                model.lets(),
                model.states(),
                model.step(),
                Optional.of(iteration),
                model.outputs(),
                model.losses(),
                model.residuals(),
                model.penalties(),
                model.differentiate(),
                model.inits(),
                model.claims());
    }
}
