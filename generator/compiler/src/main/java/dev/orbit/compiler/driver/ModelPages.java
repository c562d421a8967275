package dev.orbit.compiler.driver;

import dev.orbit.compiler.analyse.Curves;
import dev.orbit.compiler.analyse.Derivation;
import dev.orbit.compiler.analyse.Substituted;
import dev.orbit.compiler.analyse.Unrolled;
import dev.orbit.compiler.claim.Starts;
import dev.orbit.compiler.claim.Verdict;
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
import java.util.Set;

/** The report of a compiled model: one HTML file. */
public final class ModelPages {
    /** Closed forms of more steps fill the page. */
    private static final int MOST_STEPS = 4;

    private static final Set<String> ACCURACY = Set.of("checked", "rewritten");

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
                facts(false),
                flow(),
                derivation.map(),
                derivation.adjoint(),
                derivation.gradient(),
                closed(),
                sections(),
                facts(true),
                figures(),
                source.text(),
                product.emission().source());
    }

    /** What there is to tell at a glance, or what was found of its accuracy. */
    private List<Page.Fact> facts(boolean accuracy) {
        List<Page.Fact> facts = new ArrayList<>();
        Account.labelled(product).forEach((label, lines) -> {
            if (ACCURACY.contains(label) == accuracy) {
                facts.add(Page.Fact.of(label, lines));
            }
        });
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
        Starts.of(model).forEach((name, lines) -> starts.add(Page.Fact.of(name, lines)));
        if (!starts.isEmpty()) {
            sections.add(new Page.Section("What a start does", starts));
        }
        return sections;
    }

    private Page.Fact claim(Verdict verdict) {
        List<Page.Note> notes = new ArrayList<>();
        boolean proved = verdict.kind() == Verdict.Kind.PROVED;
        for (String line : Account.lines(verdict)) {
            notes.add(new Page.Note(
                    notes.isEmpty() ? proved ? Page.Style.PROVED : Page.Style.TESTED : Page.Style.DETAIL, line));
        }
        String text = source.slice(verdict.claim().span()).strip();
        String fact =
                text.substring(text.indexOf('"', text.indexOf('"') + 1) + 1).strip();
        notes.add(1, new Page.Note(Page.Style.CODE, verdict.claim().text().contains("\"") ? text : fact));
        return new Page.Fact(verdict.claim().text(), notes);
    }

    private List<Page.Figure> figures() {
        List<Page.Figure> figures = new ArrayList<>();
        OptionalInt steps = fewSteps();
        if (steps.isPresent()) {
            for (Init init : model.inits()) {
                for (Curves curves : Curves.of(model, init, steps.getAsInt(), 0)) {
                    List<Page.Curve> drawn = new ArrayList<>();
                    curves.y().forEach((label, y) -> {
                        if (y.stream().anyMatch(value -> value > 0)) {
                            drawn.add(new Page.Curve(label, curves.x(), y));
                        }
                    });
                    figures.add(new Page.Figure(
                            "Loss and gradient against " + curves.constant() + " at the start " + init.name(), drawn));
                }
            }
        }
        return figures;
    }
}
