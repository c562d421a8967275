package dev.orbit.compiler.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a model gives for an example besides its loss, in the order in which it stands in the spec. */
public final class Offers {
    private static final Comparator<Offer> PLACE =
            Comparator.comparing(offer -> offer.value().span().start());

    private Offers() {}

    /**
     * An output, or the residuals of one statement.
     *
     * @param name of an output, in the spec; residuals are called {@code residual1}, {@code residual2}
     * @param shape of one row
     * @param perStep whether there is one row per step
     * @param value what is computed; an expression knows its place, so no two of a spec are equal
     */
    public record Offer(String name, Shape shape, boolean perStep, Expr value) {}

    /** The outputs of a model. */
    public static List<Offer> outputs(Model model) {
        List<Offer> offers = new ArrayList<>();
        for (Statement statement : model.step()) {
            if (statement instanceof Statement.Predict predict
                    && model.iteration().isPresent()) {
                offers.add(offer(predict.output(), true));
            }
        }
        model.outputs().forEach(output -> offers.add(offer(output, false)));
        offers.sort(PLACE);
        return List.copyOf(offers);
    }

    private static Offer offer(Output output, boolean perStep) {
        Symbol symbol = output.symbol();
        return new Offer(symbol.name(), symbol.shape(), perStep, output.value());
    }

    /** The residuals of a model. */
    public static List<Offer> residuals(Model model) {
        List<Offer> unnamed = new ArrayList<>();
        if (model.iteration().isPresent()) {
            for (Statement.Residual residual : residuals(model.step())) {
                unnamed.add(new Offer("", residual.value().shape(), true, residual.value()));
            }
        }
        for (Expr residual : model.residuals()) {
            unnamed.add(new Offer("", residual.shape(), false, residual));
        }
        unnamed.sort(PLACE);
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : unnamed) {
            offers.add(new Offer("residual" + (offers.size() + 1), offer.shape(), offer.perStep(), offer.value()));
        }
        return List.copyOf(offers);
    }

    /** The residuals among these statements, those in branches too, in the order of the spec. */
    public static List<Statement.Residual> residuals(List<Statement> statements) {
        List<Statement.Residual> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Residual residual) {
                found.add(residual);
            } else if (statement instanceof Statement.Branch branch) {
                branch.arms().forEach(arm -> found.addAll(residuals(arm.statements())));
                found.addAll(residuals(branch.otherwise()));
            }
        }
        found.sort(Comparator.comparing(residual -> residual.span().start()));
        return found;
    }
}
