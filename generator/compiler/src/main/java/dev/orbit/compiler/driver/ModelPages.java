package dev.orbit.compiler.driver;

import dev.orbit.compiler.analyse.Curves;
import dev.orbit.compiler.analyse.Derivation;
import dev.orbit.compiler.analyse.Starts;
import dev.orbit.compiler.analyse.Substituted;
import dev.orbit.compiler.analyse.Unrolled;
import dev.orbit.compiler.analyse.Verdict;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.report.Html;
import dev.orbit.compiler.report.Page;
import dev.orbit.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The report of a compiled model: one HTML file. */
public final class ModelPages {
    /** Closed forms of more steps fill the page. */
    private static final int MOST_STEPS = 4;

    private final Model model;
    private final Product product;
    private final SourceFile source;
    private final List<Verdict> verdicts;

    private ModelPages(Model model, Product product, List<Verdict> verdicts) {
        this.model = model;
        this.product = product;
        this.source = product.source();
        this.verdicts = verdicts;
    }

    /** The page of a compilation that made a class. */
    public static String html(Compilation compilation) {
        Product product = compilation.product().orElseThrow();
        return Html.render(new ModelPages(compilation.model().orElseThrow(), product, compilation.verdicts()).page());
    }

    private Page page() {
        Derivation derivation = Derivation.of(model);
        return new Page(
                model.name(),
                model.doc().orElse(""),
                facts(),
                flow(),
                derivation.map(),
                derivation.adjoint(),
                derivation.gradient(),
                closed(),
                sections(),
                curves(),
                source.text(),
                product.emission().source());
    }

    private List<Page.Fact> facts() {
        List<Page.Fact> facts = new ArrayList<>();
        Account.labelled(product).forEach((label, lines) -> facts.add(new Page.Fact(label, lines)));
        return facts;
    }

    private Page.Flow flow() {
        List<String> data = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        model.data().forEach(datum -> {
            String label = label(datum.symbol()) + (datum.perStep() ? " per step" : "");
            (datum.symbol().role() == Role.TARGET ? targets : data).add(label);
        });
        String count = model.iteration()
                .map(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                fixed -> "× " + (fixed.number() - iteration.first() + 1),
                                open -> "× " + open.dim().name())))
                .orElse("");
        return new Page.Flow(
                data,
                model.parameters().stream()
                        .map(parameter -> label(parameter.symbol()))
                        .toList(),
                model.states().stream().map(state -> label(state.symbol())).toList(),
                count,
                targets);
    }

    private static String label(Symbol symbol) {
        String shape = symbol.shape().toString();
        return symbol.name() + (symbol.shape().sizes().isEmpty() ? "" : shape);
    }

    private OptionalInt fewSteps() {
        boolean scalar = model.parameters().stream()
                .allMatch(parameter -> parameter.symbol().shape().sizes().isEmpty());
        int fixed = model.iteration()
                .map(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(last -> last.number() - iteration.first() + 1, open -> -1)))
                .orElse(0);
        return scalar && fixed >= 0 && fixed <= MOST_STEPS ? OptionalInt.of(fixed) : OptionalInt.empty();
    }

    private List<Page.Closed> closed() {
        List<Page.Closed> closed = new ArrayList<>();
        OptionalInt steps = fewSteps();
        if (steps.isPresent()) {
            List<String> asked = List.of("loss", "gradient");
            Unrolled all = Unrolled.of(model, steps.getAsInt(), asked, List.of());
            closed.add(new Page.Closed("for all values", all.equations(), all.where()));
            for (Init init : model.inits()) {
                Unrolled at = Unrolled.of(model, steps.getAsInt(), asked, Substituted.settings(init));
                closed.add(new Page.Closed("at the start " + init.name(), at.equations(), at.where()));
            }
        }
        return closed;
    }

    /** Claims with their verdicts, and what starts do. */
    private List<Page.Section> sections() {
        List<Page.Section> sections = new ArrayList<>();
        List<Page.Fact> claims = verdicts.stream().map(this::claim).toList();
        if (!claims.isEmpty()) {
            sections.add(new Page.Section("Claims", claims));
        }
        List<Page.Fact> starts = new ArrayList<>();
        Starts.of(model).forEach((name, lines) -> starts.add(new Page.Fact(name, lines)));
        if (!starts.isEmpty()) {
            sections.add(new Page.Section("What a start does", starts));
        }
        return sections;
    }

    private Page.Fact claim(Verdict verdict) {
        List<String> lines = new ArrayList<>(Account.lines(verdict));
        lines.add(source.slice(verdict.claim().span()));
        return new Page.Fact(verdict.claim().text(), lines);
    }

    private List<Page.Curve> curves() {
        List<Page.Curve> drawn = new ArrayList<>();
        OptionalInt steps = fewSteps();
        if (steps.isPresent()) {
            for (Init init : model.inits()) {
                for (Curves curves : Curves.of(model, init, steps.getAsInt(), 0)) {
                    curves.y()
                            .forEach((label, y) -> drawn.add(
                                    new Page.Curve(curves.constant(), label + " at " + init.name(), curves.x(), y)));
                }
            }
        }
        return drawn.stream()
                .filter(curve -> curve.y().stream().anyMatch(value -> value > 0))
                .toList();
    }
}
