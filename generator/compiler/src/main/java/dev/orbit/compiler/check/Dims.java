package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Dim;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives dims their values: from outside, or as declared, in whatever order they need each other. */
final class Dims {
    private final Frame frame;
    private final Map<String, Integer> overrides;
    private Optional<Symbol> open = Optional.empty();

    private Dims(Map<String, Integer> overrides, Frame frame) {
        this.overrides = overrides;
        this.frame = frame;
    }

    /** The dims in the order of declaration, without those whose value is wrong. */
    static List<Dim> check(List<Declaration.Dim> declared, Map<String, Integer> overrides, Frame frame) {
        Dims dims = new Dims(overrides, frame);
        List<Declaration.Dim> sorted = Ordered.sort(
                declared, Declaration.Dim::name, dims::needs, frame.run().functions(), frame.report());
        List<Dim> found = new ArrayList<>();
        sorted.forEach(dim -> dims.check(dim).ifPresent(found::add));
        found.sort(Comparator.comparingInt(dim -> dim.symbol().span().start()));
        return found;
    }

    private FreeNames needs(Declaration.Dim dim) {
        boolean given = overrides.containsKey(dim.name().text());
        return given ? new FreeNames() : dim.value().map(FreeNames::of).orElseGet(FreeNames::new);
    }

    private Optional<Dim> check(Declaration.Dim dim) {
        Symbol symbol = frame.run().symbol(dim.name(), Role.DIM, Shape.SCALAR, dim.doc());
        Integer given = overrides.get(dim.name().text());
        if (given != null) {
            return Optional.of(known(symbol, Math.max(0, given)));
        } else if (dim.value().isEmpty()) {
            return Optional.of(open(symbol));
        }
        Expression value = dim.value().get();
        Optional<Integer> number = WholeNumbers.checkConstant(value, "a dim", frame);
        if (number.isPresent() && number.get() < 0) {
            frame.report()
                    .add(new IndexProblem.NegativeSize(
                            value.span(), frame.report().words(value.span()), number.get()));
            return Optional.empty();
        }
        return number.map(n -> known(symbol, n));
    }

    private Dim known(Symbol symbol, int value) {
        frame.run().define(Meaning.of(symbol, Affine.of(value)));
        return new Dim(symbol, OptionalInt.of(value));
    }

    private Dim open(Symbol symbol) {
        open.ifPresent(
                first -> frame.report().add(new NameProblem.SecondOpenDim(symbol.span(), symbol.name(), first.span())));
        open = open.or(() -> Optional.of(symbol));
        frame.run().define(Meaning.of(symbol));
        return new Dim(symbol, OptionalInt.empty());
    }
}
