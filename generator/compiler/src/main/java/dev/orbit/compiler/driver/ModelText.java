package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.util.Locale;
import java.util.stream.Collectors;

/** A checked model as text: each symbol with its role and shape, and the equations in the order in which they are computed. */
final class ModelText {
    private final Model model;
    private final StringBuilder out = new StringBuilder();

    private ModelText(Model model) {
        this.model = model;
    }

    static String render(Model model) {
        ModelText text = new ModelText(model);
        text.symbols();
        text.equations();
        return text.out.toString();
    }

    private void symbols() {
        out.append("model ").append(model.name()).append('\n');
        model.dims()
                .forEach(dim -> symbol(
                        dim.symbol(),
                        dim.value().isPresent() ? " = " + dim.value().getAsInt() : ", open"));
        model.constants().forEach(constant -> symbol(constant.symbol(), ""));
        model.data().forEach(datum -> symbol(datum.symbol(), datum.perStep() ? " per step" : ""));
        model.parameters().forEach(parameter -> symbol(parameter.symbol(), ""));
        model.functions().forEach(f -> out.append("function ").append(f.name()).append(", abstract\n"));
        model.lets().forEach(let -> symbol(let.symbol(), ""));
        model.states().forEach(state -> symbol(state.symbol(), ""));
    }

    private void symbol(Symbol symbol, String more) {
        out.append(symbol.role().name().toLowerCase(Locale.ROOT)).append(' ').append(symbol.name());
        out.append(symbol.shape().isScalar() ? "" : symbol.shape().toString())
                .append(more)
                .append('\n');
    }

    private void equations() {
        model.iteration().ifPresent(this::iteration);
        for (Outline.Note note : Notes.of(model)) {
            out.append("line ")
                    .append(note.line())
                    .append(": ")
                    .append(note.text())
                    .append('\n');
        }
        out.append("gradient by ")
                .append(model.differentiate().stream().map(Symbol::name).collect(Collectors.joining(", ")))
                .append('\n');
    }

    private void iteration(Iteration iteration) {
        String last = iteration
                .last()
                .match(new Iteration.Last.Cases<>(
                        fixed -> Integer.toString(fixed.number()),
                        open -> open.dim().name()));
        out.append("iterate from ")
                .append(iteration.first())
                .append(" to ")
                .append(last)
                .append('\n');
    }
}
