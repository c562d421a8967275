package dev.orbit.compiler.driver;

import dev.orbit.compiler.analyse.Derivation;
import dev.orbit.compiler.analyse.Substituted;
import dev.orbit.compiler.analyse.Unrolled;
import dev.orbit.compiler.check.Check;
import dev.orbit.compiler.check.Overrides;
import dev.orbit.compiler.claim.Starts;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.parse.SpecParser;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.report.Format;
import dev.orbit.compiler.report.Typesetter;
import dev.orbit.compiler.simplify.Simplify;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Parameter;
import dev.orbit.compiler.syntax.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a spec means, in mathematics. */
public final class Explanation {
    /** Fixed numbers of steps up to this are also shown unrolled. */
    private static final int MOST_UNROLLED = 4;

    private final Question question;
    private final Model model;

    /**
     * What is asked.
     *
     * @param steps for closed forms: how often the step is applied, else as in the spec
     * @param of what closed forms are asked for; none: everything
     * @param at a start of the spec, or settings such as {@code a=0, b=c=epsilon}
     * @param kept functions of the spec that are to stay abstract
     */
    public record Question(OptionalInt steps, List<String> of, Optional<String> at, List<String> kept, Format format) {
        public Question {
            of = List.copyOf(of);
            kept = List.copyOf(kept);
        }
    }

    private Explanation(Question question, Model model) {
        this.question = question;
        this.model = model;
    }

    /**
     * The explanation; empty if the spec has errors, which are reported.
     *
     * @throws IllegalArgumentException with a sentence for people if the question does not fit the spec
     */
    public static Optional<String> of(SourceFile source, Choices choices, Question question, Diagnostics diagnostics) {
        Overrides overrides = Bindings.parse(choices, diagnostics);
        Optional<Spec> spec = SpecParser.parse(source, diagnostics).map(read -> keeping(read, question.kept()));
        Optional<Model> model = spec.flatMap(read -> Check.check(read, overrides, diagnostics));
        return diagnostics.hasErrors()
                ? Optional.empty()
                : model.map(checked -> new Explanation(question, checked)
                        .text(question.at()
                                .map(at -> settings(source, overrides, checked, question, at))
                                .orElse(List.of())));
    }

    /** What the starts of a spec do: a block of lines for each; a sentence when there is nothing to tell. */
    public static Optional<String> starts(
            SourceFile source, Choices choices, List<String> kept, Diagnostics diagnostics) {
        Overrides overrides = Bindings.parse(choices, diagnostics);
        Optional<Model> model = SpecParser.parse(source, diagnostics)
                .map(read -> keeping(read, kept))
                .flatMap(read -> Check.check(read, overrides, diagnostics));
        return diagnostics.hasErrors() ? Optional.empty() : model.map(Explanation::starts);
    }

    private static String starts(Model model) {
        StringBuilder out = new StringBuilder();
        Starts.of(model)
                .forEach((name, lines) -> section(
                        out,
                        "At the start " + name,
                        lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining())));
        return out.isEmpty() ? "There is no start, or too many parameters to look at one by one.\n" : out.toString();
    }

    private String text(List<Claim.Substitution> at) {
        boolean closed = question.steps().isPresent()
                || !question.of().isEmpty()
                || question.at().isPresent();
        StringBuilder out = new StringBuilder();
        if (!closed) {
            Derivation derivation = Derivation.of(model);
            section(
                    out,
                    model.name() + ": the map and its loss",
                    Typesetter.render(derivation.map(), question.format(), 1));
            section(out, "The adjoint" + beyond(), Typesetter.render(derivation.adjoint(), question.format(), 1));
            section(out, "The gradient", Typesetter.render(derivation.gradient(), question.format(), 1));
            stable(out);
        }
        if (closed || fixed().orElse(MOST_UNROLLED + 1) <= MOST_UNROLLED && isScalar()) {
            unrolled(out, at, closed);
        }
        return out.toString();
    }

    private String beyond() {
        return model.iteration().isPresent() ? " (what has an index beyond the last step is zero)" : "";
    }

    private void unrolled(StringBuilder out, List<Claim.Substitution> at, boolean alone) {
        int steps = question.steps().orElse(fixed().orElse(model.iteration().isPresent() ? 3 : 0));
        List<String> asked = question.of().isEmpty() ? List.of("loss", "gradient") : question.of();
        Unrolled unrolled = Unrolled.of(model, steps, asked, at);
        String lines = Typesetter.render(unrolled.equations(), question.format(), alone ? 0 : 1);
        if (alone) {
            out.append(lines);
        } else {
            section(out, steps == 1 ? "After 1 step" : "After " + steps + " steps", lines);
        }
        if (!unrolled.where().isEmpty()) {
            out.append(alone ? "where\n" : "  where\n")
                    .append(Typesetter.render(unrolled.where(), question.format(), alone ? 1 : 2));
        }
    }

    /** Which stable forms the emitted class uses, by the lines of the spec. */
    private void stable(StringBuilder out) {
        Program lowered = Lower.lower(model, Set.of(Program.Purpose.LOSS, Program.Purpose.PENALTY));
        List<String> lines = new ArrayList<>();
        Simplify.primal(lowered, StableForm.all())
                .applied()
                .forEach(applied -> lines.add("  line "
                        + model.source().position(applied.origin().spanStart()).line() + ": " + applied.form()));
        if (!lines.isEmpty()) {
            section(
                    out,
                    "Computed in a stable form",
                    String.join("\n", lines.stream().distinct().toList()) + "\n");
        }
    }

    private static void section(StringBuilder out, String title, String lines) {
        if (!lines.isEmpty()) {
            out.append(out.isEmpty() ? "" : "\n").append(title).append('\n').append(lines);
        }
    }

    private OptionalInt fixed() {
        return model.iteration()
                .map(iteration -> iteration
                        .last()
                        .match(new Iteration.Last.Cases<>(
                                last -> OptionalInt.of(last.number() - iteration.first() + 1),
                                open -> OptionalInt.empty())))
                .orElse(OptionalInt.of(0));
    }

    private boolean isScalar() {
        return model.parameters().stream()
                .allMatch(parameter -> parameter.symbol().shape().sizes().isEmpty());
    }

    /** The spec with these functions abstract. */
    private static Spec keeping(Spec spec, List<String> kept) {
        List<Declaration> declarations = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Declaration declaration : spec.declarations()) {
            if (declaration instanceof Declaration.InlineFunction function
                    && kept.contains(function.name().text())) {
                found.add(function.name().text());
                List<Parameter> parameters = function.parameters().stream()
                        .map(name -> new Parameter(name, List.of(), function.span()))
                        .toList();
                declarations.add(new Declaration.AbstractFunction(
                        function.doc(), function.name(), parameters, List.of(), function.span()));
            } else {
                declarations.add(declaration);
            }
        }
        kept.stream().filter(name -> !found.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no function `" + name + "` with a body in the spec");
        });
        return new Spec(spec.source(), spec.packageHeader(), spec.model(), declarations, spec.unread());
    }

    /** The settings of a start, or those that the text says: read as the spec's own language, as a claim's point. */
    private static List<Claim.Substitution> settings(
            SourceFile source, Overrides overrides, Model model, Question question, String at) {
        Optional<Init> init = model.inits().stream()
                .filter(given -> given.name().equals(at.strip()))
                .findFirst();
        if (init.isPresent()) {
            return Substituted.settings(init.get());
        }
        return claimed(source, overrides, question, point(model, at), at);
    }

    /** The settings in the spec's own language: {@code b=c=epsilon} is two of them. */
    private static String point(Model model, String at) {
        StringBuilder point = new StringBuilder();
        for (String group : at.split(",", -1)) {
            String[] parts = group.split("=", -1);
            if (parts.length < 2) {
                throw new IllegalArgumentException("`" + at.strip()
                        + "` is no start of the spec and no setting such as a=0"
                        + (model.inits().isEmpty()
                                ? ""
                                : "; its starts are "
                                        + String.join(
                                                ", ",
                                                model.inits().stream()
                                                        .map(Init::name)
                                                        .toList())));
            }
            for (int i = 0; i < parts.length - 1; i++) {
                point.append(parts[i].strip())
                        .append(" = ")
                        .append(parts[parts.length - 1].strip())
                        .append("; ");
            }
        }
        return point.toString();
    }

    private static List<Claim.Substitution> claimed(
            SourceFile source, Overrides overrides, Question question, String point, String at) {
        String claim = "\nclaim \"at\" at { " + point + "}: loss == loss;\n";
        Diagnostics unheard = new Diagnostics();
        List<Claim> claims = SpecParser.parse(new SourceFile(source.name(), source.text() + claim), unheard)
                .map(read -> keeping(read, question.kept()))
                .flatMap(read -> Check.check(read, overrides, unheard))
                .map(Model::claims)
                .orElse(List.of());
        if (unheard.hasErrors() || claims.isEmpty()) {
            String reason = unheard.inOrder().stream()
                    .filter(diagnostic -> diagnostic.isError())
                    .map(diagnostic -> diagnostic.message())
                    .findFirst()
                    .orElse("it cannot be read");
            throw new IllegalArgumentException("`--at '" + at.strip() + "'`: " + reason);
        }
        return claims.get(claims.size() - 1).at() instanceof Claim.Point.AtValues values
                ? values.substitutions()
                : List.of();
    }
}
