package dev.orbit.compiler.plan;

import dev.orbit.compiler.function.Cost;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operations of a program: once per example, and for each step of its loops over steps, forward and backward
 * together. Loads, stores, signs and comparisons are not counted; of a branch every side is, since one cannot know.
 */
public final class CostAccount {
    private static final String MULTIPLICATIONS = "multiplications";
    private static final String ADDITIONS = "additions";
    private static final String DIVISIONS = "divisions";

    private final Map<String, Long> once = new TreeMap<>();
    private final Map<String, Long> perStep = new TreeMap<>();

    private final Definitions definitions;

    private CostAccount(Definitions definitions) {
        this.definitions = definitions;
    }

    public static CostAccount of(Program program) {
        CostAccount account = new CostAccount(Definitions.of(program));
        account.region(program.body(), account.once, 1);
        return account;
    }

    /** Lines such as {@code per step: 11 multiplications, 9 additions, 1 tanh}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!once.isEmpty()) {
            lines.add((perStep.isEmpty() ? "" : "once: ") + render(once));
        }
        if (!perStep.isEmpty()) {
            lines.add("per step: " + render(perStep));
        }
        return lines;
    }

    private static String render(Map<String, Long> counts) {
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (String first : List.of(MULTIPLICATIONS, ADDITIONS, DIVISIONS)) {
            if (counts.containsKey(first)) {
                ordered.put(first, counts.get(first));
            }
        }
        counts.forEach(ordered::putIfAbsent);
        List<String> parts = new ArrayList<>();
        ordered.forEach((name, count) -> parts.add(count + " " + numbered(name, count)));
        return String.join(", ", parts);
    }

    private static String numbered(String name, long count) {
        return count == 1 && name.endsWith("ions") ? name.substring(0, name.length() - 1) : name;
    }

    private void region(Region region, Map<String, Long> into, long times) {
        region.instrs().forEach(instr -> instr(instr, into, times));
    }

    private void instr(Instr instr, Map<String, Long> into, long times) {
        instr.match(new Instr.Cases<>(
                i -> 0,
                i -> 0,
                i -> 0,
                i -> cost(i.f().cost(), i.f().name(), times * i.result().type().size(), into),
                i -> map2(i, into, times),
                i -> 0,
                i -> 0,
                i -> linear(i, into, times),
                i -> added(i, into, times),
                i -> fold(i, into, times),
                i -> add(i.f().name() + "()", times, into),
                i -> {
                    region(i.then(), into, times);
                    region(i.otherwise(), into, times);
                    return 0;
                },
                i -> loop(i, into, times)));
    }

    private int loop(Instr.Loop loop, Map<String, Long> into, long times) {
        boolean steps = loop.axis() == Instr.Axis.STEPS;
        Map<String, Long> inside = steps ? perStep : into;
        long runs = !steps && loop.count() instanceof Count.Fixed fixed ? fixed.number() : 1;
        region(loop.body(), inside, steps ? 1 : times * runs);
        for (int i = 0; i < loop.carries().size(); i++) {
            if (loop.carries().get(i).kind() == Carry.Kind.SUM) {
                Value added = loop.body().results().get(i);
                add(ADDITIONS, (steps ? 1 : times * runs) * entries(added), inside);
            }
        }
        return 0;
    }

    /** How many entries are not zero by structure: a part is added in its place. */
    private long entries(Value added) {
        Optional<Instr> placed = definitions
                .of(added)
                .filter(instr ->
                        instr instanceof Instr.View view && (view.op() == Access.PAD || view.op() == Access.PAD_ENTRY));
        return placed.map(instr -> entries(instr.operands().get(0)))
                .orElse((long) added.type().size());
    }

    private int added(Instr.View view, Map<String, Long> into, long times) {
        boolean adds = view.op() == Access.ADD_SLICE || view.op() == Access.ADD_ENTRY;
        return adds ? add(ADDITIONS, times * entries(view.args().get(1)), into) : 0;
    }

    private int map2(Instr.Map2 map, Map<String, Long> into, long times) {
        boolean sum = map.f() == Function2.ADD || map.f() == Function2.SUBTRACT;
        boolean alike = map.x().type().equals(map.y().type());
        long size = sum && alike
                ? Math.min(entries(map.x()), entries(map.y()))
                : map.result().type().size();
        return cost(map.f().cost(), map.f().name(), times * size, into);
    }

    private int linear(Instr.Linear linear, Map<String, Long> into, long times) {
        List<Integer> left = linear.args().get(0).type().shape();
        long size = linear.result().type().size();
        long rows = left.get(0);
        return switch (linear.op()) {
            case MATRIX, TRANSPOSED_RIGHT -> products(times * size * left.get(1), into);
            case MATRIX_TRANSPOSED -> products(times * size * rows, into);
            case OUTER -> add(MULTIPLICATIONS, times * size, into);
            // as many rows as there are steps
            case STACKED_OUTER -> products(size, perStep);
            case DOT -> products(times * linear.args().get(0).type().size(), into);
            case CHOLESKY -> products(times * rows * rows * rows / 6, into);
            case SOLVE_LOWER, SOLVE_LOWER_TRANSPOSED -> products(times * size * rows / 2, into);
            case CHOLESKY_ADJOINT, CHOLESKY_TANGENT -> products(times * rows * rows * rows / 3, into);
        };
    }

    private int products(long count, Map<String, Long> into) {
        add(ADDITIONS, count, into);
        return add(MULTIPLICATIONS, count, into);
    }

    private int fold(Instr.Fold fold, Map<String, Long> into, long times) {
        long size = times * fold.x().type().size();
        return switch (fold.op()) {
            case SUM -> add(ADDITIONS, size, into);
            case NORM -> products(size, into);
            case LOGSUMEXP -> {
                add("exp", size, into);
                add("log", times, into);
                yield add(ADDITIONS, 2 * size, into);
            }
            case MAX, MIN, ARGMAX, ARGMIN -> 0;
        };
    }

    private int cost(Cost cost, String name, long times, Map<String, Long> into) {
        return switch (cost.kind()) {
            case SIGN, COMPARISON -> 0;
            case ADDITION -> add(ADDITIONS, times, into);
            case MULTIPLICATION -> add(MULTIPLICATIONS, times, into);
            case DIVISION -> add(DIVISIONS, times, into);
            case ROOT, FUNCTION -> add(name.toLowerCase(Locale.ROOT), times, into);
        };
    }

    private int add(String name, long times, Map<String, Long> into) {
        if (times > 0) {
            into.merge(name, times, Long::sum);
        }
        return 0;
    }
}
