package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.SpecFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Specs with random slips: tokens lost, doubled, exchanged, or replaced by others of their kind. Whatever comes out, the
 * checker reports or accepts; it never throws, and never refuses without a word (it would throw, too).
 */
class MutationTest {
    private static final int SLIPS = 3000;
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|[\\p{L}_][\\p{L}\\p{N}_]*|\\d+(\\.\\d+)?|/\\*.*?\\*/|.", Pattern.DOTALL);
    private static final Set<String> WORDS = Set.of(
            "model",
            "dim",
            "constant",
            "input",
            "target",
            "param",
            "function",
            "let",
            "state",
            "step",
            "iterate",
            "loss",
            "residual",
            "output",
            "penalty",
            "differentiate",
            "init",
            "claim",
            "package",
            "if",
            "then",
            "else",
            "and",
            "or",
            "not",
            "in",
            "per",
            "over",
            "steps",
            "at",
            "assuming",
            "return");

    @Test
    void nothingIsThrownForAnySlip() {
        List<String> specs = new ArrayList<>();
        SpecFiles.good().forEach(file -> specs.add(SpecFiles.text(file)));
        SpecFiles.bad().forEach(file -> specs.add(SpecFiles.text(file)));
        specs.removeIf(text -> text.length() > 4000);
        Random random = new Random(20);
        int accepted = 0;
        for (int i = 0; i < SLIPS; i++) {
            String text = slip(specs.get(random.nextInt(specs.size())), i % 2 == 0, random);
            try {
                accepted += Checked.of(text).model().isPresent() ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("thrown for:\n" + text, e);
            }
        }
        int some = accepted;
        assertTrue(some > SLIPS / 50, () -> "too few slips leave a model: " + some);
    }

    private static String slip(String text, boolean ofOneKind, Random random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        int slips = 1 + random.nextInt(4);
        for (int i = 0; i < slips; i++) {
            int at = random.nextInt(tokens.size());
            if (ofOneKind) {
                replace(tokens, at, random);
            } else {
                disturb(tokens, at, random);
            }
        }
        return String.join("", tokens);
    }

    private static void disturb(List<String> tokens, int at, Random random) {
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(3)) {
            case 0 -> tokens.add(other, tokens.get(at));
            case 1 -> Collections.swap(tokens, at, other);
            default -> tokens.set(at, "");
        }
    }

    /** A name becomes another name, a number another number: most of these are still specs. */
    private static void replace(List<String> tokens, int at, Random random) {
        for (int attempt = 0; attempt < 50; attempt++) {
            String other = tokens.get(random.nextInt(tokens.size()));
            if (kind(other) == kind(tokens.get(at)) && kind(other) > 0) {
                tokens.set(at, other);
                return;
            }
        }
    }

    private static int kind(String token) {
        if (token.isEmpty() || WORDS.contains(token)) {
            return 0;
        }
        int first = token.codePointAt(0);
        return Character.isLetter(first) ? 1 : Character.isDigit(first) ? 2 : "+-*/^".indexOf(first) >= 0 ? 3 : 0;
    }
}
