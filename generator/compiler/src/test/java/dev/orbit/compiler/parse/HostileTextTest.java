package dev.orbit.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.HumanRenderer;
import dev.orbit.compiler.diagnostic.JsonRenderer;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.SpecPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody writes by accident end in a clear error, or are simply read. */
class HostileTextTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "-",
                "not ",
                "a^",
                "a.^",
                "f(",
                "a^-",
                "f'(",
                "sum(i in 1..",
                "sum(over steps: ",
                "[1;",
                "(if a then ",
                "{"
            })
    void nestingIsLimited(String opening) {
        String expression = "model M; let a = " + opening.repeat(MANY / 2) + "b";
        assertEquals(List.of("ORB110"), codes(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "$",
            value = {
                "step { $if a { $} ",
                "step { if a {} else { $if a {} else { $} ",
                "let b = $v[$]",
                "let b = v$[1]$"
            })
    void nestingOfOtherKindsIsLimited(String head, String repeated, String tail) {
        String text = "model M; " + head + repeated.repeat(MANY / 4) + (tail == null ? "" : tail);
        assertEquals(List.of("ORB110"), codes(text));
    }

    @Test
    void nestingToTheLimitIsRead() {
        int depth = Brackets.NESTING_LIMIT;
        for (String[] pair :
                new String[][] {{"(", ")"}, {"[", "]"}, {"-", ""}, {"2^", ""}, {"f(", ")"}, {"f'(", ")"}}) {
            String text = "model M; let a = " + pair[0].repeat(depth) + "b" + pair[1].repeat(depth) + ";";
            Spec spec = read(text).orElseThrow();
            assertEquals(1, spec.declarations().size(), pair[0]);
            assertTrue(SpecPrinter.render(spec).contains("let a = "), pair[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a + ", "a - ", "a * ", "a ./ ", "a and ", "a or ", "if a then b else ", "1 + a - "})
    void longChainsAreRead(String link) {
        int times = link.startsWith("if") ? MANY / 10 : MANY;
        Spec spec = read("model M; let b = " + link.repeat(times) + "a;").orElseThrow();
        Expression value = ((Declaration.Let) spec.declarations().get(0)).value();
        assertTrue(SpecPrinter.render(value).length() >= times * link.length());
    }

    @Test
    void longListsAreRead() {
        assertEquals(
                MANY,
                read("model M; param a" + ", a".repeat(MANY - 1) + ";")
                        .orElseThrow()
                        .declarations()
                        .size());
        String branches = "if a { } else ".repeat(MANY / 10) + "{ }";
        assertEquals(
                1,
                read("model M; step { " + branches + " }")
                        .orElseThrow()
                        .declarations()
                        .size());
    }

    @Test
    void aLargeFileIsRefused() {
        byte[] bytes = "model M; // ".concat("x".repeat(10 << 20)).getBytes(StandardCharsets.UTF_8);
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(Optional.empty(), SourceText.decode("large.orbit", bytes, diagnostics));
        assertEquals(List.of("ORB100"), codes(diagnostics));
        assertEquals(List.of("ORB100"), codes("x".repeat(10 << 20)));
    }

    @Test
    void tooManyWordsAreRefused() {
        assertEquals(List.of("ORB100"), codes("a;".repeat(300_000)));
    }

    @Test
    void unclosedCommentsAreRead() {
        assertEquals(List.of("ORB104"), codes("model M; " + "/*".repeat(MANY)));
    }

    @Test
    void manyMistakesAreCut() {
        List<String> codes = codes("model M; " + "paramm a; ".repeat(MANY / 10));
        assertEquals(Findings.LIMIT + 1, codes.size());
        assertEquals("ORB134", codes.get(Findings.LIMIT));
    }

    @Test
    void aFileOfZerosIsRefusedAtOnce() {
        assertEquals(List.of("ORB102"), codes("\0".repeat(MANY)).subList(0, 1));
    }

    @Test
    void noMessageActsOnTheTerminal() {
        String text = "model M;\nlet a = \u001B[31m b \u202E;\nclaim \"\u001B]0;x\u0007\": loss == \u009B1;";
        Diagnostics diagnostics = new Diagnostics();
        SpecParser.parse(new SourceFile("a.orbit", text), diagnostics);
        assertTrue(diagnostics.hasErrors());
        for (String shown : List.of(
                new HumanRenderer(false).render(diagnostics.inOrder()),
                new JsonRenderer().render(diagnostics.inOrder()))) {
            assertTrue(
                    shown.chars().allMatch(c -> c == '\n' || c >= ' ' && (c < 0x7F || c > 0x9F) && c != 0x202E), shown);
        }
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertEquals(List.of("ORB102"), codes("model M; // \uD835"));
        assertEquals(List.of("ORB102", "ORB102"), codes("model M; // \uDC00\uD835"));
    }

    @Test
    void anyPrefixOfASpecEndsInMessagesOnly() {
        String text = "model M; input x[2] per step; param a in (0, 1) = 0.5; function f(u) { let t = u; return t; }\n"
                + "step { [p; q'; _] = [a, 0; 0, 1] * x; if a > 0 { Q'[1] = f'(q); } else if b {} else { } }\n"
                + "claim \"t\" assuming s(0) == 0 at { a = 0; }: loss == sum(i in 1..3: lag(y', i, 0)) /** d */;";
        for (int end = 0; end <= text.length(); end++) {
            Diagnostics diagnostics = new Diagnostics();
            SpecParser.parse(new SourceFile("p.orbit", text.substring(0, end)), diagnostics);
            SpecParser.parse(new SourceFile("p.orbit", text.substring(end)), diagnostics);
        }
    }

    private static Optional<Spec> read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Spec> spec = SpecParser.parse(new SourceFile("m.orbit", text), diagnostics);
        assertEquals(List.of(), codes(diagnostics));
        return spec;
    }

    private static List<String> codes(String text) {
        Diagnostics diagnostics = new Diagnostics();
        SpecParser.parse(new SourceFile("h.orbit", text), diagnostics);
        return codes(diagnostics);
    }

    private static List<String> codes(Diagnostics diagnostics) {
        return diagnostics.inOrder().stream().map(Diagnostic::code).toList();
    }
}
