package dev.orbit.compiler.code;

import java.util.List;

/** How the residuals of an example lie in one vector: statement after statement, of one statement step after step. */
final class ResidualLayout {
    private final Outline outline;
    private final Signature signature;

    ResidualLayout(Outline outline, Signature signature) {
        this.outline = outline;
        this.signature = signature;
    }

    /** How many residuals there are. */
    Expr count() {
        return entries(outline.offers().residuals());
    }

    /** Where the residuals of a statement lie in a vector. */
    Block place(Signature.Vector vector, String name) {
        List<Outline.Offer> all = outline.offers().residuals();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return signature.vector(vector).plus(entries(all.subList(0, i)));
            }
        }
        throw new IllegalStateException("no statement has the residuals " + name);
    }

    private Expr entries(List<Outline.Offer> offers) {
        int once = 0;
        int perStep = 0;
        for (Outline.Offer offer : offers) {
            once += offer.perStep() ? 0 : offer.width();
            perStep += offer.perStep() ? offer.width() : 0;
        }
        return Wholes.plus(Wholes.times(steps(), new Expr.Whole(perStep)), once);
    }

    /** How often the step is applied. */
    private Expr steps() {
        int skipped = outline.steps().firstRow() - 1;
        if (outline.steps().fixed().isPresent()) {
            return new Expr.Whole(Math.max(0, outline.steps().fixed().getAsInt() - skipped));
        }
        Expr rows = signature.steps().orElseThrow();
        return skipped == 0
                ? rows
                : new Expr.Call(
                        Library.MATH, "max", Kind.WHOLE, List.of(Wholes.plus(rows, -skipped), new Expr.Whole(0)));
    }
}
