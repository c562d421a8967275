package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Relation;
import dev.orbit.compiler.syntax.Sign;
import dev.orbit.grammar.OrbitParser.NameContext;
import dev.orbit.grammar.OrbitParser.RelationContext;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Small parts of parse trees. */
final class Trees {
    private Trees() {}

    static Span span(ParserRuleContext context) {
        return Tokens.span(context.getStart()).to(Tokens.span(context.getStop()));
    }

    static Name name(NameContext context) {
        return new Name(Tokens.nameText(context.getStart()), span(context));
    }

    static List<Name> names(List<NameContext> contexts) {
        return contexts.stream().map(Trees::name).toList();
    }

    static Sign sign(Token token) {
        return Arrays.stream(Sign.values())
                .filter(sign -> sign.text().equals(token.getText()))
                .findFirst()
                .orElseThrow();
    }

    static Relation relation(RelationContext context) {
        return Arrays.stream(Relation.values())
                .filter(relation -> relation.text().equals(context.getText()))
                .findFirst()
                .orElseThrow();
    }
}
