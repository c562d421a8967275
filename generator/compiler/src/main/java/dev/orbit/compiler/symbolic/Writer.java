package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes rational functions, and roots, as Symja expressions, by Symja's factory and never as text. Each symbol becomes an opaque
 * one with a generated name, in the order in which they are met; numbers are exact.
 */
final class Writer {
    private static final Map<Function1, UnaryOperator<IExpr>> WRITERS1 = new EnumMap<>(Map.of(
            Function1.NEGATE, F::Negate,
            Function1.SQUARE, F::Sqr,
            Function1.RECIPROCAL, x -> F.Power(x, F.CN1),
            Function1.SQRT, F::Sqrt));
    private static final Map<Function2, BinaryOperator<IExpr>> WRITERS2 = new EnumMap<>(Map.of(
            Function2.ADD, F::Plus,
            Function2.SUBTRACT, F::Subtract,
            Function2.MULTIPLY, F::Times,
            Function2.DIVIDE, F::Divide,
            Function2.POWER, F::Power));

    private final Map<Formula.Symbol, ISymbol> symbols = new LinkedHashMap<>();

    /** The expressions, in order. */
    List<IExpr> write(List<Formula> roots) {
        Map<Formula, IExpr> written = Traversal.fold(roots, this::write);
        return roots.stream().map(written::get).toList();
    }

    /** The opaque symbol that stands for this one. */
    ISymbol opaque(Formula.Symbol symbol) {
        // padded, so that Symja's lexicographic order is ours
        return symbols.computeIfAbsent(symbol, s -> F.Dummy(String.format("v%06d", symbols.size())));
    }

    /** What the opaque symbols stand for. */
    Map<Formula.Symbol, ISymbol> opaqueSymbols() {
        return symbols;
    }

    private IExpr write(Formula node, List<IExpr> operands) {
        return node.match(new Formula.Cases<>(
                number -> exact(number.value()),
                constant -> refuse(node),
                this::opaque,
                apply -> WRITERS1.getOrDefault(apply.function(), x -> refuse(node))
                        .apply(operands.get(0)),
                apply -> WRITERS2.getOrDefault(apply.function(), (x, y) -> refuse(node))
                        .apply(operands.get(0), operands.get(1)),
                call -> refuse(node),
                compare -> refuse(node),
                logic -> refuse(node),
                choice -> refuse(node)));
    }

    private static IExpr exact(Rational value) {
        return value.isInteger() ? F.ZZ(value.numerator()) : F.QQ(F.ZZ(value.numerator()), F.ZZ(value.denominator()));
    }

    private static IExpr refuse(Formula node) {
        throw new SymbolicException("not a rational function: " + node);
    }
}
