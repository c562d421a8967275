package dev.orbit.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One random scalar model as the text of a spec. */
final class ScalarModel {
    private final SplittableRandom random;
    private final Terms terms;
    private final StringBuilder text = new StringBuilder();
    private final List<String> params = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private boolean counted;

    private ScalarModel(SplittableRandom random) {
        this.random = random;
        this.terms = new Terms(random);
    }

    static String draw(long seed) {
        ScalarModel model = new ScalarModel(new SplittableRandom(seed));
        model.write(seed);
        return model.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<String> all(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private void write(long seed) {
        line("model M" + seed + ";");
        String iterate = iterate();
        params.addAll(names("p", random.nextInt(1, 4)));
        data.addAll(names("x", random.nextInt(0, 3)));
        rows.addAll(names("r", random.nextInt(1, 3)));
        if (!data.isEmpty()) {
            line("input " + String.join(", ", data) + ";");
        }
        line("input " + String.join(", ", rows) + " per step;");
        line("target y per step;");
        for (String param : params) {
            line("param " + param + terms.pick(List.of("", "", " in (0, inf)", " in (-1, 1)", " in (0.2, 0.9)")) + ";");
        }
        line("constant k = 0.3;");
        functions();
        lets();
        differentiate();
        states();
        step(seed);
        line(iterate);
        Supplier<String> outside = this::overSteps;
        if (terms.chance(6)) {
            line("loss " + terms.term(3, all(params, data, states, List.of("k", "T")), outside) + ";");
        }
        if (terms.chance(3)) {
            line("residual " + terms.term(2, all(params, data, states), outside) + ";");
        }
        if (terms.chance(4)) {
            // functions of the model may read data
            line("penalty " + new Terms(random).term(2, params, terms::number) + ";");
        }
    }

    private void functions() {
        for (int arguments = 1; arguments <= 3; arguments++) {
            if (terms.chance(5)) {
                String name = "w" + arguments;
                line("function " + name + "(" + String.join(", ", names("v", arguments)) + ");");
                terms.unknown.get(arguments).add(name);
            }
        }
        if (terms.chance(7)) {
            line("function f(u) = " + terms.term(2, all(List.of("u", "u", "u"), params), terms::number) + ";");
            terms.unary.add("f");
        }
        if (terms.chance(4)) {
            line("function g(u, v) { let m = " + terms.term(2, List.of("u", "v"), terms::number) + "; return "
                    + terms.term(2, all(List.of("m", "u", "v"), data), terms::number) + "; }");
            terms.binary.add("g");
        }
        if (terms.chance(4)) {
            line("function o(h, u) = h(u) + 0.5 * h(" + terms.term(1, List.of("u"), terms::number) + ");");
            terms.higher.add("o");
        }
    }

    private void lets() {
        int count = random.nextInt(3);
        List<String> known = all(params, data, List.of("k"));
        for (int i = 0; i < count; i++) {
            line("let l" + i + " = " + terms.term(3, known, this::overSteps) + ";");
        }
        // lets are data for whoever comes after them
        data.addAll(names("l", count));
    }

    private String overSteps() {
        return terms.pick(List.of("sum", "mean", "max", "min", "logsumexp")) + "(over steps: "
                + terms.term(2, all(params, rows), terms::number) + ")";
    }

    private void differentiate() {
        if (terms.chance(4)) {
            List<String> wrt = new ArrayList<>(params.subList(0, random.nextInt(1, params.size() + 1)));
            data.stream()
                    .filter(name -> name.startsWith("x") && terms.chance(5))
                    .forEach(wrt::add);
            rows.stream().filter(name -> terms.chance(4)).forEach(wrt::add);
            line("differentiate " + String.join(", ", wrt) + ";");
        }
    }

    private String iterate() {
        line("dim T" + (terms.chance(4) ? " = " + random.nextInt(2, terms.chance(5) ? 5 : 30) : "") + ";");
        return switch (random.nextInt(3)) {
            case 0 -> count("iterate t in 1..T;");
            case 1 -> count("iterate t in 2..T;");
            default -> "iterate T;";
        };
    }

    private String count(String iterate) {
        counted = true;
        return iterate;
    }

    private void states() {
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            String start = terms.chance(3) ? "0" : terms.term(2, all(params, data), this::overSteps);
            line("state s" + i + " = " + start + ";");
            states.add("s" + i);
        }
    }

    private String bounded(String term) {
        return terms.chance(7)
                ? terms.pick(List.of("tanh(", "sin(", "0.5 * atan(")) + term + ")"
                : "0.5 * (" + term + ")";
    }

    private void step(long seed) {
        line("step {");
        List<String> known = new ArrayList<>(all(params, data, rows, states, List.of("k")));
        if (counted) {
            known.add("t");
        }
        List<String> lagged = new ArrayList<>(rows);
        Supplier<String> lag = () -> lag(lagged);
        for (int i = 0; i < random.nextInt(3); i++) {
            line("  m" + i + " = " + terms.term(3, known, lag) + ";");
            known.add("m" + i);
            lagged.add("m" + i);
        }
        List<String> left = new ArrayList<>(states);
        if (left.size() > 1 && terms.chance(4)) {
            blocks(left, known, lag);
            states.stream().filter(state -> !left.contains(state)).forEach(state -> set(state, known, lagged));
        }
        if (!left.isEmpty() && terms.chance(5)) {
            branch(left, known, lagged, lag);
        }
        for (String state : left) {
            line("  " + state + "' = " + bounded(terms.term(3, known, lag)) + ";");
            set(state, known, lagged);
        }
        if (terms.chance(7)) {
            line("  if known(y) { loss (y - " + terms.term(2, known, lag) + ")^2; }");
        }
        line("  loss " + terms.term(2, known, lag) + ";");
        if (new SplittableRandom(text.length()).nextInt(10) < 6) {
            line("  residual " + known.get(known.size() - 1) + " - 0.5 * " + params.get(0) + ";");
            line("  output o = " + known.get(known.size() - 1) + " + " + known.get(0) + ";");
        }
        new SharedByBranches(seed, "y", "d^2 / (1 + r0^2)", List.of("r0 > 0.2", "s0 < p0", "s0' > 0", "tanh(s0) < r0"))
                .lines("(y - p0) * tanh(s0) / (0.5 + r0^2)")
                .forEach(this::line);
        line("}");
        line("output last = " + states.get(0) + ";");
    }

    private static void set(String state, List<String> known, List<String> lagged) {
        known.add(state + "'");
        lagged.add(state + "'");
    }

    private String lag(List<String> lagged) {
        String before = terms.term(1, all(params, data), terms::number);
        return "lag(" + terms.pick(lagged) + ", " + random.nextInt(1, 5) + ", " + before + ")";
    }

    /** Two states by the rows of a product. */
    private void blocks(List<String> left, List<String> known, Supplier<String> lag) {
        String rows = "";
        for (int i = 0; i < 3; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                row.add(
                        switch (random.nextInt(4)) {
                            case 0 -> "0";
                            case 1 -> "1";
                            default -> "0.3 * " + terms.pick(params);
                        });
            }
            rows += (i == 0 ? "" : "; ") + String.join(", ", row);
        }
        String vector = terms.term(1, known, lag) + "; " + terms.term(1, known, lag) + "; " + terms.pick(states);
        String first = left.remove(0) + "'";
        String third = terms.chance(5) ? "_" : left.remove(0) + "'";
        line("  [" + first + "; q; " + third + "] = [" + rows + "] * [" + vector + "];");
        known.add("q");
    }

    private void branch(List<String> left, List<String> known, List<String> lagged, Supplier<String> lag) {
        String state = left.remove(0);
        Supplier<String> part = () -> terms.term(2, known, lag);
        boolean joins = terms.chance(5);
        line("  if " + terms.condition(part) + " {");
        arm(state, joins, part);
        if (terms.chance(4)) {
            line("  } else if " + terms.condition(part) + " {");
            arm(state, joins, part);
        }
        if (joins || terms.chance(6)) {
            line("  } else {");
            arm(state, joins, part);
        }
        line("  }");
        if (joins) {
            known.add("j");
        }
        set(state, known, lagged);
    }

    private void arm(String state, boolean joins, Supplier<String> part) {
        if (joins) {
            line("    j = " + part.get() + ";");
        }
        if (terms.chance(8)) {
            line("    " + state + "' = " + bounded(part.get()) + ";");
        }
        if (terms.chance(4)) {
            line("    loss " + part.get() + ";");
        }
        if (terms.chance(2)) {
            line("    residual " + part.get() + ";");
        }
    }
}
