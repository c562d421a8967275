package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Part;
import dev.orbit.compiler.syntax.Statement;
import dev.orbit.grammar.OrbitParser.BlockContext;
import dev.orbit.grammar.OrbitParser.DestructureContext;
import dev.orbit.grammar.OrbitParser.DisjunctionContext;
import dev.orbit.grammar.OrbitParser.EquationContext;
import dev.orbit.grammar.OrbitParser.IfElseContext;
import dev.orbit.grammar.OrbitParser.PartContext;
import dev.orbit.grammar.OrbitParser.StatementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parse trees of statements to syntax; what the parser gave up is left out. */
final class StatementReader {
    private final Findings findings;
    private final ExpressionReader expressions;

    StatementReader(Findings findings) {
        this.findings = findings;
        this.expressions = new ExpressionReader(findings, false);
    }

    List<Statement> read(BlockContext block) {
        return block.statement().stream()
                .filter(statement -> statement.exception == null)
                .map(this::read)
                .toList();
    }

    private Statement read(StatementContext context) {
        Span span = span(context);
        if (context.equation() != null) {
            return read(context.equation());
        }
        if (context.destructure() != null) {
            return read(context.destructure());
        }
        if (context.ifElse() != null) {
            return read(context.ifElse());
        }
        if (context.loss() != null) {
            return new Statement.Loss(expressions.read(context.loss().expression()), span);
        }
        if (context.residual() != null) {
            return new Statement.Residual(expressions.read(context.residual().expression()), span);
        }
        Name name = name(context.output().name());
        return new Statement.Output(name, expressions.read(context.output().expression()), span);
    }

    private Statement read(EquationContext context) {
        Span span = span(context);
        Name name = name(context.name());
        Expression value = expressions.read(context.expression());
        boolean primed = context.PRIME() != null;
        if (context.subscripts() == null) {
            return primed ? new Statement.Update(name, value, span) : new Statement.Intermediate(name, value, span);
        }
        if (!primed) {
            Span left = span(context.name()).to(span(context.subscripts()));
            findings.addUnlessTold(span, new StatementProblem.EntryWithoutPrime(left, name.text()));
        }
        return new Statement.UpdateEntry(name, expressions.subscripts(context.subscripts()), value, span);
    }

    private Statement read(DestructureContext context) {
        List<Part> parts = context.part().stream().map(this::read).toList();
        return new Statement.Destructure(parts, expressions.read(context.expression()), span(context));
    }

    private Part read(PartContext context) {
        Optional<Expression> size = Optional.ofNullable(context.expression()).map(expressions::read);
        if (context.UNDERSCORE() != null) {
            return new Part.Drop(size, span(context));
        }
        Name name = name(context.name());
        return context.PRIME() == null
                ? new Part.ToIntermediate(name, size, span(context))
                : new Part.ToState(name, size, span(context));
    }

    private Statement read(IfElseContext context) {
        // Lists taken once: the tree looks through all its children for each single one.
        List<DisjunctionContext> conditions = context.disjunction();
        List<BlockContext> blocks = context.block();
        List<Statement.Branch> branches = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Span span = span(conditions.get(i)).to(span(blocks.get(i)));
            branches.add(new Statement.Branch(expressions.read(conditions.get(i)), read(blocks.get(i)), span));
        }
        boolean otherwise = blocks.size() > conditions.size();
        List<Statement> last = otherwise ? read(blocks.get(conditions.size())) : List.of();
        return new Statement.If(branches, last, span(context));
    }
}
