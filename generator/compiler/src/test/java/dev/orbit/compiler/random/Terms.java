package dev.orbit.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Random scalar expressions, as text, over the names that are visible where they stand. */
final class Terms {
    private static final List<String> SMOOTH = List.of(
            "tanh", "sigmoid", "sin", "cos", "softplus", "atan", "erf", "silu", "gelu", "abs", "relu", "sign", "erfc");

    private final SplittableRandom random;
    /** Inline functions of one argument, of two, and of a function and an argument. */
    final List<String> unary = new ArrayList<>();

    final List<String> binary = new ArrayList<>();
    final List<String> higher = new ArrayList<>();
    /** Abstract functions by the number of their arguments. */
    final List<List<String>> unknown = List.of(List.of(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    Terms(SplittableRandom random) {
        this.random = random;
    }

    boolean chance(int ofTen) {
        return random.nextInt(10) < ofTen;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String number() {
        return pick(List.of("0.5", "1", "2", "0.25", "1.5", "0.7", "3", "0.1", "1e-1", "0"));
    }

    /** An expression with no more than {@code depth} levels; {@code further} gives what only this place may hold. */
    String term(int depth, List<String> names, Supplier<String> further) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return names.isEmpty() || chance(2) ? number() : pick(names);
        }
        Supplier<String> part = () -> term(depth - 1, names, further);
        return switch (random.nextInt(17)) {
            case 0, 1 -> "(" + part.get() + " + " + part.get() + ")";
            case 2 -> "(" + part.get() + " - " + part.get() + ")";
            case 3, 4 -> part.get() + " * " + part.get();
            case 5 -> "(" + part.get() + ") / (1.5 + (" + part.get() + ")^2)";
            case 6, 7 -> pick(SMOOTH) + "(" + part.get() + ")";
            case 8 -> guarded(part);
            case 9 -> stable(part);
            case 10 -> pair(part);
            case 11 -> power(part);
            case 12 -> called(part);
            case 13 -> unknown(part);
            case 14 ->
                "(if " + condition(part) + " then " + part.get() + " else "
                        + (chance(3) ? "if " + condition(part) + " then " + part.get() + " else " : "") + part.get()
                        + ")";
            case 15 -> "-(" + part.get() + ")";
            default -> further.get();
        };
    }

    String condition(Supplier<String> part) {
        String one = part.get() + " " + pick(List.of("<", "<=", ">", ">=")) + " " + part.get();
        return switch (random.nextInt(5)) {
            case 0 -> one + " and not " + part.get() + " > 0.3";
            case 1 -> one + " or " + part.get() + " < -0.2";
            default -> one;
        };
    }

    private String guarded(Supplier<String> part) {
        return switch (random.nextInt(6)) {
            case 0 -> "sqrt(0.3 + (" + part.get() + ")^2)";
            case 1 -> "log(0.4 + (" + part.get() + ")^2)";
            case 2 -> "exp(0.5 * tanh(" + part.get() + "))";
            case 3 -> "lgamma(0.8 + (" + part.get() + ")^2)";
            case 4 -> "log1p((" + part.get() + ")^2)";
            default -> "expm1(sin(" + part.get() + "))";
        };
    }

    /** What is computed in another form than it is written in. */
    private String stable(Supplier<String> part) {
        return switch (random.nextInt(5)) {
            case 0 -> "log(1 + exp(" + part.get() + "))";
            case 1 -> "1 / (1 + exp(-(" + part.get() + ")))";
            case 2 -> "(exp(0.3 * tanh(" + part.get() + ")) - 1)";
            case 3 -> "log(1 + (" + part.get() + ")^2)";
            default -> "log(exp(tanh(" + part.get() + ")) + exp(tanh(" + part.get() + ")))";
        };
    }

    private String pair(Supplier<String> part) {
        return switch (random.nextInt(6)) {
            case 0 -> "max(" + part.get() + ", " + part.get() + ")";
            case 1 -> "min(" + part.get() + ", " + part.get() + ")";
            case 2 -> "hypot(" + part.get() + ", " + part.get() + ")";
            case 3 -> "atan2(" + part.get() + ", 1 + (" + part.get() + ")^2)";
            case 4 -> "pow(1 + (" + part.get() + ")^2, tanh(" + part.get() + "))";
            default -> "clamp(" + part.get() + ", -1, 1)";
        };
    }

    private String power(Supplier<String> part) {
        return switch (random.nextInt(5)) {
            case 0 -> "(" + part.get() + ")^2";
            case 1 -> "sin(" + part.get() + ")^3";
            case 2 -> "(1 + sigmoid(" + part.get() + "))^-1";
            case 3 -> "(1 + (" + part.get() + ")^2)^0.5";
            default -> "-cos(" + part.get() + ")^2";
        };
    }

    private String called(Supplier<String> part) {
        return switch (random.nextInt(4)) {
            case 0 -> binary.isEmpty() ? part.get() : pick(binary) + "(" + part.get() + ", " + part.get() + ")";
            case 1 ->
                higher.isEmpty() || unary.isEmpty()
                        ? part.get()
                        : pick(higher) + "(" + pick(unary) + ", " + part.get() + ")";
            case 2 -> unary.isEmpty() ? part.get() : pick(unary) + "'(" + part.get() + ")";
            default -> unary.isEmpty() ? part.get() : pick(unary) + "(" + part.get() + ")";
        };
    }

    private String unknown(Supplier<String> part) {
        int arguments = random.nextInt(1, 4);
        if (unknown.get(arguments).isEmpty()) {
            return part.get();
        }
        String call = pick(unknown.get(arguments)) + (arguments == 1 && chance(2) ? "'(" : "(") + part.get();
        for (int i = 1; i < arguments; i++) {
            call += ", " + part.get();
        }
        return call + ")";
    }
}
