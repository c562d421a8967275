package dev.orbit.compiler.law;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.plan.Planner;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.symbolic.Symbolic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spec taken as far as its simplified derivative, every program on the way verified.
 *
 * @param lowered with the outputs LOSS and PENALTY
 * @param primal what was differentiated
 * @param derivative simplified
 */
record Pipeline(Model model, Program lowered, Program primal, Program derivative) {
    private static final Pattern DIM = Pattern.compile("(\\w+)\\s*=\\s*(\\d+)(?=\\s*[;,])");
    private static final Pattern DIMS = Pattern.compile("\\bdim [^;]*;");
    private static final int LARGEST = 5;
    private static final Symbolic SYMBOLIC = new Symbolic(Duration.ofSeconds(20));

    /** Sizes that are written as numbers, made small: a law over all entries is dear. */
    private static Overrides small(String text) {
        Map<String, Integer> dims = new LinkedHashMap<>();
        Matcher statement = DIMS.matcher(text);
        while (statement.find()) {
            Matcher dim = DIM.matcher(statement.group());
            while (dim.find()) {
                if (Integer.parseInt(dim.group(2)) > LARGEST) {
                    dims.put(dim.group(1), LARGEST - dims.size() % 3);
                }
            }
        }
        return new Overrides(dims, List.of());
    }

    static Pipeline of(String name, String text) {
        Model model = model(name, text);
        Program lowered = Lower.lower(model, Set.of(Purpose.LOSS, Purpose.PENALTY));
        Verifier.verify(lowered);
        Program primal = Simplify.primal(lowered, StableForm.all()).program();
        Verifier.verify(primal);
        List<String> wrt = model.differentiate().stream().map(Symbol::name).toList();
        Program adjoint = Adjoint.differentiate(primal, Planner.plan(primal, wrt, SYMBOLIC));
        Verifier.verify(adjoint);
        Program derivative = Simplify.simplify(adjoint);
        Verifier.verify(derivative);
        return new Pipeline(model, lowered, primal, derivative);
    }

    static Model model(String name, String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(name, text);
        Optional<Model> model =
                SpecParser.parse(source, diagnostics).flatMap(spec -> Check.check(spec, small(text), diagnostics));
        return model.orElseThrow(() -> new IllegalArgumentException(name + ": " + diagnostics.inOrder() + "\n" + text));
    }
}
