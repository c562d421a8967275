package dev.orbit.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.SpecFiles;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading what was printed gives the same spec, up to spans. */
class SpecPrinterTest {
    private static final int RANDOM_SPECS = 500;

    static List<Path> specs() {
        return SpecFiles.good();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void goodSpecsComeBack(Path file) {
        assertComesBack(parse(SpecFiles.text(file)));
    }

    @Test
    void randomSpecsComeBack() {
        for (int seed = 0; seed < RANDOM_SPECS; seed++) {
            assertComesBack(new RandomSpec(seed).spec());
        }
    }

    @Test
    void randomSpecsHoldEveryKindOfNode() {
        StringBuilder all = new StringBuilder();
        for (int seed = 0; seed < RANDOM_SPECS / 5; seed++) {
            all.append(Unplaced.text(new RandomSpec(seed).spec()));
        }
        for (Class<?> tree :
                List.of(Declaration.class, Statement.class, Expression.class, Part.class, Subscript.class)) {
            for (Class<?> node : tree.getPermittedSubclasses()) {
                assertTrue(all.indexOf(node.getSimpleName() + "(") >= 0, node.getSimpleName());
            }
        }
    }

    @Test
    void parenthesesStandWhereTheyMatter() {
        for (String written : List.of(
                "-x^2",
                "(-x)^2",
                "x^-2",
                "x^y^2",
                "(x^y)^2",
                "a - (b - c)",
                "a - b - c",
                "a * (b + c)",
                "(a + b) * c",
                "-(a + b)",
                "-a * b",
                "-(a * b)",
                "not a == b",
                "not (a and b)",
                "a or b and c",
                "(a or b) and c",
                "(a and b) and c",
                "(if a then b else c) + 1",
                "if a then b else if c then d else e",
                "if a then (if b then c else d) else e",
                "(a * b)[1]",
                "f(x)[1..2, ..]",
                "(a < b) == c",
                "z'[1]",
                "s'(u)",
                "[if a then b else c, 1; 2, 3]",
                "sum(i in 1..p: phi[i] * lag(y, i, 0))",
                "max(over steps: x .* y)",
                "[i in 1..k, j in 1..2 * k: i - j]",
                "2 .* v ./ w.^2")) {
            SourceFile source = new SourceFile("e", written);
            Diagnostics diagnostics = new Diagnostics();
            assertEquals(
                    written,
                    SpecParser.parseExpression(source, diagnostics)
                            .map(SpecPrinter::render)
                            .orElseGet(() -> new HumanRenderer(false).render(diagnostics.inOrder())));
        }
    }

    private static void assertComesBack(Spec spec) {
        String printed = SpecPrinter.render(spec);
        assertEquals(Unplaced.text(spec), Unplaced.text(parse(printed)), printed);
    }

    private static Spec parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Spec spec = SpecParser.parse(new SourceFile("printed.orbit", text), diagnostics)
                .orElseThrow();
        assertEquals("", new HumanRenderer(false).render(diagnostics.inOrder()), text);
        return spec;
    }
}
