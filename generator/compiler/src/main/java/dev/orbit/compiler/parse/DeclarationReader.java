package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.names;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Interval;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.grammar.OrbitBaseVisitor;
import dev.orbit.grammar.OrbitParser;
import dev.orbit.grammar.OrbitParser.DefinitionContext;
import dev.orbit.grammar.OrbitParser.IntervalContext;
import dev.orbit.grammar.OrbitParser.ShapeContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/** Parse trees of declarations to syntax: one declaration for each name of a list. The two headers give none. */
final class DeclarationReader extends OrbitBaseVisitor<List<Declaration>> {
    private final Map<Integer, Doc> docs;
    private final Findings findings;
    private final ExpressionReader expressions;

    DeclarationReader(Map<Integer, Doc> docs, Findings findings) {
        this.docs = docs;
        this.findings = findings;
        this.expressions = new ExpressionReader(findings, false);
    }

    @Override
    protected List<Declaration> defaultResult() {
        return List.of();
    }

    /** The documentation before the first token of {@code context}. */
    Optional<Doc> doc(ParserRuleContext context) {
        return Optional.ofNullable(docs.get(context.getStart().getStartIndex()));
    }

    // An item of a list may have its own documentation; else it has that of the list.
    private Optional<Doc> doc(ParserRuleContext item, ParserRuleContext list) {
        return doc(item).or(() -> doc(list));
    }

    private <C extends ParserRuleContext> List<Declaration> each(List<C> items, Function<C, Declaration> read) {
        return items.stream().map(read).toList();
    }

    private Optional<Expression> optional(OrbitParser.ExpressionContext context) {
        return Optional.ofNullable(context).map(expressions::read);
    }

    private List<Expression> shape(ShapeContext context) {
        return context == null ? List.of() : expressions.readAll(context.expression());
    }

    @Override
    public List<Declaration> visitDims(OrbitParser.DimsContext list) {
        return each(
                list.dim(),
                dim -> new Declaration.Dim(doc(dim, list), name(dim.name()), optional(dim.expression()), span(dim)));
    }

    @Override
    public List<Declaration> visitConstants(OrbitParser.ConstantsContext list) {
        return each(
                list.definition(),
                item -> new Declaration.Constant(doc(item, list), name(item.name()), value(item), span(item)));
    }

    @Override
    public List<Declaration> visitLets(OrbitParser.LetsContext list) {
        return each(
                list.definition(),
                item -> new Declaration.Let(doc(item, list), name(item.name()), value(item), span(item)));
    }

    private Expression value(DefinitionContext context) {
        return expressions.read(context.expression());
    }

    @Override
    public List<Declaration> visitData(OrbitParser.DataContext list) {
        Declaration.DatumRole role = list.INPUT() == null ? Declaration.DatumRole.TARGET : Declaration.DatumRole.INPUT;
        boolean perStep = list.PER() != null;
        return each(
                list.datum(),
                datum -> new Declaration.Datum(
                        doc(datum, list),
                        role,
                        name(datum.name()),
                        shape(datum.shape()),
                        Optional.ofNullable(datum.range()).map(expressions::range),
                        perStep,
                        span(datum)));
    }

    @Override
    public List<Declaration> visitParams(OrbitParser.ParamsContext list) {
        return each(
                list.param(),
                param -> new Declaration.Param(
                        doc(param, list),
                        name(param.name()),
                        shape(param.shape()),
                        Optional.ofNullable(param.interval()).map(this::interval),
                        optional(param.expression()),
                        span(param)));
    }

    private Interval interval(IntervalContext context) {
        return new Interval(
                expressions.read(context.expression(0)), expressions.read(context.expression(1)), span(context));
    }

    @Override
    public List<Declaration> visitStates(OrbitParser.StatesContext list) {
        return each(
                list.state(),
                state -> new Declaration.State(
                        doc(state, list),
                        name(state.name()),
                        shape(state.shape()),
                        expressions.read(state.expression()),
                        span(state)));
    }

    @Override
    public List<Declaration> visitFunction(OrbitParser.FunctionContext context) {
        return List.of(new FunctionReader(findings, expressions).read(context, doc(context)));
    }

    @Override
    public List<Declaration> visitStep(OrbitParser.StepContext context) {
        return List.of(
                new Declaration.Step(doc(context), new StatementReader(findings).read(context.block()), span(context)));
    }

    @Override
    public List<Declaration> visitIterate(OrbitParser.IterateContext context) {
        Expression times = expressions.read(context.expression());
        if (context.range() == null) {
            return List.of(new Declaration.IterateTimes(doc(context), times, span(context)));
        }
        if (!(times instanceof Expression.Reference counter)) {
            findings.add(new StatementProblem.MissingPart(times.span(), "the name of a counter", "iterate"));
            return List.of();
        }
        Binder binder = new Binder(
                counter.name(), expressions.range(context.range()), times.span().to(span(context.range())));
        return List.of(new Declaration.IterateOver(doc(context), binder, span(context)));
    }

    @Override
    public List<Declaration> visitLoss(OrbitParser.LossContext context) {
        return List.of(new Declaration.Loss(doc(context), expressions.read(context.expression()), span(context)));
    }

    @Override
    public List<Declaration> visitResidual(OrbitParser.ResidualContext context) {
        return List.of(new Declaration.Residual(doc(context), expressions.read(context.expression()), span(context)));
    }

    @Override
    public List<Declaration> visitOutput(OrbitParser.OutputContext context) {
        Name name = name(context.name());
        return List.of(
                new Declaration.Output(doc(context), name, expressions.read(context.expression()), span(context)));
    }

    @Override
    public List<Declaration> visitPenalty(OrbitParser.PenaltyContext context) {
        return List.of(new Declaration.Penalty(doc(context), expressions.read(context.expression()), span(context)));
    }

    @Override
    public List<Declaration> visitDifferentiate(OrbitParser.DifferentiateContext context) {
        return List.of(new Declaration.Differentiate(doc(context), names(context.name()), span(context)));
    }

    @Override
    public List<Declaration> visitInit(OrbitParser.InitContext context) {
        Name name = name(context.name());
        return List.of(new Declaration.Init(
                doc(context), name, ClaimReader.settings(context.settings(), expressions), span(context)));
    }

    @Override
    public List<Declaration> visitClaim(OrbitParser.ClaimContext context) {
        return new ClaimReader(findings)
                .read(context, doc(context)).stream()
                        .<Declaration>map(claim -> claim)
                        .toList();
    }
}
