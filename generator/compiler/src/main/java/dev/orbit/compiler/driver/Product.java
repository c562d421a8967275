package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.emit.Emission;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.simplify.Stabilise;
import dev.orbit.compiler.source.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled model, stage by stage.
 *
 * @param source the spec
 * @param primal the program that is differentiated: simplified
 * @param stabilised where something is computed in another form than it is written
 * @param plan how it was differentiated
 * @param derivative primal and gradient, simplified: what was emitted
 * @param others simplified programs of what else the class offers
 * @param outline what the class offers
 * @param emission the class
 * @param trial what trying its gradient found, if it was tried
 */
public record Product(
        SourceFile source,
        Program primal,
        List<Stabilise.Applied> stabilised,
        DerivativePlan plan,
        Program derivative,
        Map<Method.Purpose, Program> others,
        Outline outline,
        Emission emission,
        Optional<Trial> trial) {
    public Product {
        stabilised = List.copyOf(stabilised);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** The model's name in the spec. */
    public String model() {
        return outline.className();
    }

    /** The class as Java source. */
    public GeneratedFile file() {
        return new GeneratedFile(emission.path(), emission.source());
    }

    /** Names of what is differentiated, in the order of the spec. */
    public List<String> differentiated() {
        return plan.wrt();
    }

    /** The name of the open dim, if data per step have as many rows. */
    public Optional<String> openDim() {
        return Optional.of(outline.steps().open()).filter(name -> !name.isEmpty());
    }

    /** Names of the abstract functions that the class asks for. */
    public List<String> abstractFunctions() {
        return outline.functions().stream().map(f -> f.signature().name()).toList();
    }
}
