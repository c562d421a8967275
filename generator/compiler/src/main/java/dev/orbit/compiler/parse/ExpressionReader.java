package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Range;
import dev.orbit.compiler.syntax.Relation;
import dev.orbit.compiler.syntax.Sign;
import dev.orbit.compiler.syntax.Subscript;
import dev.orbit.grammar.OrbitBaseVisitor;
import dev.orbit.grammar.OrbitParser;
import dev.orbit.grammar.OrbitParser.ArgumentsContext;
import dev.orbit.grammar.OrbitParser.BinderContext;
import dev.orbit.grammar.OrbitParser.DisjunctionContext;
import dev.orbit.grammar.OrbitParser.RangeContext;
import dev.orbit.grammar.OrbitParser.RowContext;
import dev.orbit.grammar.OrbitParser.SubscriptContext;
import dev.orbit.grammar.OrbitParser.SubscriptsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Parse trees of expressions to syntax. It recurses over the nesting of a spec, so it keeps frames few: layers of the
 * grammar that do nothing are passed over, and lists are read by loops.
 */
final class ExpressionReader extends OrbitBaseVisitor<Expression> {
    private final Findings findings;
    private final boolean inClaim;

    /** @param inClaim whether {@code loss} and {@code penalty} are quantities */
    ExpressionReader(Findings findings, boolean inClaim) {
        this.findings = findings;
        this.inClaim = inClaim;
    }

    /** Reads a tree of any layer of expressions. */
    Expression read(ParserRuleContext context) {
        ParseTree tree = context;
        while (tree.getChildCount() == 1 && tree.getChild(0) instanceof ParserRuleContext) {
            tree = tree.getChild(0);
        }
        return tree.accept(this);
    }

    List<Expression> readAll(List<? extends ParserRuleContext> contexts) {
        return each(contexts, this::read);
    }

    private static <C, R> List<R> each(List<C> contexts, Function<C, R> read) {
        List<R> results = new ArrayList<>(contexts.size());
        for (C context : contexts) {
            results.add(read.apply(context));
        }
        return results;
    }

    Range range(RangeContext context) {
        return new Range(read(context.expression(0)), read(context.expression(1)), span(context));
    }

    private Binder binder(BinderContext context) {
        return new Binder(name(context.name()), range(context.range()), span(context));
    }

    List<Subscript> subscripts(SubscriptsContext context) {
        return each(context.subscript(), this::subscript);
    }

    private Subscript subscript(SubscriptContext context) {
        if (context.expression().isEmpty()) {
            return new Subscript.All(span(context));
        }
        Expression first = read(context.expression(0));
        return context.DOTS() == null
                ? new Subscript.At(first)
                : new Subscript.Between(new Range(first, read(context.expression(1)), span(context)));
    }

    @Override
    public Expression visitConditional(OrbitParser.ConditionalContext context) {
        List<DisjunctionContext> parts = context.disjunction();
        List<Expression.Choice> choices = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            choices.add(new Expression.Choice(read(parts.get(i)), read(parts.get(i + 1))));
        }
        return new Expression.Conditional(choices, read(parts.get(parts.size() - 1)), span(context));
    }

    @Override
    public Expression visitDisjunction(DisjunctionContext context) {
        return new Expression.Logic(Expression.Connective.OR, readAll(context.conjunction()), span(context));
    }

    @Override
    public Expression visitConjunction(OrbitParser.ConjunctionContext context) {
        return new Expression.Logic(Expression.Connective.AND, readAll(context.negation()), span(context));
    }

    @Override
    public Expression visitNegation(OrbitParser.NegationContext context) {
        Expression result = read(context.comparison());
        List<TerminalNode> words = context.NOT();
        for (int i = words.size() - 1; i >= 0; i--) {
            result = new Expression.Not(result, from(words.get(i), context));
        }
        return result;
    }

    @Override
    public Expression visitComparison(OrbitParser.ComparisonContext context) {
        Relation relation = Trees.relation(context.relation());
        return new Expression.Comparison(read(context.sum(0)), relation, read(context.sum(1)), span(context));
    }

    @Override
    public Expression visitSum(OrbitParser.SumContext context) {
        return chain(context, context.product());
    }

    @Override
    public Expression visitProduct(OrbitParser.ProductContext context) {
        return chain(context, context.signed());
    }

    private Expression chain(ParserRuleContext context, List<? extends ParserRuleContext> parts) {
        Expression first = read(parts.get(0));
        List<Expression.Link> rest = new ArrayList<>(parts.size() - 1);
        for (int i = 1; i < parts.size(); i++) {
            Token sign = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
            rest.add(new Expression.Link(Trees.sign(sign), Tokens.span(sign), read(parts.get(i))));
        }
        return new Expression.Chain(first, rest, span(context));
    }

    @Override
    public Expression visitSigned(OrbitParser.SignedContext context) {
        Expression result = read(context.power());
        List<TerminalNode> signs = context.MINUS();
        for (int i = signs.size() - 1; i >= 0; i--) {
            result = new Expression.Negation(result, from(signs.get(i), context));
        }
        return result;
    }

    private static Span from(TerminalNode sign, ParserRuleContext context) {
        return Tokens.span(sign.getSymbol()).to(Tokens.span(context.getStop()));
    }

    @Override
    public Expression visitPower(OrbitParser.PowerContext context) {
        Sign sign = context.POWER() == null ? Sign.POWER_EACH : Sign.POWER;
        return new Expression.Power(read(context.indexed()), sign, read(context.signed()), span(context));
    }

    @Override
    public Expression visitIndexed(OrbitParser.IndexedContext context) {
        Expression result = read(context.primary());
        for (SubscriptsContext subscripts : context.subscripts()) {
            Span span = span(context.primary()).to(span(subscripts));
            result = new Expression.Index(result, subscripts(subscripts), span);
        }
        return result;
    }

    @Override
    public Expression visitPrimary(OrbitParser.PrimaryContext context) {
        if (context.expression() != null) {
            return read(context.expression());
        }
        if (context.NUMBER() != null) {
            return new Expression.Number(context.NUMBER().getText(), span(context));
        }
        if (context.INF() != null) {
            return new Expression.Infinity(span(context));
        }
        if (!inClaim) {
            findings.add(new ExpressionProblem.TermOutsideClaim(span(context), context.getText()));
        }
        Expression.Term term = context.LOSS() == null ? Expression.Term.PENALTY : Expression.Term.LOSS;
        return new Expression.ModelTerm(term, span(context));
    }

    @Override
    public Expression visitName(OrbitParser.NameContext context) {
        return new Expression.Reference(name(context));
    }

    @Override
    public Expression visitNamed(OrbitParser.NamedContext context) {
        Name name = name(context.name());
        ArgumentsContext arguments = context.arguments();
        if (arguments == null) {
            return new Expression.Primed(name, span(context));
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
                : new Expression.Reduce(
                        name, each(arguments.binders().binder(), this::binder), given.get(0), span(context));
    }

    @Override
    public Expression visitBracketed(OrbitParser.BracketedContext context) {
        if (context.binders() != null) {
            List<Binder> binders = each(context.binders().binder(), this::binder);
            return new Expression.Comprehension(binders, read(context.expression()), span(context));
        }
        List<List<Expression>> rows = new ArrayList<>();
        for (RowContext row : context.row()) {
            rows.add(readAll(row.expression()));
        }
        return new Expression.Block(rows, span(context));
    }
}
