package dev.orbit.compiler.function;

import static dev.orbit.compiler.function.Function1.ABS;
import static dev.orbit.compiler.function.Function1.COS;
import static dev.orbit.compiler.function.Function1.COSH;
import static dev.orbit.compiler.function.Function1.ERF;
import static dev.orbit.compiler.function.Function1.ERFC;
import static dev.orbit.compiler.function.Function1.EXP;
import static dev.orbit.compiler.function.Function1.EXPM1;
import static dev.orbit.compiler.function.Function1.GAUSSIAN;
import static dev.orbit.compiler.function.Function1.LOG;
import static dev.orbit.compiler.function.Function1.LOG1MEXP;
import static dev.orbit.compiler.function.Function1.LOG1P;
import static dev.orbit.compiler.function.Function1.LOG_COSH;
import static dev.orbit.compiler.function.Function1.NEGATE;
import static dev.orbit.compiler.function.Function1.NORMAL_CDF;
import static dev.orbit.compiler.function.Function1.RECIPROCAL;
import static dev.orbit.compiler.function.Function1.SIGMOID;
import static dev.orbit.compiler.function.Function1.SILU;
import static dev.orbit.compiler.function.Function1.SIN;
import static dev.orbit.compiler.function.Function1.SINH;
import static dev.orbit.compiler.function.Function1.SOFTPLUS;
import static dev.orbit.compiler.function.Function1.SQRT;
import static dev.orbit.compiler.function.Function1.SQUARE;
import static dev.orbit.compiler.function.Function1.TANH;
import static dev.orbit.compiler.function.Function2.ADD;
import static dev.orbit.compiler.function.Function2.DIVIDE;
import static dev.orbit.compiler.function.Function2.LOG_ADD_EXP;
import static dev.orbit.compiler.function.Function2.MULTIPLY;
import static dev.orbit.compiler.function.Function2.SUBTRACT;

import dev.orbit.compiler.function.Pattern.Apply1;
import dev.orbit.compiler.function.Pattern.Apply2;
import dev.orbit.compiler.function.Pattern.Hole;
import dev.orbit.compiler.function.Pattern.Number;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue of stable forms.
 *
 * <p>A rewriter goes from the arguments to the applications, tries the forms in this order at each application, takes the first that
 * fits, and tries again on what came out: {@code log(1 - 1/(1 + exp(-u)))} becomes {@code -softplus(u)} in three steps. Not in the
 * catalogue: {@code sqrt(x^2 + y^2)}, because {@code hypot} costs five times as much and is there to be written; {@code log(exp(u) - 1)}
 * beyond {@code log(expm1(u))}, because {@code u + log1mexp(-u)} does not overflow but loses digits around log 2.
 */
final class StableForms {
    private static final Pattern U = new Hole(0);
    private static final Pattern V = new Hole(1);
    private static final Pattern ONE = new Number(1);
    private static final Pattern TWO = new Number(2);
    private static final Pattern HALF = new Number(0.5);

    private final List<StableForm> forms = new ArrayList<>();

    private StableForms() {}

    static List<StableForm> all() {
        StableForms catalogue = new StableForms();
        catalogue.logarithms();
        // before the sigmoids, whose "v / (1 + exp(u))" would take their quotients
        catalogue.hyperbolic();
        catalogue.sigmoids();
        catalogue.differences();
        catalogue.errorFunctions();
        catalogue.roots();
        return List.copyOf(catalogue.forms);
    }

    private void logarithms() {
        add("log(1 + exp(u)) -> softplus(u)", of(LOG, of(ADD, ONE, of(EXP, U))), of(SOFTPLUS, U));
        add("log1p(exp(u)) -> softplus(u)", of(LOG1P, of(EXP, U)), of(SOFTPLUS, U));
        add("log(1 - exp(u)) -> log1mexp(u)", of(LOG, of(NEGATE, of(EXPM1, U))), of(LOG1MEXP, U));
        add("log(1 - exp(u)) -> log1mexp(u)", of(LOG, of(SUBTRACT, ONE, of(EXP, U))), of(LOG1MEXP, U));
        add("log1p(-exp(u)) -> log1mexp(u)", of(LOG1P, of(NEGATE, of(EXP, U))), of(LOG1MEXP, U));
        add(
                "log(exp(u) + exp(v)) -> logaddexp(u, v)",
                of(LOG, of(ADD, of(EXP, U), of(EXP, V))),
                new Apply2(LOG_ADD_EXP, U, V));
        add("log(sigmoid(u)) -> -softplus(-u)", of(LOG, of(SIGMOID, U)), of(NEGATE, of(SOFTPLUS, of(NEGATE, U))));
        add("log(cosh(u)) -> logcosh(u)", of(LOG, of(COSH, U)), of(LOG_COSH, U));
        add("log(exp(u)) -> u", of(LOG, of(EXP, U)), U);
        add("log(1 + u) -> log1p(u)", of(LOG, of(ADD, ONE, U)), of(LOG1P, U));
        add("log(1 - u) -> log1p(-u)", of(LOG, of(SUBTRACT, ONE, U)), of(LOG1P, of(NEGATE, U)));
    }

    private void sigmoids() {
        Pattern decay = of(ADD, ONE, of(EXP, of(NEGATE, U)));
        Pattern growth = of(ADD, ONE, of(EXP, U));
        Pattern mirrored = of(SIGMOID, of(NEGATE, U));
        add("1 / (1 + exp(-u)) -> sigmoid(u)", of(DIVIDE, ONE, decay), of(SIGMOID, U));
        add("1 / (1 + exp(-u)) -> sigmoid(u)", of(RECIPROCAL, decay), of(SIGMOID, U));
        add("1 / (1 + exp(u)) -> sigmoid(-u)", of(DIVIDE, ONE, growth), mirrored);
        add("1 / (1 + exp(u)) -> sigmoid(-u)", of(RECIPROCAL, growth), mirrored);
        add("exp(u) / (1 + exp(u)) -> sigmoid(u)", of(DIVIDE, of(EXP, U), growth), of(SIGMOID, U));
        add(
                "exp(u) / (1 + exp(u))^2 -> sigmoid(u) * sigmoid(-u)",
                of(DIVIDE, of(EXP, U), of(SQUARE, growth)),
                of(MULTIPLY, of(SIGMOID, U), mirrored));
        add("u / (1 + exp(-u)) -> silu(u)", of(DIVIDE, U, decay), of(SILU, U));
        add("v / (1 + exp(-u)) -> v * sigmoid(u)", of(DIVIDE, V, decay), of(MULTIPLY, V, of(SIGMOID, U)));
        add("v / (1 + exp(u)) -> v * sigmoid(-u)", of(DIVIDE, V, growth), of(MULTIPLY, V, mirrored));
        add("1 - sigmoid(u) -> sigmoid(-u)", of(SUBTRACT, ONE, of(SIGMOID, U)), mirrored);
        add(
                "2 * sigmoid(u) - 1 -> tanh(u / 2)",
                of(SUBTRACT, of(MULTIPLY, TWO, of(SIGMOID, U)), ONE),
                of(TANH, of(MULTIPLY, HALF, U)));
    }

    private void hyperbolic() {
        Pattern difference = of(SUBTRACT, of(EXP, U), of(EXP, of(NEGATE, U)));
        Pattern sum = of(ADD, of(EXP, U), of(EXP, of(NEGATE, U)));
        add("(exp(u) - exp(-u)) / (exp(u) + exp(-u)) -> tanh(u)", of(DIVIDE, difference, sum), of(TANH, U));
        add("(exp(u) - exp(-u)) / 2 -> sinh(u)", of(DIVIDE, difference, TWO), of(SINH, U));
        add("(exp(u) - exp(-u)) / 2 -> sinh(u)", of(MULTIPLY, HALF, difference), of(SINH, U));
        add("(exp(u) + exp(-u)) / 2 -> cosh(u)", of(DIVIDE, sum, TWO), of(COSH, U));
        add("(exp(u) + exp(-u)) / 2 -> cosh(u)", of(MULTIPLY, HALF, sum), of(COSH, U));
        Pattern half = of(MULTIPLY, HALF, U);
        add(
                "(exp(u) - 1) / (exp(u) + 1) -> tanh(u / 2)",
                of(DIVIDE, of(EXPM1, U), of(ADD, of(EXP, U), ONE)),
                of(TANH, half));
        add(
                "(1 - exp(u)) / (1 + exp(u)) -> -tanh(u / 2)",
                of(DIVIDE, of(NEGATE, of(EXPM1, U)), of(ADD, ONE, of(EXP, U))),
                of(NEGATE, of(TANH, half)));
    }

    private void differences() {
        Pattern half = of(MULTIPLY, HALF, U);
        add("exp(u) - 1 -> expm1(u)", of(SUBTRACT, of(EXP, U), ONE), of(EXPM1, U));
        add("exp(u) - 1 -> expm1(u)", of(ADD, of(EXP, U), new Number(-1)), of(EXPM1, U));
        add("1 - exp(u) -> -expm1(u)", of(SUBTRACT, ONE, of(EXP, U)), of(NEGATE, of(EXPM1, U)));
        add(
                "1 - cos(u) -> 2 * sin(u / 2)^2",
                of(SUBTRACT, ONE, of(COS, U)),
                of(MULTIPLY, TWO, of(SQUARE, of(SIN, half))));
        add(
                "cosh(u) - 1 -> 2 * sinh(u / 2)^2",
                of(SUBTRACT, of(COSH, U), ONE),
                of(MULTIPLY, TWO, of(SQUARE, of(SINH, half))));
        Pattern root = of(SQRT, of(ADD, ONE, U));
        add("sqrt(1 + u) - 1 -> u / (sqrt(1 + u) + 1)", of(SUBTRACT, root, ONE), of(DIVIDE, U, of(ADD, root, ONE)));
        add(
                "1 - u^2 -> (1 - u) * (1 + u)",
                of(SUBTRACT, ONE, of(SQUARE, U)),
                of(MULTIPLY, of(SUBTRACT, ONE, U), of(ADD, ONE, U)));
    }

    private void errorFunctions() {
        add("1 - erf(u) -> erfc(u)", of(SUBTRACT, ONE, of(ERF, U)), of(ERFC, U));
        add("1 + erf(u) -> erfc(-u)", of(ADD, ONE, of(ERF, U)), of(ERFC, of(NEGATE, U)));
        add("erf(u) - 1 -> -erfc(u)", of(SUBTRACT, of(ERF, U), ONE), of(NEGATE, of(ERFC, U)));
        add("1 - erfc(u) -> erf(u)", of(SUBTRACT, ONE, of(ERFC, U)), of(ERF, U));
        Pattern quantile = of(NEGATE, of(DIVIDE, U, of(SQRT, TWO)));
        Pattern negative = of(DIVIDE, of(NEGATE, U), of(SQRT, TWO));
        String normal = "(1 + erf(u / sqrt(2))) / 2 -> the normal distribution function of u";
        add(normal, of(MULTIPLY, HALF, of(ERFC, quantile)), of(NORMAL_CDF, U));
        add(normal, of(DIVIDE, of(ERFC, quantile), TWO), of(NORMAL_CDF, U));
        add(normal, of(MULTIPLY, HALF, of(ERFC, negative)), of(NORMAL_CDF, U));
        add(normal, of(DIVIDE, of(ERFC, negative), TWO), of(NORMAL_CDF, U));
        add("exp(-u^2) -> the same with u^2 unrounded", of(EXP, of(NEGATE, of(SQUARE, U))), of(GAUSSIAN, U));
    }

    private void roots() {
        add("sqrt(u^2) -> abs(u)", of(SQRT, of(SQUARE, U)), of(ABS, U));
    }

    private void add(String name, Pattern pattern, Pattern replacement) {
        forms.add(new StableForm(name, pattern, replacement));
    }

    private static Pattern of(Function1 f, Pattern x) {
        return new Apply1(f, x);
    }

    private static Pattern of(Function2 f, Pattern x, Pattern y) {
        return new Apply2(f, x, y);
    }
}
