package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Setting;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.Unread;
import dev.orbit.grammar.OrbitParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;

/** Text to syntax. Every problem found is reported; nothing is thrown for what stands in the text. */
public final class SpecParser {
    private final SourceFile source;
    private final Findings findings = new Findings();

    private SpecParser(SourceFile source) {
        this.source = source;
    }

    /**
     * Reads a whole spec. After an error the spec holds what could be read, and {@link Spec#unread()} the rest, so that
     * later rooms can report problems of their own in the same run; ask {@code diagnostics} whether to go on from there.
     *
     * @return empty only if nothing sensible can be read from the file, which has then been reported
     */
    public static Optional<Spec> parse(SourceFile source, Diagnostics diagnostics) {
        SpecParser parser = new SpecParser(source);
        Optional<Spec> spec = parser.words().flatMap(parser::spec);
        parser.findings.report(source, diagnostics);
        return spec;
    }

    /** Reads a binding of a function, such as {@code s(u) = sigmoid(u)}, without the word and the semicolon. */
    public static Optional<Declaration.InlineFunction> parseBinding(SourceFile source, Diagnostics diagnostics) {
        SpecParser parser = new SpecParser(source);
        ExpressionReader expressions = new ExpressionReader(parser.findings, false);
        return parser.alone(
                diagnostics,
                OrbitParser::binding,
                tree -> new Declaration.InlineFunction(
                        Optional.empty(),
                        Trees.name(tree.name(0)),
                        Trees.names(tree.name().subList(1, tree.name().size())),
                        List.of(),
                        expressions.read(tree.expression()),
                        Trees.span(tree)));
    }

    /** Reads {@code name = value} without a semicolon. */
    public static Optional<Setting> parseSetting(SourceFile source, Diagnostics diagnostics) {
        SpecParser parser = new SpecParser(source);
        ExpressionReader expressions = new ExpressionReader(parser.findings, false);
        return parser.alone(
                diagnostics,
                OrbitParser::assignment,
                tree -> new Setting(Trees.name(tree.name()), expressions.read(tree.expression()), Trees.span(tree)));
    }

    /** Reads one expression. */
    public static Optional<Expression> parseExpression(SourceFile source, Diagnostics diagnostics) {
        SpecParser parser = new SpecParser(source);
        ExpressionReader expressions = new ExpressionReader(parser.findings, false);
        return parser.alone(diagnostics, OrbitParser::loneExpression, tree -> expressions.read(tree.expression()));
    }

    // The words with matching brackets.
    private Optional<Words> words() {
        if (source.text().length() > SourceText.LIMIT_BYTES) {
            findings.add(new TextProblem.TooLarge(new Span(0, 0), "4 MB"));
            return Optional.empty();
        }
        return Words.read(source, findings)
                .filter(words -> !findings.full())
                .flatMap(words -> Brackets.balance(source, words.tokens(), findings)
                        .map(balanced -> new Words(balanced, words.docs())));
    }

    private Optional<Spec> spec(Words words) {
        Recovery recovery = new Recovery(source, words.tokens(), findings);
        OrbitParser.SpecContext tree = parser(words, recovery).spec();
        List<Unread> unread = new ArrayList<>(recovery.unread());
        findings.unclosedComment().map(this::behind).ifPresent(unread::add);
        return Optional.of(new SpecReader(source, words, findings).read(tree, unread));
    }

    /** What follows where a comment was left open was meant to be read. */
    private Unread behind(Span open) {
        String text = source.text().substring(open.start());
        Set<String> names = Arrays.stream(text.split("[^\\p{L}\\p{Nd}_]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Unread(new Span(open.start(), source.text().length()), names);
    }

    private static OrbitParser parser(Words words, Recovery recovery) {
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(words.tokens()));
        stream.fill();
        OrbitParser parser = new OrbitParser(stream);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        return parser;
    }

    private <C extends ParserRuleContext, R> Optional<R> alone(
            Diagnostics diagnostics, Function<OrbitParser, C> entry, Function<C, R> read) {
        Optional<R> result = words().flatMap(words -> tree(words, entry)).map(read);
        boolean sound = findings.isEmpty();
        findings.report(source, diagnostics);
        return result.filter(any -> sound);
    }

    private <C> Optional<C> tree(Words words, Function<OrbitParser, C> entry) {
        Recovery recovery = new Recovery(source, words.tokens(), findings);
        try {
            return Optional.of(entry.apply(parser(words, recovery)));
        } catch (RecognitionException e) {
            Place place = recovery.explain(e, 0);
            recovery.tell(place, Sentences.tell(place));
            return Optional.empty();
        }
    }
}
