package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Reduction;
import java.util.Arrays;
import java.util.Optional;

/** The built-in functions that are not simply elementwise. */
enum Family {
    SUM("sum", 1, 1),
    MEAN("mean", 1, 1),
    NORM("norm", 1, 1),
    MAX("max", 1, 2),
    MIN("min", 1, 2),
    LOGSUMEXP("logsumexp", 1, 1),
    DOT("dot", 2, 2),
    OUTER("outer", 2, 2),
    TRANSPOSE("transpose", 1, 1),
    DIAG("diag", 1, 1),
    SOLVE("solve", 2, 2),
    LOGDET("logdet", 1, 1),
    SOFTMAX("softmax", 1, 1),
    LOGSOFTMAX("logsoftmax", 1, 1),
    CLAMP("clamp", 3, 3),
    PUSH("push", 2, 2),
    EYE("eye", 1, 1),
    LAG("lag", 3, 3),
    KNOWN("known", 1, 1),
    REPEAT("repeat", 3, 3),
    NORMAL("normal", 2, 2),
    UNIFORM("uniform", 2, 2),
    GLOROT("glorot", 0, 0),
    ORTHOGONAL("orthogonal", 0, 0),
    GRADIENT("gradient", 1, Integer.MAX_VALUE),
    ORDER("order", 2, 2);

    private final String word;
    private final int least;
    private final int most;

    Family(String word, int least, int most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    static Optional<Family> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** What it does over steps, over running indices and over the entries of a value, if it reduces. */
    Optional<Reduction> reduction() {
        return switch (this) {
            case SUM -> Optional.of(Reduction.SUM);
            case MEAN -> Optional.of(Reduction.MEAN);
            case NORM -> Optional.of(Reduction.NORM);
            case MAX -> Optional.of(Reduction.MAX);
            case MIN -> Optional.of(Reduction.MIN);
            case LOGSUMEXP -> Optional.of(Reduction.LOGSUMEXP);
            case DOT, OUTER, TRANSPOSE, DIAG, SOLVE, LOGDET, SOFTMAX, LOGSOFTMAX, CLAMP, PUSH -> Optional.empty();
            case EYE, LAG, KNOWN, REPEAT, NORMAL, UNIFORM, GLOROT, ORTHOGONAL, GRADIENT, ORDER -> Optional.empty();
        };
    }

    /** What an {@code init} draws with it. */
    Optional<Init.Distribution> distribution() {
        return switch (this) {
            case NORMAL -> Optional.of(Init.Distribution.NORMAL);
            case UNIFORM -> Optional.of(Init.Distribution.UNIFORM);
            case GLOROT -> Optional.of(Init.Distribution.GLOROT);
            case ORTHOGONAL -> Optional.of(Init.Distribution.ORTHOGONAL);
            case SUM, MEAN, NORM, MAX, MIN, LOGSUMEXP, DOT, OUTER, TRANSPOSE, DIAG, SOLVE -> Optional.empty();
            case LOGDET, SOFTMAX, LOGSOFTMAX, CLAMP, PUSH, EYE, LAG, KNOWN, REPEAT -> Optional.empty();
            case GRADIENT, ORDER -> Optional.empty();
        };
    }

    /** Whether a spec may not declare a function of this name: the word means more than a function of its arguments. */
    boolean isReserved() {
        return this == LAG || this == KNOWN || this == REPEAT || this == PUSH;
    }

    /** Whether it is a function of the values of its arguments alone, so that it may be handed to a function. */
    boolean isPlain() {
        return compareTo(EYE) < 0;
    }
}
