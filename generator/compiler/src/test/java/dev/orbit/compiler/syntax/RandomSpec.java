package dev.orbit.compiler.syntax;

import static dev.orbit.compiler.syntax.RandomExpression.NOWHERE;

import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Specs with declarations and statements of every kind, sound in form and without any meaning, drawn from a seed. */
final class RandomSpec {
    private static final List<String> DOCS = List.of(
            "One line.",
            "",
            "Two\nlines.",
            "A list:\n\n * first\n * second\n\n  indented",
            "* starred",
            "ends with *",
            "a / b");

    private final RandomExpression draw;

    RandomSpec(long seed) {
        this.draw = new RandomExpression(new Random(seed));
    }

    Spec spec() {
        return new Spec(
                new SourceFile("random.orbit", ""),
                optional(() -> new PackageHeader(draw.some(1, 3, draw::name), NOWHERE)),
                new ModelHeader(doc(), draw.name(), NOWHERE),
                draw.some(1, 8, this::declaration),
                List.of());
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return draw.below(2) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private Optional<Doc> doc() {
        return optional(() -> new Doc(draw.any(DOCS), NOWHERE));
    }

    private Expression value() {
        return draw.expression(draw.below(4));
    }

    private List<Expression> shape() {
        return draw.some(0, 2, () -> draw.expression(1));
    }

    private Declaration declaration() {
        return draw.below(2) == 0 ? name() : other();
    }

    private Declaration name() {
        Optional<Doc> doc = doc();
        Name name = draw.name();
        return switch (draw.below(9)) {
            case 0 -> new Declaration.Dim(doc, name, optional(this::value), NOWHERE);
            case 1 -> new Declaration.Constant(doc, name, value(), NOWHERE);
            case 2 -> datum(doc, name);
            case 3 ->
                new Declaration.Param(
                        doc,
                        name,
                        shape(),
                        optional(() -> new Interval(value(), value(), NOWHERE)),
                        optional(this::value),
                        NOWHERE);
            case 4 ->
                new Declaration.InlineFunction(
                        doc,
                        name,
                        draw.some(0, 3, draw::name),
                        draw.some(0, 2, () -> new LocalLet(draw.name(), value(), NOWHERE)),
                        value(),
                        NOWHERE);
            case 5 ->
                new Declaration.AbstractFunction(
                        doc,
                        name,
                        draw.some(0, 2, () -> new Parameter(draw.name(), shape(), NOWHERE)),
                        shape(),
                        NOWHERE);
            case 6 -> new Declaration.Let(doc, name, value(), NOWHERE);
            case 7 -> new Declaration.State(doc, name, shape(), value(), NOWHERE);
            default -> new Declaration.Output(doc, name, value(), NOWHERE);
        };
    }

    private Declaration datum(Optional<Doc> doc, Name name) {
        return new Declaration.Datum(
                doc,
                draw.any(List.of(Declaration.DatumRole.values())),
                name,
                shape(),
                optional(() -> draw.range(2)),
                draw.below(2) == 0,
                NOWHERE);
    }

    private Declaration other() {
        Optional<Doc> doc = doc();
        return switch (draw.below(9)) {
            case 0 -> new Declaration.Step(doc, statements(2), NOWHERE);
            case 1 -> new Declaration.IterateTimes(doc, value(), NOWHERE);
            case 2 -> new Declaration.IterateOver(doc, draw.binder(2), NOWHERE);
            case 3 -> new Declaration.Loss(doc, value(), NOWHERE);
            case 4 -> new Declaration.Residual(doc, value(), NOWHERE);
            case 5 -> new Declaration.Penalty(doc, value(), NOWHERE);
            case 6 -> new Declaration.Differentiate(doc, draw.some(1, 3, draw::name), NOWHERE);
            case 7 -> new Declaration.Init(doc, draw.name(), settings(), NOWHERE);
            default -> claim(doc);
        };
    }

    private List<Setting> settings() {
        return draw.some(0, 3, () -> new Setting(draw.name(), value(), NOWHERE));
    }

    private Declaration claim(Optional<Doc> doc) {
        ClaimPoint at = switch (draw.below(3)) {
            case 0 -> new ClaimPoint.Everywhere();
            case 1 -> new ClaimPoint.AtInit(draw.name());
            default -> new ClaimPoint.AtValues(settings(), NOWHERE);
        };
        Expression loss = new Expression.ModelTerm(draw.any(List.of(Expression.Term.values())), NOWHERE);
        Relation relation = draw.any(List.of(Relation.EQUAL, Relation.NOT_EQUAL));
        return new Declaration.Claim(
                doc,
                draw.any(List.of("plain", "", "\"quoted\" \\ back", "a // b /* c", "ünï")),
                draw.some(0, 2, () -> draw.comparison(2)),
                at,
                new Expression.Comparison(loss, relation, value(), NOWHERE),
                NOWHERE);
    }

    private List<Statement> statements(int depth) {
        return draw.some(0, 4, () -> statement(depth));
    }

    private Statement statement(int depth) {
        return switch (draw.below(depth > 0 ? 8 : 7)) {
            case 0 -> new Statement.Update(draw.name(), value(), NOWHERE);
            case 1 ->
                new Statement.UpdateEntry(draw.name(), draw.some(1, 2, () -> draw.subscript(1)), value(), NOWHERE);
            case 2 -> new Statement.Intermediate(draw.name(), value(), NOWHERE);
            case 3 -> new Statement.Destructure(draw.some(1, 3, this::part), value(), NOWHERE);
            case 4 -> new Statement.Loss(value(), NOWHERE);
            case 5 -> new Statement.Residual(value(), NOWHERE);
            case 6 -> new Statement.Output(draw.name(), value(), NOWHERE);
            default ->
                new Statement.If(
                        draw.some(1, 3, () -> new Statement.Branch(value(), statements(depth - 1), NOWHERE)),
                        statements(depth - 1),
                        NOWHERE);
        };
    }

    private Part part() {
        Optional<Expression> size = optional(this::value);
        return switch (draw.below(3)) {
            case 0 -> new Part.ToIntermediate(draw.name(), size, NOWHERE);
            case 1 -> new Part.ToState(draw.name(), size, NOWHERE);
            default -> new Part.Drop(size, NOWHERE);
        };
    }
}
