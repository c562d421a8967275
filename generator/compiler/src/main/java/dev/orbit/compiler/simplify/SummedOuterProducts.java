package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Linear;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gradient by a matrix that is used at every step is one product at the end: a loop over steps that adds x y' at each collects x
 * and y, and what it would have added is X' Y. The matrix is written once instead of once a step. Equal in the reals: the rows
 * are summed from the first on, with fused multiply-adds.
 */
final class SummedOuterProducts implements Rule {
    /** Smaller matrices stay in the cache's fastest part anyway. */
    private static final int SMALLEST = 64;
    /** Nor are a few rows or columns worth a product. */
    private static final int FEWEST = 4;

    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Loop loop) || loop.axis() != Axis.STEPS) {
            return Optional.empty();
        }
        Map<Integer, Linear> sums = sums(loop);
        return sums.isEmpty() ? Optional.empty() : Optional.of(collected(loop, sums, site));
    }

    /** The outer products that are added, by the number of the result. */
    private static Map<Integer, Linear> sums(Loop loop) {
        Map<Value, Linear> outer = new LinkedHashMap<>();
        Set<Value> inside = new HashSet<>(loop.body().arguments());
        for (Instr each : loop.body().instrs()) {
            inside.addAll(each.results());
            if (each instanceof Linear linear && linear.op() == Product.OUTER) {
                outer.put(linear.result(), linear);
            }
        }
        Map<Integer, Linear> sums = new LinkedHashMap<>();
        for (int i = 0; i < loop.carries().size(); i++) {
            Linear added = outer.get(loop.body().results().get(i));
            boolean fits = !loop.carries().get(i).isState()
                    && added != null
                    && isLarge(added.result().type())
                    && inside.containsAll(added.args());
            if (fits) {
                sums.put(i, added);
            }
        }
        return sums;
    }

    private static boolean isLarge(Type type) {
        return type.size() >= SMALLEST && type.shape().stream().allMatch(size -> size >= FEWEST);
    }

    private static List<Value> collected(Loop loop, Map<Integer, Linear> sums, Site site) {
        List<Carry> carries = new ArrayList<>();
        List<Value> yields = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            if (sums.containsKey(i)) {
                continue;
            }
            if (i < loop.carries().size()) {
                carries.add(loop.carries().get(i));
            }
            yields.add(loop.body().results().get(i));
            Value like = loop.results().get(i);
            results.add(site.like(like, like.type()));
        }
        Map<Value, Value> stacks = new LinkedHashMap<>();
        for (Linear sum : sums.values()) {
            for (Value factor : sum.args()) {
                Optional<Value> stack = Optional.ofNullable(stacks.get(factor)).or(() -> sequence(loop, factor));
                if (stack.isEmpty()) {
                    Value collected = site.like(factor, factor.type().stackedOver(loop.count()));
                    yields.add(factor);
                    results.add(collected);
                }
                stacks.putIfAbsent(factor, stack.orElseGet(() -> results.get(results.size() - 1)));
            }
        }
        Region body = new Region(loop.body().arguments(), loop.body().instrs(), yields);
        List<Value> written = site.write(
                new Loop(results, loop.axis(), loop.count(), loop.backward(), carries, loop.sequences(), body));
        for (int i = 0; i < results.size(); i++) {
            Value result = results.get(i);
            Value by = written.get(i);
            stacks.replaceAll((factor, stack) -> stack.equals(result) ? by : stack);
        }
        return whole(loop, sums, written, stacks, site);
    }

    /** The stack of which the factor is a row in each iteration, if it is one and has as many rows. */
    private static Optional<Value> sequence(Loop loop, Value factor) {
        int row = loop.rows().indexOf(factor);
        if (row < 0) {
            return Optional.empty();
        }
        Sequence sequence = loop.sequences().get(row);
        Type wanted = factor.type().stackedOver(loop.count());
        return sequence.shift() == 0 && sequence.of().type().agrees(wanted)
                ? Optional.of(sequence.of())
                : Optional.empty();
    }

    private static List<Value> whole(
            Loop loop, Map<Integer, Linear> sums, List<Value> written, Map<Value, Value> stacks, Site site) {
        List<Value> all = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < loop.results().size(); i++) {
            if (!sums.containsKey(i)) {
                all.add(written.get(kept++));
                continue;
            }
            Value like = loop.results().get(i);
            Value initial = loop.carries().get(i).initial();
            List<Value> args = sums.get(i).args();
            List<Value> rows = args.stream().map(stacks::get).toList();
            Value sum = site.linear(Product.STACKED_OUTER, rows.get(0), rows.get(1), like);
            all.add(site.isZero(initial) ? sum : site.map(Function2.ADD, initial, sum, like));
        }
        return all;
    }
}
