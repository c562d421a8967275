package dev.orbit.compiler.formula;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes formulas for readers. A formula is written out in full, shared parts as often as they occur; {@link
 * Abbreviation} names them first where that would be long.
 */
public final class Printer {
    /** Longer texts are of no use to anyone, and a shared formula written out can be longer than memory. */
    private static final long LONGEST = 20_000;

    private final Layout layout;

    private Printer(Glyphs glyphs) {
        this.layout = new Layout(glyphs);
    }

    /** In the notation of the language, on one line: {@code x * (1 - h'^2)}. */
    public static Printer text() {
        return new Printer(new TextGlyphs());
    }

    /** As one writes mathematics on a line of text: {@code x·(1 − hₜ²)}. */
    public static Printer unicode() {
        return new Printer(new UnicodeGlyphs());
    }

    /** LaTeX for mathematics mode; it needs the package amsmath. */
    public static Printer latex() {
        return new Printer(new LatexGlyphs());
    }

    /** The inside of a {@code <math>} element. */
    public static Printer mathml() {
        return new Printer(new MathmlGlyphs());
    }

    /**
     * The formula in this notation.
     *
     * @throws IllegalArgumentException when it would be longer than 20,000 operations and operands
     */
    public String render(Formula formula) {
        if (writtenSize(formula) > LONGEST) {
            throw new IllegalArgumentException("a formula too long to be written out: name its parts first");
        }
        Map<Formula, Piece> written = new HashMap<>();
        for (Formula node : Traversal.bottomUp(List.of(formula))) {
            written.put(node, layout.write(node, written));
        }
        return requireNonNull(written.get(formula)).text();
    }

    /** How many nodes the formula has when shared ones are counted as often as they occur; at most about 10^18. */
    public static long writtenSize(Formula formula) {
        return requireNonNull(Traversal.<Long>fold(
                        List.of(formula),
                        (node, operands) -> Math.min(
                                Long.MAX_VALUE / 8,
                                1 + operands.stream().mapToLong(Long::longValue).sum()))
                .get(formula));
    }
}
