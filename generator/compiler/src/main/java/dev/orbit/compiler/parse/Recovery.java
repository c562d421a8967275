package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Unread;
import dev.orbit.grammar.OrbitParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What the parser does where the text does not fit: one problem for each statement, told by {@link Sentences}, then on to
 * the next statement. A semicolon that was clearly forgotten is put in, and nothing is lost.
 */
final class Recovery implements ANTLRErrorStrategy {
    private static final Set<Integer> RECOVERING =
            Set.of(OrbitParser.RULE_declaration, OrbitParser.RULE_statement, OrbitParser.RULE_setting);

    private final SourceFile source;
    private final List<Token> tokens;
    private final Findings findings;
    private final Extent extent;
    private final List<Unread> unread = new ArrayList<>();
    private int behindUnread = -1;
    private int behindMisplaced = -1;
    private String misplacedRule = "";

    Recovery(SourceFile source, List<Token> tokens, Findings findings) {
        this.source = source;
        this.tokens = tokens;
        this.findings = findings;
        this.extent = new Extent(new Layout(source), tokens);
    }

    List<Unread> unread() {
        return unread;
    }

    @Override
    public void reset(Parser parser) {}

    @Override
    public boolean inErrorRecoveryMode(Parser parser) {
        return false;
    }

    @Override
    public void reportMatch(Parser parser) {}

    // Told in recover, where the statement that is given up is known.
    @Override
    public void reportError(Parser parser, RecognitionException e) {}

    @Override
    public Token recoverInline(Parser parser) {
        Place place = place(parser, index(parser), parser.getExpectedTokens());
        if (place.expects(OrbitParser.SEMICOLON) && place.at() > 0 && beginsAnother(place)) {
            // The statement ends here: a problem found further on is another one.
            tell(
                    place,
                    place.afterBefore().end(),
                    new StatementProblem.MissingSemicolon(place.afterBefore(), place.tail()));
            return Tokens.missing(
                    OrbitParser.SEMICOLON, ";", place.afterBefore().end());
        }
        throw new InputMismatchException(parser);
    }

    // name =, name' =, [...] =, a word that begins a declaration, or the end of what is around.
    private boolean beginsAnother(Place place) {
        int i = place.at();
        if (!place.onNewLine() && (continuesList(place) || isQuantity(place))) {
            return false;
        }
        if (place.found(Token.EOF, OrbitParser.RIGHT_BRACE)) {
            return true;
        }
        if (Tokens.DECLARING.contains(place.found().getType())) {
            return place.onNewLine() || !place.next(OrbitParser.DEFINES, OrbitParser.COMMA, OrbitParser.SEMICOLON);
        }
        boolean word = place.found(OrbitParser.IF, OrbitParser.RETURN) && place.onNewLine();
        if (word || place.found(OrbitParser.LEFT_BRACKET)) {
            return true;
        }
        if (!Tokens.isName(place.found())) {
            return false;
        }
        int after = place.next(OrbitParser.PRIME) ? i + 2 : i + 1;
        return tokens.get(Math.min(after, tokens.size() - 1)).getType() == OrbitParser.DEFINES;
    }

    // input x step    param a b = 1
    private static boolean continuesList(Place place) {
        boolean data = place.starts(OrbitParser.INPUT, OrbitParser.TARGET);
        return place.found(OrbitParser.STEP) && data
                || Tokens.isName(place.found()) && place.in(OperandSentences.LISTS.toArray(Integer[]::new));
    }

    private static boolean isQuantity(Place place) {
        return place.starts(OrbitParser.CLAIM) && place.found(OrbitParser.LOSS, OrbitParser.PENALTY);
    }

    /** Climbs to the statement around the error, tells it there, and goes on behind the statement. */
    @Override
    public void recover(Parser parser, RecognitionException e) {
        int rule = parser.getContext().getRuleIndex();
        if (!RECOVERING.contains(rule)) {
            throw e;
        }
        int start = indexOf(parser.getContext().getStart());
        skip(parser, explain(e, start));
    }

    /** Where an exception was thrown, in the statement that begins at {@code start}. */
    Place explain(RecognitionException e, int start) {
        int at = indexOf(e.getOffendingToken());
        int rule = e.getCtx().getRuleIndex();
        if (e instanceof NoViableAltException && at > start) {
            return undecided(start, at, rule);
        }
        return new Place(source, tokens, start, at, rule, e.getExpectedTokens());
    }

    // Where the parser looks ahead to choose, it says what begins the choice; what is missing is what comes next.
    private Place undecided(int start, int at, int rule) {
        int before = tokens.get(at - 1).getType();
        if (before == OrbitParser.ELSE && rule == OrbitParser.RULE_ifElse) {
            return new Place(source, tokens, start, at, OrbitParser.RULE_block, IntervalSet.of(OrbitParser.LEFT_BRACE));
        }
        boolean operand = Tokens.endsOperand(tokens.get(at - 1));
        IntervalSet next = rule == OrbitParser.RULE_conditional ? IntervalSet.of(OrbitParser.ELSE) : new IntervalSet();
        IntervalSet expected = operand ? next : IntervalSet.of(OrbitParser.NUMBER);
        return new Place(source, tokens, start, at, rule, expected);
    }

    /** Before each declaration and each statement: what begins none is told and left out. */
    @Override
    public void sync(Parser parser) {
        int rule = parser.getContext().getRuleIndex();
        if (rule != OrbitParser.RULE_spec && rule != OrbitParser.RULE_block) {
            return;
        }
        IntervalSet expected = parser.getExpectedTokens();
        while (!expected.contains(parser.getCurrentToken().getType())
                && parser.getCurrentToken().getType() != Token.EOF) {
            int at = index(parser);
            skip(parser, new Place(source, tokens, at, at, rule, expected));
        }
    }

    private void skip(Parser parser, Place place) {
        SyntaxProblem problem = Sentences.tell(place);
        boolean rest = place.at() == place.start() && place.start() == behindUnread && !place.onNewLine();
        if (!rest) {
            tell(place, problem);
        }
        int end = end(place, problem);
        // What follows a semicolon too many, in its line, is the rest of the statement.
        behindUnread = place.at() == end && place.at() > place.start() ? end + 1 : -1;
        TreeSet<String> names = new TreeSet<>();
        tokens.subList(place.start(), end + 1).stream()
                .filter(Tokens::isName)
                .forEach(token -> names.add(Tokens.nameText(token)));
        unread.add(new Unread(stretch(place.start(), end), names));
        parser.getInputStream().seek(end + 1);
    }

    // Up to the semicolon that should stand, where one is missing and the next statement was read into this one.
    private int end(Place place, SyntaxProblem problem) {
        int end = extent.end(place.start());
        if (problem instanceof StatementProblem.MissingSemicolon && !place.has(OrbitParser.LEFT_BRACE)) {
            while (end > place.start()
                    && Tokens.span(tokens.get(end)).end() > problem.span().start()) {
                end--;
            }
        }
        return end;
    }

    private Span stretch(int from, int to) {
        return Tokens.span(tokens.get(from)).to(Tokens.span(tokens.get(to)));
    }

    /** Reports the problem of a statement that is given up. */
    void tell(Place place, SyntaxProblem problem) {
        int end = Tokens.span(tokens.get(extent.end(place.start()))).end();
        tell(place, Math.max(end, problem.span().end()), problem);
    }

    // Once a problem of a statement has been reported, what follows from it is no news; nor are the neighbours of a
    // statement in the wrong place.
    private void tell(Place place, int end, SyntaxProblem problem) {
        int start = place.start() == 0
                ? 0
                : Tokens.span(tokens.get(place.start() - 1)).end();
        boolean told = findings.any(p ->
                !(p instanceof StatementProblem.MissingSemicolon && p.span().start() == start)
                        && p.span().start() >= start
                        && p.span().start() <= end);
        if (!told && !isMisplacedAgain(place, problem) && !findings.isQuiet(problem)) {
            findings.add(problem);
        }
    }

    private boolean isMisplacedAgain(Place place, SyntaxProblem problem) {
        if (!(problem instanceof StatementProblem.Misplaced misplaced)) {
            return false;
        }
        boolean again = place.start() == behindMisplaced && misplaced.rule().equals(misplacedRule);
        behindMisplaced = extent.end(place.start()) + 1;
        misplacedRule = misplaced.rule();
        return again;
    }

    private Place place(Parser parser, int at, IntervalSet expected) {
        int start = at;
        for (var context = parser.getContext(); context != null; context = context.getParent()) {
            if (RECOVERING.contains(context.getRuleIndex())) {
                start = indexOf(context.getStart());
                break;
            }
        }
        return new Place(source, tokens, start, at, parser.getContext().getRuleIndex(), expected);
    }

    private int index(Parser parser) {
        return parser.getInputStream().index();
    }

    private int indexOf(Token token) {
        return token.getTokenIndex();
    }
}
