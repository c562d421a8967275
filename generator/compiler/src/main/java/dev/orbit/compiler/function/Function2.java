package dev.orbit.compiler.function;

import dev.orbit.compiler.function.Spelling.Binding;
import dev.orbit.runtime.Functions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The functions of two numbers: those of the language, and those that their derivatives need. Closed under differentiation. */
public enum Function2 {
    ADD("", Double::sum, Spelling.infix("+", Binding.ADDITIVE), Cost.ADDITION),
    SUBTRACT("", (x, y) -> x - y, Spelling.infix("-", Binding.ADDITIVE), Cost.ADDITION),
    MULTIPLY("", (x, y) -> x * y, Spelling.infix("*", Binding.MULTIPLICATIVE), Cost.MULTIPLICATION),
    DIVIDE("", (x, y) -> x / y, Spelling.infix("/", Binding.MULTIPLICATIVE), Cost.DIVISION),
    POWER("pow", Math::pow, Spelling.call2("Math.pow"), Cost.function(30)),

    /** x^(y - 1), to full accuracy also where y - 1 is not a double: the factor of the derivative of a power. */
    LOWER_POWER("", Functions::lowerPower, Spelling.call2("Functions.lowerPower"), Cost.function(32)),

    /** The angle of the point (y, x): the first argument is the ordinate, as in Java. */
    ATAN2("atan2", StrictMath::atan2, Spelling.call2("StrictMath.atan2"), Cost.function(30)),
    HYPOT("hypot", StrictMath::hypot, Spelling.call2("StrictMath.hypot"), Cost.function(25)),
    MAX("max", Math::max, Spelling.call2("Math.max"), Cost.COMPARISON),
    MIN("min", Math::min, Spelling.call2("Math.min"), Cost.COMPARISON),
    /** log(exp(x) + exp(y)). */
    LOG_ADD_EXP("", Functions::logAddExp, Spelling.call2("Functions.logAddExp"), Cost.function(35)),

    /** 1 where x &gt; y, else 0. */
    GREATER("", Functions::greater, Spelling.call2("Functions.greater"), Cost.COMPARISON),
    /** x*y, but 0 where x is 0, whatever y: the limit where y is a power or a logarithm that runs away. */
    SCALE("", Functions::scale, Spelling.call2("Functions.scale"), Cost.MULTIPLICATION),
    /** x/y, but 0 where y is 0: the subgradient of least norm where y is a distance. */
    RATIO("", Functions::ratio, Spelling.call2("Functions.ratio"), Cost.DIVISION),
    /** The derivative of order x + 1 of the logarithm of the gamma function at y; x is a whole number from 0. */
    POLYGAMMA("", Functions::polygamma, Spelling.call2("Functions.polygamma"), Cost.function(100));

    private final String word;
    private final DoubleBinaryOperator value;
    private final Spelling java;
    private final Cost cost;

    Function2(String word, DoubleBinaryOperator value, Spelling java, Cost cost) {
        this.word = word;
        this.value = value;
        this.java = java;
        this.cost = cost;
    }

    /** The function that a spec calls {@code word}. */
    public static Optional<Function2> named(String word) {
        return Arrays.stream(values())
                .filter(f -> !f.word.isEmpty() && f.word.equals(word))
                .findFirst();
    }

    /** How a spec calls it as a function, if it does. Operators have no word, but {@code ^} is also {@code pow}. */
    public Optional<String> word() {
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    /** The value in doubles: the same bits as {@link #java} computes. */
    public double value(double x, double y) {
        return value.applyAsDouble(x, y);
    }

    public Spelling java() {
        return java;
    }

    public Cost cost() {
        return cost;
    }

    /** Whether {@code f(x, y)} and {@code f(y, x)} have the same bits, except which NaN it is. */
    public boolean commutative() {
        return switch (this) {
            case ADD, MULTIPLY, HYPOT, MAX, MIN, LOG_ADD_EXP -> true;
            case SUBTRACT, DIVIDE, POWER, LOWER_POWER, ATAN2, GREATER, SCALE, RATIO, POLYGAMMA -> false;
        };
    }

    public Differentiability differentiability() {
        return Exceptions.of(this);
    }

    /** The head of the same function in Symja, where it knows one that it differentiates correctly. */
    public Optional<String> symjaHead() {
        return SymjaHeads.of(this);
    }

    /**
     * The partial derivative by the first argument.
     *
     * @param value this function of {@code x} and {@code y}, already computed
     */
    public <V> V derivative1(Arithmetic<V> on, V x, V y, V value) {
        return Derivatives2.first(this, on, x, y, value);
    }

    /**
     * The partial derivative by the second argument.
     *
     * @param value this function of {@code x} and {@code y}, already computed
     */
    public <V> V derivative2(Arithmetic<V> on, V x, V y, V value) {
        return Derivatives2.second(this, on, x, y, value);
    }
}
