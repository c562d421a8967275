package dev.orbit.compiler.formula;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;

/** Computes with closed forms: what is evaluated in this arithmetic is written down, and lightly simplified. */
public final class FormulaArithmetic implements Arithmetic<Formula> {
    private final Formulas formulas;

    public FormulaArithmetic(Formulas formulas) {
        this.formulas = formulas;
    }

    /** The double, to its last bit; for a number that an author wrote as a decimal use {@link Formulas#decimal}. */
    @Override
    public Formula constant(double c) {
        if (Double.isNaN(c)) {
            return formulas.constant(Formula.Constant.Kind.UNDEFINED);
        } else if (Double.isInfinite(c)) {
            Formula infinity = formulas.constant(Formula.Constant.Kind.INFINITY);
            return c > 0 ? infinity : formulas.negate(infinity);
        }
        return formulas.number(Rational.exactly(c));
    }

    @Override
    public Formula pi() {
        return formulas.pi();
    }

    @Override
    public Formula apply(Function1 f, Formula x) {
        return formulas.apply(f, x);
    }

    @Override
    public Formula apply(Function2 f, Formula x, Formula y) {
        return formulas.apply(f, x, y);
    }
}
