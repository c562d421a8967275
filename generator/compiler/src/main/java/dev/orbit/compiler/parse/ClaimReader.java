package dev.orbit.compiler.parse;

import static dev.orbit.compiler.parse.Trees.name;
import static dev.orbit.compiler.parse.Trees.span;

import dev.orbit.compiler.syntax.ClaimPoint;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Doc;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Relation;
import dev.orbit.compiler.syntax.Setting;
import dev.orbit.grammar.OrbitParser.ClaimContext;
import dev.orbit.grammar.OrbitParser.ClaimPointContext;
import dev.orbit.grammar.OrbitParser.ExpressionContext;
import dev.orbit.grammar.OrbitParser.SettingContext;
import dev.orbit.grammar.OrbitParser.SettingsContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parse trees of claims to syntax. */
final class ClaimReader {
    private static final Set<Relation> FACTS = Set.of(Relation.EQUAL, Relation.NOT_EQUAL);

    private final Findings findings;
    private final ExpressionReader expressions;

    ClaimReader(Findings findings) {
        this.findings = findings;
        this.expressions = new ExpressionReader(findings, true);
    }

    /** Empty if something compares nothing, which has then been reported. */
    Optional<Declaration.Claim> read(ClaimContext context, Optional<Doc> doc) {
        int last = context.expression().size() - 1;
        List<Expression.Comparison> assumptions = context.expression().subList(0, last).stream()
                .flatMap(assumption -> comparison(context, assumption, true).stream())
                .toList();
        Optional<Expression.Comparison> fact = comparison(context, context.expression(last), false);
        if (fact.isEmpty() || assumptions.size() < last) {
            return Optional.empty();
        }
        ClaimPoint point = context.claimPoint() == null ? new ClaimPoint.Everywhere() : read(context.claimPoint());
        String text = Texts.read(context.TEXT().getText());
        return Optional.of(new Declaration.Claim(doc, text, assumptions, point, fact.get(), span(context)));
    }

    private Optional<Expression.Comparison> comparison(
            ClaimContext claim, ExpressionContext context, boolean assumption) {
        Expression expression = expressions.read(context);
        if (expression instanceof Expression.Comparison comparison
                && (assumption || FACTS.contains(comparison.relation()))) {
            return Optional.of(comparison);
        }
        findings.addUnlessTold(span(claim), new StatementProblem.FactNotComparison(expression.span(), assumption));
        return Optional.empty();
    }

    private ClaimPoint read(ClaimPointContext context) {
        return context.name() == null
                ? new ClaimPoint.AtValues(settings(context.settings(), expressions), span(context))
                : new ClaimPoint.AtInit(name(context.name()));
    }

    static List<Setting> settings(SettingsContext context, ExpressionReader expressions) {
        return context.setting().stream()
                .filter(setting -> setting.exception == null)
                .map(setting -> setting(setting, expressions))
                .toList();
    }

    private static Setting setting(SettingContext context, ExpressionReader expressions) {
        return new Setting(name(context.name()), expressions.read(context.expression()), span(context));
    }
}
