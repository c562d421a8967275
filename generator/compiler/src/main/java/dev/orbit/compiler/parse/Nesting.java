package dev.orbit.compiler.parse;

import dev.orbit.grammar.OrbitLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Counts how deep a tree the tokens seen so far make: brackets, and within each of them the prefix signs, powers and
 * repeated subscripts that stand in one another. Sums and products are flat and do not count.
 */
final class Nesting {
    private static final Set<Integer> SINKS =
            Set.of(OrbitLexer.MINUS, OrbitLexer.NOT, OrbitLexer.POWER, OrbitLexer.POWER_EACH);

    /** Of each open bracket: how many signs deep it stands in the one around it. */
    private final Deque<Integer> outer = new ArrayDeque<>();

    private int signs;
    private int sum;
    private boolean operandBefore;

    int depth() {
        return outer.size() + sum + signs;
    }

    /** The next token, unless it is a closing bracket. */
    void see(Token token) {
        boolean binaryMinus = token.getType() == OrbitLexer.MINUS && operandBefore;
        if (Tokens.opens(token)) {
            boolean subscript = token.getType() == OrbitLexer.LEFT_BRACKET && operandBefore;
            outer.push(signs + (subscript ? 1 : 0));
            sum += outer.peek();
            signs = 0;
        } else if (SINKS.contains(token.getType()) && !binaryMinus) {
            signs++;
        } else if (!Tokens.endsOperand(token)) {
            signs = 0;
        }
        operandBefore = Tokens.endsOperand(token);
    }

    /** The innermost bracket ends, or is taken to end. */
    void close() {
        signs = outer.pop();
        sum -= signs;
        operandBefore = true;
    }
}
