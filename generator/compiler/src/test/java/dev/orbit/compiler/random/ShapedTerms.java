package dev.orbit.compiler.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random expressions of given shapes, as text, over the names that are visible where they stand. */
final class ShapedTerms {
    private static final List<String> SMOOTH =
            List.of("tanh", "sigmoid", "sin", "cos", "softplus", "atan", "erf", "relu");

    private final SplittableRandom random;
    private final Map<List<Integer>, List<String>> names = new LinkedHashMap<>();
    /** Index data by the size that they index, and running indices. */
    private final Map<Integer, List<String>> indices = new LinkedHashMap<>();
    /** Abstract functions from a vector to a vector, by both sizes. */
    private final Map<List<Integer>, String> unknown = new LinkedHashMap<>();

    private int running;

    ShapedTerms(SplittableRandom random) {
        this.random = random;
    }

    boolean chance(int ofTen) {
        return random.nextInt(10) < ofTen;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    void name(String name, Integer... shape) {
        names.computeIfAbsent(List.of(shape), key -> new ArrayList<>()).add(name);
    }

    void unname(String name, Integer... shape) {
        names.get(List.of(shape)).remove(name);
    }

    void index(String name, int size) {
        indices.computeIfAbsent(size, key -> new ArrayList<>()).add(name);
    }

    void unindex(String name, int size) {
        indices.get(size).remove(name);
    }

    void unknown(String name, int from, int to) {
        unknown.put(List.of(from, to), name);
    }

    /** What only the step sees. */
    void forgetSteps() {
        names.values()
                .forEach(list -> list.removeIf(name -> name.startsWith("lag") || name.equals("z") || name.equals("q")));
    }

    int size() {
        // running indices of more than four values are loops
        return chance(2) ? 5 : random.nextInt(1, 4);
    }

    private List<String> named(Integer... shape) {
        return names.getOrDefault(List.of(shape), List.of());
    }

    private String place(int size) {
        List<String> known = indices.getOrDefault(size, List.of());
        return known.isEmpty() || chance(4) ? Integer.toString(random.nextInt(1, size + 1)) : pick(known);
    }

    private String conditional(String then, String otherwise, int depth) {
        return "(if " + scalar(depth) + " < " + scalar(depth) + " then " + then + " else " + otherwise + ")";
    }

    String scalar(int depth) {
        if (depth <= 0) {
            return chance(2) || named().isEmpty() ? pick(List.of("0.5", "1.5", "2", "0.3")) : pick(named());
        }
        int d = depth - 1;
        int n = size();
        return switch (random.nextInt(18)) {
            case 0 -> "(" + scalar(d) + " + " + scalar(d) + ")";
            case 1 -> scalar(d) + " * " + scalar(d);
            case 2 -> "(" + scalar(d) + ") / (1.5 + (" + scalar(d) + ")^2)";
            case 3 -> pick(SMOOTH) + "(" + scalar(d) + ")";
            case 4 -> "dot(" + vector(n, d) + ", " + vector(n, d) + ")";
            case 5 -> pick(List.of("sum", "mean", "norm", "max", "min", "logsumexp")) + "(" + vector(n, d) + ")";
            case 6, 7 -> "(" + vector(n, d) + ")[" + place(n) + "]";
            case 8 -> "(" + matrix(n, n, d) + ")[" + place(n) + ", " + place(n) + "]";
            case 9 -> "logsoftmax(" + vector(n, d) + ")[" + place(n) + "]";
            case 10 -> "logdet(" + positive(n, d) + ")";
            case 11 -> pick(List.of("sum", "mean", "max", "min", "logsumexp")) + "(" + matrix(n, size(), d) + ")";
            case 12 -> conditional(scalar(d), scalar(d), d);
            case 13 -> over(n, d);
            case 14 -> {
                String i = "i" + running++;
                yield "sum(" + i + " in 1.." + n + ", j" + i + " in 1..2: " + scalar(d) + " * " + i + " / j" + i + ")";
            }
            default -> chance(5) ? scalar(d) : "tanh(" + scalar(d) + ")";
        };
    }

    private String over(int size, int depth) {
        String index = "i" + running++;
        index(index, size);
        String all = pick(List.of("sum", "mean", "max", "min", "logsumexp")) + "(" + index + " in 1.." + size + ": "
                + scalar(depth) + " * (" + vector(size, depth) + ")[" + index + "])";
        unindex(index, size);
        return all;
    }

    private String each(int size, int depth) {
        String index = "i" + running++;
        index(index, size);
        String all = "[" + index + " in 1.." + size + ": " + scalar(depth) + " + (" + vector(size, depth) + ")[" + index
                + "] * " + index + "]";
        unindex(index, size);
        return all;
    }

    /** Symmetric positive definite. */
    private String positive(int n, int depth) {
        String factor = matrix(n, size(), depth);
        return "(1.5 * eye(" + n + ") + (" + factor + ") * transpose(" + factor + "))";
    }

    String vector(int n, int depth) {
        if (depth <= 0) {
            return named(n).isEmpty() ? counted(n) : pick(named(n));
        }
        int d = depth - 1;
        int k = size();
        return switch (random.nextInt(22)) {
            case 0 -> "(" + vector(n, d) + " + " + vector(n, d) + ")";
            case 1 -> "(" + vector(n, d) + " - " + vector(n, d) + ")";
            case 2 -> "(" + vector(n, d) + " .* " + vector(n, d) + ")";
            case 3 -> "(" + scalar(d) + " * " + vector(n, d) + ")";
            case 4 -> "(" + scalar(d) + " + " + vector(n, d) + ")";
            case 5, 6 -> pick(SMOOTH) + "(" + vector(n, d) + ")";
            case 7, 8 -> "((" + matrix(n, k, d) + ") * (" + vector(k, d) + "))";
            case 9 -> "(transpose(" + matrix(k, n, d) + ") * (" + vector(k, d) + "))";
            case 10 -> each(n, d);
            case 11 -> pick(List.of("softmax", "logsoftmax")) + "(" + vector(n, d) + ")";
            case 12 -> "(" + matrix(k, n, d) + ")[" + place(k) + ", ..]";
            case 13 -> "(" + matrix(n, k, d) + ")[.., " + place(k) + "]";
            case 14 -> stack(n, d);
            case 15 ->
                "([" + vector(k, d) + "; " + vector(n, d) + "; " + scalar(d) + "])[" + (k + 1) + ".." + (k + n) + "]";
            case 16 -> "push(" + vector(n, d) + ", " + scalar(d) + ")";
            case 17 -> "solve(" + positive(n, d) + ", " + vector(n, d) + ")";
            case 18 -> "((" + vector(n, d) + ").^2 ./ (1.5 + exp(0.2 * (" + vector(n, d) + "))))";
            case 19 -> conditional(vector(n, d), vector(n, d), d);
            case 20 ->
                unknown.containsKey(List.of(k, n))
                        ? unknown.get(List.of(k, n)) + "(" + vector(k, d) + ")"
                        : "diag(" + matrix(n, n, d) + ")";
            default -> "repeat(again, " + random.nextInt(4) + ", " + vector(n, d) + ")";
        };
    }

    private String stack(int n, int depth) {
        if (n == 1) {
            return "[" + scalar(depth) + "; 0][1..1]";
        }
        if (n == 3 && chance(5)) {
            return "[" + vector(2, depth) + "; " + scalar(depth) + "]";
        }
        return "[" + scalar(depth) + "; " + vector(n - 1, depth) + "]";
    }

    String matrix(int m, int n, int depth) {
        if (depth <= 0) {
            return named(m, n).isEmpty() ? "outer(" + vector(m, 0) + ", " + vector(n, 0) + ")" : pick(named(m, n));
        }
        int d = depth - 1;
        int k = size();
        return switch (random.nextInt(13)) {
            case 0 -> "(" + matrix(m, n, d) + " + " + matrix(m, n, d) + ")";
            case 1 -> "(" + matrix(m, n, d) + " .* " + matrix(m, n, d) + ")";
            case 2 -> "(" + scalar(d) + " * " + matrix(m, n, d) + ")";
            case 3, 4 -> "((" + matrix(m, k, d) + ") * (" + matrix(k, n, d) + "))";
            case 5 -> "transpose(" + matrix(n, m, d) + ")";
            case 6 -> "outer(" + vector(m, d) + ", " + vector(n, d) + ")";
            case 7 -> pick(SMOOTH) + "(" + matrix(m, n, d) + ")";
            case 8 -> grid(m, n, d);
            case 9 -> m == n ? "diag(" + vector(n, d) + ")" : matrix(m, n, d);
            case 10 -> m > 1 && n > 1 ? blocks(m, n, d) : matrix(m, n, d);
            case 11 -> "((" + matrix(m, k, d) + ") * transpose(" + matrix(n, k, d) + "))";
            default -> conditional(matrix(m, n, d), matrix(m, n, d), d);
        };
    }

    private String grid(int m, int n, int depth) {
        String i = "i" + running++;
        String j = "j" + running++;
        return "[" + i + " in 1.." + m + ", " + j + " in 1.." + n + ": " + scalar(depth) + " * (" + matrix(m, n, depth)
                + ")[" + i + ", " + j + "] + " + i + " / " + j + "]";
    }

    private String counted(int n) {
        String i = "i" + running++;
        return "[" + i + " in 1.." + n + ": " + scalar(0) + " * " + i + "]";
    }

    /** Four blocks; some of them structural. */
    private String blocks(int m, int n, int depth) {
        String corner = matrix(m - 1, n - 1, depth);
        String right = chance(3) ? "0" : matrix(m - 1, 1, depth);
        String below = chance(3) ? "0" : matrix(1, n - 1, depth);
        String last = chance(3) ? "1" : chance(5) ? "0" : matrix(1, 1, depth);
        return "[" + corner + ", " + right + "; " + below + ", " + last + "]";
    }
}
