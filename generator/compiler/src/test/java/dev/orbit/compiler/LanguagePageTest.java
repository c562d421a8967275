package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.adjoint.Adjoint;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.plan.DerivativePlan;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Verifier;
import dev.orbit.compiler.simplify.Simplify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model in the project's own description of the language is one that the compiler takes. */
class LanguagePageTest {
    private static final Pattern BLOCK = Pattern.compile("^```\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    static Stream<String> models() throws IOException {
        List<String> models = new ArrayList<>();
        for (String page : List.of("docs/language.md", "README.md")) {
            Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "..", page)));
            while (block.find()) {
                if (block.group(1).contains("\nmodel ") || block.group(1).startsWith("model ")) {
                    models.add(block.group(1));
                }
            }
        }
        return models.stream();
    }

    @Test
    void thereAreModelsOnThePages() throws IOException {
        assertTrue(models().count() >= 4);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelIsTaken(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Model model = FrontEnd.check("page.orbit", text.getBytes(StandardCharsets.UTF_8), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.inOrder().toString()));
        assertEquals(List.of(), diagnostics.inOrder());

        Program lowered = Lower.lower(model, Set.of(Program.Purpose.LOSS, Program.Purpose.PENALTY));
        Program primal = Simplify.primal(lowered, StableForm.all()).program();
        List<String> wrt = model.differentiate().stream().map(Symbol::name).toList();
        Verifier.verify(Simplify.simplify(Adjoint.differentiate(primal, DerivativePlan.plain(wrt))));
    }
}
