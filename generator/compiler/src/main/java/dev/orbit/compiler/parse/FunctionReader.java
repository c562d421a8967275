package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.LocalLet;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Parameter;
import dev.orbit.grammar.OrbitParser.DefinitionContext;
import dev.orbit.grammar.OrbitParser.FunctionBodyContext;
import dev.orbit.grammar.OrbitParser.FunctionContext;
import dev.orbit.grammar.OrbitParser.ParameterContext;
import dev.orbit.grammar.OrbitParser.ShapeContext;
import java.util.List;
import java.util.Optional;

/** Parse trees of functions to syntax. */
final class FunctionReader {
    private final Findings findings;
    private final ExpressionReader expressions;

    FunctionReader(Findings findings, ExpressionReader expressions) {
        this.findings = findings;
        this.expressions = expressions;
    }

    Declaration read(FunctionContext context, Optional<Doc> doc) {
        Name name = name(context.name());
        List<Parameter> parameters =
                context.parameter().stream().map(this::read).toList();
        FunctionBodyContext body = context.functionBody();
        if (body.expression() == null) {
            return new Declaration.AbstractFunction(doc, name, parameters, shape(context.shape()), span(context));
        }
        refuseShapes(context, name);
        List<LocalLet> lets = body.localLet().stream()
                .flatMap(let -> let.definition().stream())
                .map(this::read)
                .toList();
        List<Name> names = parameters.stream().map(Parameter::name).toList();
        Expression result = expressions.read(body.expression());
        return new Declaration.InlineFunction(doc, name, names, lets, result, span(context));
    }

    private void refuseShapes(FunctionContext context, Name name) {
        context.parameter().stream().map(ParameterContext::shape).forEach(shape -> refuse(shape, name));
        refuse(context.shape(), name);
    }

    private void refuse(ShapeContext shape, Name name) {
        if (shape != null) {
            findings.add(new StatementProblem.ShapeOnInlineFunction(span(shape), name.text()));
        }
    }

    private Parameter read(ParameterContext context) {
        return new Parameter(name(context.name()), shape(context.shape()), span(context));
    }

    private List<Expression> shape(ShapeContext context) {
        return context == null ? List.of() : expressions.readAll(context.expression());
    }

    private LocalLet read(DefinitionContext context) {
        return new LocalLet(name(context.name()), expressions.read(context.expression()), span(context));
    }
}
