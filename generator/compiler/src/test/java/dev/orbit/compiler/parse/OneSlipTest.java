package dev.orbit.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.SpecFiles;
import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.SpecPrinter;
import dev.orbit.grammar.OrbitLexer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one slip in a good spec leads to: an error, hardly ever two, and never the loss of what is sound. */
class OneSlipTest {
    private static final List<String> TYPED_BY_MISTAKE = List.of(
            ";", ")", "]", "}", "(", "[", "{", "=", "==", "'", "+", ",", ".", "..", "x", "3", "loss", "if", "else",
            "let", "\"t\"", "_", ":", "in", "not", "**", "#", "/*");

    static List<Path> specs() {
        return SpecFiles.good();
    }

    /** Without its semicolon a statement is still read, and so is the one after it. */
    @ParameterizedTest
    @MethodSource("specs")
    void aMissingSemicolonLosesNothing(Path file) {
        String text = SpecFiles.text(file);
        String printed = SpecPrinter.render(read(text, new Diagnostics()).orElseThrow());
        for (Span semicolon : semicolonsAtLineEnds(text)) {
            Diagnostics diagnostics = new Diagnostics();
            Spec spec = read(without(text, semicolon), diagnostics).orElseThrow();
            assertEquals(List.of("ORB114"), codes(diagnostics), () -> without(text, semicolon));
            if (spec.unread().isEmpty()) {
                assertEquals(printed, SpecPrinter.render(spec));
            }
        }
    }

    @Test
    void aWordLeftOutIsOneError() {
        int slips = 0;
        int noisy = 0;
        Random random = new Random(1);
        for (Path file : specs()) {
            String text = SpecFiles.text(file);
            for (Span word : words(text)) {
                if (random.nextInt(4) == 0) {
                    Diagnostics diagnostics = new Diagnostics();
                    read(without(text, word), diagnostics);
                    slips++;
                    noisy += codes(diagnostics).size() > 1 ? 1 : 0;
                }
            }
        }
        assertTrue(slips > 1000, "slips: " + slips);
        assertTrue(noisy * 100 <= slips, noisy + " of " + slips + " report more than one error");
    }

    @Test
    void aWordTooManyIsRarelySeveralErrors() {
        int slips = 0;
        int noisy = 0;
        Random random = new Random(2);
        for (Path file : specs()) {
            String text = SpecFiles.text(file);
            for (Span word : words(text)) {
                if (random.nextInt(4) == 0) {
                    String extra = TYPED_BY_MISTAKE.get(random.nextInt(TYPED_BY_MISTAKE.size()));
                    Diagnostics diagnostics = new Diagnostics();
                    read(
                            text.substring(0, word.start()) + " " + extra + " " + text.substring(word.start()),
                            diagnostics);
                    slips++;
                    noisy += codes(diagnostics).size() > 1 ? 1 : 0;
                }
            }
        }
        assertTrue(slips > 1000, "slips: " + slips);
        assertTrue(noisy * 7 <= slips, noisy + " of " + slips + " report more than one error");
    }

    private static List<Span> semicolonsAtLineEnds(String text) {
        return words(text).stream()
                .filter(word -> text.charAt(word.start()) == ';')
                .filter(word -> word.end() < text.length() && text.charAt(word.end()) == '\n')
                .filter(word -> endsStatement(text, word.end()))
                .toList();
    }

    // Not the ones between the rows of a block that goes over several lines.
    private static boolean endsStatement(String text, int end) {
        String next = text.substring(end).stripLeading();
        return !next.matches("(?s)[0-9a-z]+(\\[[^\\]]*\\])?,.*");
    }

    private static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Words.read(new SourceFile("w", text), new Findings()).orElseThrow().tokens().stream()
                .filter(token -> token.getType() != Token.EOF && token.getType() != OrbitLexer.DOC)
                .forEach(token -> words.add(Tokens.span(token)));
        return words;
    }

    private static String without(String text, Span word) {
        return text.substring(0, word.start()) + text.substring(word.end());
    }

    private static Optional<Spec> read(String text, Diagnostics diagnostics) {
        return SpecParser.parse(new SourceFile("slip.orbit", text), diagnostics);
    }

    private static List<String> codes(Diagnostics diagnostics) {
        return diagnostics.inOrder().stream().map(Diagnostic::code).toList();
    }
}
