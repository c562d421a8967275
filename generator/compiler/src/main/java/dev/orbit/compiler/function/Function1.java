package dev.orbit.compiler.function;

import dev.orbit.compiler.function.Spelling.Binding;
import dev.orbit.runtime.Functions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The functions of one number: those of the language, and those that their derivatives need.
 *
 * <p>The rows are closed under differentiation: every derivative is made of rows, so that one can differentiate as often as one likes.
 * A row without a {@link #word} cannot be written in a spec; it comes from a derivative or from a stable form.
 */
public enum Function1 {
    NEGATE("", x -> -x, new Spelling("-#", Binding.UNARY), Cost.SIGN),
    /** One rounding, so {@code x^2} is {@code x * x}, which is also what {@code Math.pow(x, 2)} returns. */
    SQUARE("", x -> x * x, new Spelling("# * #", Binding.MULTIPLICATIVE), Cost.MULTIPLICATION),
    RECIPROCAL("", x -> 1 / x, new Spelling("1 / #", Binding.MULTIPLICATIVE), Cost.DIVISION),

    EXP("exp", Functions::exp, Spelling.call1("Functions.exp"), Cost.function(12)),
    LOG("log", Functions::log, Spelling.call1("Functions.log"), Cost.function(12)),
    LOG1P("log1p", Functions::log1p, Spelling.call1("Functions.log1p"), Cost.function(20)),
    EXPM1("expm1", Functions::expm1, Spelling.call1("Functions.expm1"), Cost.function(20)),
    SQRT("sqrt", Math::sqrt, Spelling.call1("Math.sqrt"), Cost.ROOT),

    ABS("abs", Math::abs, Spelling.call1("Math.abs"), Cost.SIGN),
    SIGN("sign", Math::signum, Spelling.call1("Math.signum"), Cost.COMPARISON),
    /** 1 where x &gt; 0, else 0. */
    HEAVISIDE("", Functions::heaviside, Spelling.call1("Functions.heaviside"), Cost.COMPARISON),
    RELU("relu", Functions::relu, Spelling.call1("Functions.relu"), Cost.COMPARISON),

    SIN("sin", Math::sin, Spelling.call1("Math.sin"), Cost.function(15)),
    COS("cos", Math::cos, Spelling.call1("Math.cos"), Cost.function(15)),
    TAN("tan", Math::tan, Spelling.call1("Math.tan"), Cost.function(20)),
    ASIN("asin", StrictMath::asin, Spelling.call1("StrictMath.asin"), Cost.function(25)),
    ACOS("acos", StrictMath::acos, Spelling.call1("StrictMath.acos"), Cost.function(25)),
    ATAN("atan", StrictMath::atan, Spelling.call1("StrictMath.atan"), Cost.function(20)),
    SINH("sinh", StrictMath::sinh, Spelling.call1("StrictMath.sinh"), Cost.function(30)),
    COSH("cosh", StrictMath::cosh, Spelling.call1("StrictMath.cosh"), Cost.function(25)),
    TANH("tanh", Functions::tanh, Spelling.call1("Functions.tanh"), Cost.function(25)),

    SIGMOID("sigmoid", Functions::sigmoid, Spelling.call1("Functions.sigmoid"), Cost.function(18)),
    SOFTPLUS("softplus", Functions::softplus, Spelling.call1("Functions.softplus"), Cost.function(35)),
    SILU("silu", Functions::silu, Spelling.call1("Functions.silu"), Cost.function(20)),
    GELU("gelu", Functions::gelu, Spelling.call1("Functions.gelu"), Cost.function(40)),
    /** log(1 - exp(x)) for x &lt; 0. */
    LOG1MEXP("", Functions::log1mexp, Spelling.call1("Functions.log1mexp"), Cost.function(35)),
    LOG_COSH("", Functions::logCosh, Spelling.call1("Functions.logCosh"), Cost.function(35)),

    ERF("erf", Functions::erf, Spelling.call1("Functions.erf"), Cost.function(30)),
    ERFC("erfc", Functions::erfc, Spelling.call1("Functions.erfc"), Cost.function(40)),
    /** exp(-x^2). */
    GAUSSIAN("", Functions::gaussian, Spelling.call1("Functions.gaussian"), Cost.function(18)),
    /** exp(-x^2/2) / sqrt(2 pi). */
    NORMAL_DENSITY("", Functions::normalDensity, Spelling.call1("Functions.normalDensity"), Cost.function(18)),
    /** The integral of {@link #NORMAL_DENSITY} from minus infinity to x. */
    NORMAL_CDF("", Functions::normalCdf, Spelling.call1("Functions.normalCdf"), Cost.function(40)),

    /** log|Gamma(x)|. */
    LGAMMA("lgamma", Functions::lgamma, Spelling.call1("Functions.lgamma"), Cost.function(50)),
    DIGAMMA("", Functions::digamma, Spelling.call1("Functions.digamma"), Cost.function(60)),
    TRIGAMMA("", Functions::trigamma, Spelling.call1("Functions.trigamma"), Cost.function(60));

    private final String word;
    private final DoubleUnaryOperator value;
    private final Spelling java;
    private final Cost cost;

    Function1(String word, DoubleUnaryOperator value, Spelling java, Cost cost) {
        this.word = word;
        this.value = value;
        this.java = java;
        this.cost = cost;
    }

    /** The function that a spec calls {@code word}. */
    public static Optional<Function1> named(String word) {
        return Arrays.stream(values())
                .filter(f -> !f.word.isEmpty() && f.word.equals(word))
                .findFirst();
    }

    /** How a spec spells it, if it has a name there. */
    public Optional<String> word() {
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    /** The value in doubles: the same bits as {@link #java} computes. */
    public double value(double x) {
        return value.applyAsDouble(x);
    }

    public Spelling java() {
        return java;
    }

    public Cost cost() {
        return cost;
    }

    public Differentiability differentiability() {
        return Exceptions.of(this);
    }

    /** The head of the same function in Symja, where it knows one that it differentiates correctly. */
    public Optional<String> symjaHead() {
        return SymjaHeads.of(this);
    }

    /**
     * The derivative, in a form as accurate as the function.
     *
     * @param x the argument
     * @param value this function of {@code x}, already computed
     */
    public <V> V derivative(Arithmetic<V> on, V x, V value) {
        return Derivatives1.of(this, on, x, value);
    }

    /**
     * A derivative that costs no further function call but is accurate only relative to the largest value of the derivative; for
     * {@code numerics = fast}. Empty where the ordinary one is as cheap.
     */
    public <V> Optional<V> fastDerivative(Arithmetic<V> on, V x, V value) {
        return Derivatives1.fast(this, on, value);
    }
}
