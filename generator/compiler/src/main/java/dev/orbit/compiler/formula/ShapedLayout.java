package dev.orbit.compiler.formula;

import dev.orbit.compiler.formula.Piece.Level;
import java.math.BigDecimal;
import java.util.List;

/** Decides where brackets stand in formulas of vectors and matrices. */
final class ShapedLayout {
    private final Glyphs glyphs;

    ShapedLayout(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** The node, when its operands are written already. */
    Piece write(Notation notation, List<Formula> operands, List<Piece> written) {
        Piece x = written.get(0);
        List<String> texts = written.stream().map(Piece::text).toList();
        return switch (notation) {
            case PRODUCT -> product(x, written.get(1));
            case ELEMENTWISE ->
                Piece.at(
                        Level.MULTIPLICATIVE,
                        glyphs.elementwise(factor(x), unsigned(written.get(1), Level.MULTIPLICATIVE)),
                        x);
            case TRANSPOSED -> transposed(x);
            case INNER ->
                operands.get(0) == operands.get(1)
                        ? new Piece(
                                glyphs.power(glyphs.norm(x.text()), glyphs.number(BigDecimal.valueOf(2))),
                                Level.POWER,
                                false)
                        : product(transposed(x), written.get(1));
            case ENTRY ->
                new Piece(glyphs.entry(bracketed(x, Level.ATOM), texts.subList(1, texts.size())), Level.ATOM, false);
            case STACKED -> Piece.atom(glyphs.stacked(texts));
            case BESIDE -> Piece.atom(glyphs.beside(texts));
            case SUM -> new Piece(glyphs.sum(unsigned(x, Level.SUM), texts.get(1)), Level.SUM, false);
            case EACH -> Piece.atom(glyphs.each(x.text(), texts.get(1)));
            case DERIVATIVE -> new Piece(glyphs.derivative(texts.get(0), texts.get(1)), Level.MULTIPLICATIVE, false);
        };
    }

    private Piece product(Piece x, Piece y) {
        return Piece.at(Level.MULTIPLICATIVE, glyphs.product(factor(x), unsigned(y, Level.SUM)), x);
    }

    private Piece transposed(Piece x) {
        return new Piece(glyphs.transposed(bracketed(x, Level.ATOM)), Level.POWER, false);
    }

    private String factor(Piece x) {
        return bracketed(x, Level.MULTIPLICATIVE);
    }

    private String bracketed(Piece x, Level level) {
        return x.bindsAtLeast(level) ? x.text() : glyphs.brackets(x.text());
    }

    private String unsigned(Piece x, Level level) {
        return x.signed() ? glyphs.brackets(x.text()) : bracketed(x, level);
    }
}
