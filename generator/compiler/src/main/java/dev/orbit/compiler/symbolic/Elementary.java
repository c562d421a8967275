package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.formula.Traversal;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the functions of the language by few of them, so that what depends on one another is seen to: hyperbolic and
 * logistic functions by exponentials, exponentials of sums as products, circular functions by the tangent of half the
 * angle (t = tan(u/2): sin u = 2t/(1+t^2), cos u = (1-t^2)/(1+t^2)). Each rewrite holds wherever the formula is defined,
 * but for poles. A root of what may be negative becomes opaque: {@code sqrt(x)^2} is not {@code x} for all x.
 */
final class Elementary {
    /** Coefficients whose denominators divide this are whole numbers of one unit: exp(x/2) is a power of exp(x/12). */
    private static final int UNITS = 12;

    private static final int LARGEST_POWER = 96;

    private final Formulas formulas;
    private final Signs signs;
    private final boolean fractions;

    /**
     * A rewriting into {@code formulas}.
     *
     * @param signs what is known to be positive, of formulas before and after rewriting
     * @param fractions whether exponents may be fractions, so that exponentials are counted in small units
     */
    Elementary(Formulas formulas, Signs signs, boolean fractions) {
        this.formulas = formulas;
        this.signs = signs;
        this.fractions = fractions;
    }

    /** The formulas in terms of fewer functions. */
    List<Formula> rewrite(List<Formula> roots) {
        Map<Formula, Formula> images = new HashMap<>();
        for (Formula node : Traversal.bottomUp(roots)) {
            images.put(
                    node,
                    rewrite(node, node.operands().stream().map(images::get).toList()));
        }
        return roots.stream().map(images::get).toList();
    }

    private Formula rewrite(Formula node, List<Formula> operands) {
        if (node instanceof Formula.Apply1 apply) {
            return apply1(apply.function(), operands.get(0));
        } else if (node instanceof Formula.Apply2 apply) {
            return apply2(apply.function(), operands.get(0), operands.get(1));
        }
        return formulas.like(node, operands);
    }

    private Formula apply1(Function1 function, Formula x) {
        return switch (function) {
            case NEGATE, SQUARE, RECIPROCAL, ABS, SIGN, HEAVISIDE, RELU -> formulas.apply(function, x);
            case LGAMMA, DIGAMMA, TRIGAMMA, LOG -> formulas.apply(function, x);
            case EXP -> exp(x);
            case EXPM1 -> formulas.subtract(exp(x), one());
            case LOG1P -> log(formulas.add(one(), x));
            case SQRT -> root(x);
            case SIN -> formulas.divide(twice(halfTangent(x)), onePlusSquare(halfTangent(x)));
            case COS ->
                formulas.divide(
                        formulas.subtract(one(), formulas.power(halfTangent(x), 2)), onePlusSquare(halfTangent(x)));
            case TAN ->
                formulas.divide(twice(halfTangent(x)), formulas.subtract(one(), formulas.power(halfTangent(x), 2)));
            case ACOS -> formulas.subtract(half(formulas.pi()), formulas.apply(Function1.ASIN, x));
            case ASIN, ATAN, ERF -> odd(function, x);
            case SINH -> half(formulas.subtract(exp(x), exp(formulas.negate(x))));
            case COSH -> cosh(x);
            case TANH -> formulas.divide(formulas.subtract(exp(twice(x)), one()), formulas.add(exp(twice(x)), one()));
            case SIGMOID -> formulas.divide(exp(x), formulas.add(one(), exp(x)));
            case SILU -> formulas.multiply(x, apply1(Function1.SIGMOID, x));
            case SOFTPLUS -> log(formulas.add(one(), exp(x)));
            case LOG1MEXP -> log(formulas.subtract(one(), exp(x)));
            case LOG_COSH -> log(cosh(x));
            case ERFC -> formulas.subtract(one(), odd(Function1.ERF, x));
            case GAUSSIAN -> exp(formulas.negate(formulas.power(x, 2)));
            case NORMAL_DENSITY ->
                formulas.divide(exp(formulas.negate(half(formulas.power(x, 2)))), root(twice(formulas.pi())));
            case NORMAL_CDF ->
                half(formulas.add(one(), odd(Function1.ERF, formulas.divide(x, root(formulas.number(2))))));
            case GELU -> formulas.multiply(x, apply1(Function1.NORMAL_CDF, x));
        };
    }

    private Formula apply2(Function2 function, Formula x, Formula y) {
        return switch (function) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, ATAN2, MAX, MIN, GREATER, RATIO, POLYGAMMA ->
                formulas.apply(function, x, y);
            case SCALE -> formulas.multiply(x, y);
            case HYPOT -> formulas.apply(Function1.SQRT, formulas.add(formulas.power(x, 2), formulas.power(y, 2)));
            case LOG_ADD_EXP -> log(formulas.add(exp(x), exp(y)));
            case LOWER_POWER -> apply2(Function2.POWER, x, formulas.subtract(y, one()));
            case POWER -> power(x, y);
        };
    }

    private Formula power(Formula x, Formula y) {
        Formula power = formulas.apply(Function2.POWER, x, y);
        if (RationalForms.isRationalNode(power) || !signs.isPositive(x)) {
            return power;
        }
        boolean halves = y instanceof Formula.Number number
                && number.value().times(Rational.TWO).isIntegerWithin(LARGEST_POWER);
        return halves ? formulas.apply(Function2.POWER, root(x), twice(y)) : exp(formulas.multiply(y, log(x)));
    }

    /** A root that satisfies {@code root^2 = x} for all x, or an opaque one. */
    private Formula root(Formula x) {
        return signs.isPositive(x)
                ? formulas.apply(Function1.SQRT, x)
                : formulas.call("sqrt of any", List.of(), List.of(x));
    }

    private Formula one() {
        return formulas.number(1);
    }

    private Formula log(Formula x) {
        return formulas.apply(Function1.LOG, x);
    }

    private Formula cosh(Formula x) {
        return half(formulas.add(exp(x), exp(formulas.negate(x))));
    }

    private Formula twice(Formula x) {
        return formulas.multiply(formulas.number(2), x);
    }

    private Formula half(Formula x) {
        return formulas.multiply(formulas.number(Rational.of(1, 2)), x);
    }

    private Formula onePlusSquare(Formula t) {
        return formulas.add(formulas.number(1), formulas.power(t, 2));
    }

    private Formula halfTangent(Formula x) {
        return odd(Function1.TAN, half(x));
    }

    /** An odd function, of an argument whose first coefficient is positive. */
    private Formula odd(Function1 function, Formula x) {
        Polynomial polynomial = Polynomial.of(x);
        boolean negative = !polynomial.terms().isEmpty()
                && requireNonNull(polynomial.terms().get(polynomial.terms().firstKey()))
                                .signum()
                        < 0;
        Formula argument = sum(negative ? polynomial.scaled(Rational.MINUS_ONE) : polynomial);
        Formula value = formulas.apply(function, argument);
        return negative ? formulas.negate(value) : value;
    }

    private Formula sum(Polynomial polynomial) {
        return polynomial.terms().entrySet().stream()
                .map(term -> formulas.multiply(
                        formulas.number(term.getValue()), term.getKey().formula(formulas)))
                .reduce(formulas::add)
                .orElseGet(() -> formulas.number(0));
    }

    /** The exponential of a sum, as a product of powers of exponentials of its monomials. */
    private Formula exp(Formula x) {
        return Polynomial.of(x).terms().entrySet().stream()
                .map(term -> exp(term.getKey(), term.getValue()))
                .reduce(formulas::multiply)
                .orElseGet(() -> formulas.number(1));
    }

    private Formula exp(Polynomial.Monomial monomial, Rational coefficient) {
        boolean whole = coefficient.isIntegerWithin(LARGEST_POWER / UNITS);
        if (whole
                && monomial.single().isPresent()
                && isLogOfPositive(monomial.single().get())) {
            return formulas.power(
                    monomial.single().get().operands().get(0),
                    coefficient.numerator().intValue());
        }
        int units = fractions ? UNITS : 1;
        Rational count = coefficient.times(Rational.of(units));
        Formula argument = monomial.formula(formulas);
        if (count.isIntegerWithin(LARGEST_POWER)) {
            Formula unit = formulas.multiply(formulas.number(Rational.of(1, units)), argument);
            return formulas.power(
                    formulas.apply(Function1.EXP, unit), count.numerator().intValue());
        }
        Rational magnitude = coefficient.signum() < 0 ? coefficient.negated() : coefficient;
        Formula value = formulas.apply(Function1.EXP, formulas.multiply(formulas.number(magnitude), argument));
        return coefficient.signum() < 0 ? formulas.apply(Function1.RECIPROCAL, value) : value;
    }

    private boolean isLogOfPositive(Formula formula) {
        return formula instanceof Formula.Apply1 apply
                && apply.function() == Function1.LOG
                && signs.isPositive(apply.x());
    }
}
