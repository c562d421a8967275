package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IFraction;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Reads a Symja expression back. Only sums, products, whole powers, exact numbers and the symbols handed over are
 * known, and heads are told by identity: names are changed in case and texts are wrapped by Symja. Anything else is a
 * fault, not a guess.
 *
 * <p>Recursive, as Symja itself is over its expressions; it runs on the same large stack.
 */
final class Reader {
    private final Formulas formulas;
    private final Assembly assembly;
    private final Map<ISymbol, Formula> symbols = new IdentityHashMap<>();

    /**
     * A reader into {@code formulas}.
     *
     * @param symbols what each opaque symbol stands for; their order is the order of operands
     */
    Reader(Formulas formulas, Assembly assembly, Map<Formula.Symbol, ISymbol> symbols) {
        this.formulas = formulas;
        this.assembly = assembly;
        symbols.forEach((meaning, opaque) -> this.symbols.put(opaque, meaning));
    }

    /** @throws SymbolicException for an expression that is not a rational function of the symbols */
    Formula read(IExpr expression) {
        if (expression instanceof IInteger integer) {
            return formulas.number(new Rational(integer.toBigNumerator(), BigInteger.ONE));
        } else if (expression instanceof IFraction fraction) {
            return formulas.number(new Rational(fraction.toBigNumerator(), fraction.toBigDenominator()));
        } else if (expression instanceof ISymbol symbol && symbols.containsKey(symbol)) {
            return symbols.get(symbol);
        } else if (expression instanceof IAST application) {
            return read(application);
        }
        throw unknown(expression);
    }

    private Formula read(IAST application) {
        IExpr head = application.head();
        if (head == S.Plus) {
            return assembly.sum(arguments(application));
        } else if (head == S.Times) {
            return assembly.product(arguments(application));
        } else if (head == S.Power
                && application.argSize() == 2
                && application.arg2() instanceof IInteger exponent
                && exponent.toIntDefault() != Integer.MIN_VALUE) {
            return formulas.power(read(application.arg1()), exponent.toIntDefault());
        }
        throw unknown(application);
    }

    private List<Formula> arguments(IAST application) {
        List<Formula> arguments = new ArrayList<>();
        for (int i = 1; i <= application.argSize(); i++) {
            arguments.add(read(application.get(i)));
        }
        return arguments;
    }

    private static SymbolicException unknown(IExpr expression) {
        return new SymbolicException(
                "a derivative came back with something that is no rational function: " + expression);
    }
}
