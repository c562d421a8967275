package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Range;
import dev.orbit.compiler.syntax.Relation;
import dev.orbit.compiler.syntax.Sign;
import dev.orbit.compiler.syntax.Subscript;
import dev.orbit.grammar.OrbitParser.BinderContext;
import dev.orbit.grammar.OrbitParser.BracketedContext;
import dev.orbit.grammar.OrbitParser.ComparisonContext;
import dev.orbit.grammar.OrbitParser.ConditionalContext;
import dev.orbit.grammar.OrbitParser.ConjunctionContext;
import dev.orbit.grammar.OrbitParser.DisjunctionContext;
import dev.orbit.grammar.OrbitParser.ExpressionContext;
import dev.orbit.grammar.OrbitParser.IndexedContext;
import dev.orbit.grammar.OrbitParser.NamedContext;
import dev.orbit.grammar.OrbitParser.NegationContext;
import dev.orbit.grammar.OrbitParser.PowerContext;
import dev.orbit.grammar.OrbitParser.PrimaryContext;
import dev.orbit.grammar.OrbitParser.ProductContext;
import dev.orbit.grammar.OrbitParser.RangeContext;
import dev.orbit.grammar.OrbitParser.SignedContext;
import dev.orbit.grammar.OrbitParser.SubscriptContext;
import dev.orbit.grammar.OrbitParser.SubscriptsContext;
import dev.orbit.grammar.OrbitParser.SumContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse trees of expressions to syntax. */
final class ExpressionReader {
    private final Findings findings;
    private final boolean inClaim;

    /** @param inClaim whether {@code loss} and {@code penalty} are quantities */
    ExpressionReader(Findings findings, boolean inClaim) {
        this.findings = findings;
        this.inClaim = inClaim;
    }

    Expression read(ExpressionContext context) {
        return context.conditional() == null ? read(context.disjunction()) : read(context.conditional());
    }

    List<Expression> readAll(List<ExpressionContext> contexts) {
        return contexts.stream().map(this::read).toList();
    }

    Range read(RangeContext context) {
        return new Range(read(context.expression(0)), read(context.expression(1)), span(context));
    }

    Binder read(BinderContext context) {
        return new Binder(name(context.name()), read(context.range()), span(context));
    }

    private Expression read(ConditionalContext context) {
        List<Expression> parts = context.disjunction().stream().map(this::read).toList();
        List<Expression.Choice> choices = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            choices.add(new Expression.Choice(parts.get(i), parts.get(i + 1)));
        }
        return new Expression.Conditional(choices, parts.get(parts.size() - 1), span(context));
    }

    Expression read(DisjunctionContext context) {
        return logic(context, Expression.Connective.OR, context.conjunction(), this::read);
    }

    private Expression read(ConjunctionContext context) {
        return logic(context, Expression.Connective.AND, context.negation(), this::read);
    }

    private static <C> Expression logic(
            ParserRuleContext context, Expression.Connective connective, List<C> parts, Function<C, Expression> read) {
        return parts.size() == 1
                ? read.apply(parts.get(0))
                : new Expression.Logic(connective, parts.stream().map(read).toList(), span(context));
    }

    private Expression read(NegationContext context) {
        Expression result = read(context.comparison());
        int end = span(context).end();
        for (int i = context.NOT().size() - 1; i >= 0; i--) {
            result = new Expression.Not(
                    result, Tokens.span(context.NOT(i).getSymbol()).to(new Span(end, end)));
        }
        return result;
    }

    private Expression read(ComparisonContext context) {
        Expression left = read(context.sum(0));
        if (context.relation() == null) {
            return left;
        }
        Relation relation = Trees.relation(context.relation());
        return new Expression.Comparison(left, relation, read(context.sum(1)), span(context));
    }

    private Expression read(SumContext context) {
        return chain(context, context.product(), this::read);
    }

    private Expression read(ProductContext context) {
        return chain(context, context.signed(), this::read);
    }

    private static <C> Expression chain(ParserRuleContext context, List<C> parts, Function<C, Expression> read) {
        Expression first = read.apply(parts.get(0));
        if (parts.size() == 1) {
            return first;
        }
        List<Expression.Link> rest = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            Token sign = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
            rest.add(new Expression.Link(Trees.sign(sign), Tokens.span(sign), read.apply(parts.get(i))));
        }
        return new Expression.Chain(first, rest, span(context));
    }

    private Expression read(SignedContext context) {
        Expression result = read(context.power());
        int end = span(context).end();
        for (int i = context.MINUS().size() - 1; i >= 0; i--) {
            Span sign = Tokens.span(context.MINUS(i).getSymbol());
            result = new Expression.Negation(result, sign.to(new Span(end, end)));
        }
        return result;
    }

    private Expression read(PowerContext context) {
        Expression base = read(context.indexed());
        if (context.signed() == null) {
            return base;
        }
        Sign sign = context.POWER() == null ? Sign.POWER_EACH : Sign.POWER;
        return new Expression.Power(base, sign, read(context.signed()), span(context));
    }

    private Expression read(IndexedContext context) {
        Expression result = read(context.primary());
        for (SubscriptsContext subscripts : context.subscripts()) {
            Span span = span(context.primary()).to(span(subscripts));
            result = new Expression.Index(result, read(subscripts), span);
        }
        return result;
    }

    List<Subscript> read(SubscriptsContext context) {
        return context.subscript().stream().map(this::read).toList();
    }

    private Subscript read(SubscriptContext context) {
        if (context.expression().isEmpty()) {
            return new Subscript.All(span(context));
        }
        Expression first = read(context.expression(0));
        return context.DOTS() == null
                ? new Subscript.At(first)
                : new Subscript.Between(new Range(first, read(context.expression(1)), span(context)));
    }

    private Expression read(PrimaryContext context) {
        if (context.NUMBER() != null) {
            return new Expression.Number(context.NUMBER().getText(), span(context));
        }
        if (context.INF() != null) {
            return new Expression.Infinity(span(context));
        }
        if (context.named() != null) {
            return read(context.named());
        }
        if (context.bracketed() != null) {
            return read(context.bracketed());
        }
        return context.expression() == null ? term(context) : read(context.expression());
    }

    private Expression term(PrimaryContext context) {
        if (!inClaim) {
            findings.add(new ExpressionProblem.TermOutsideClaim(span(context), context.getText()));
        }
        Expression.Term term = context.LOSS() == null ? Expression.Term.PENALTY : Expression.Term.LOSS;
        return new Expression.ModelTerm(term, span(context));
    }

    private Expression read(NamedContext context) {
        var name = name(context.name());
        var arguments = context.arguments();
        if (arguments == null) {
            return context.PRIME() == null
                    ? new Expression.Reference(name)
                    : new Expression.Primed(name, span(context));
        }
        List<Expression> given = readAll(arguments.expression());
        if (context.PRIME() != null) {
            return new Expression.DerivativeCall(name, given, span(context));
        }
        if (arguments.OVER() != null) {
            return new Expression.ReduceSteps(name, given.get(0), span(context));
        }
        return arguments.binders() == null
                ? new Expression.Call(name, given, span(context))
                : new Expression.Reduce(name, binders(arguments.binders().binder()), given.get(0), span(context));
    }

    private List<Binder> binders(List<BinderContext> contexts) {
        return contexts.stream().map(this::read).toList();
    }

    private Expression read(BracketedContext context) {
        return context.binders() == null
                ? new Expression.Block(
                        context.row().stream()
                                .map(row -> readAll(row.expression()))
                                .toList(),
                        span(context))
                : new Expression.Comprehension(
                        binders(context.binders().binder()), read(context.expression()), span(context));
    }
}
