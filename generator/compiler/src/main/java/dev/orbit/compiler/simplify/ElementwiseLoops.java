package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop whose iterations know nothing of one another, and do what is done to whole vectors and matrices, is those
 * operations: {@code [i in 1..n: x[i] * y[i]]} is {@code x .* y}, {@code sum(i in 1..n: x[i] * y[i])} is
 * {@code dot(x, y)}. All of a loop's results are found that way, or none.
 */
final class ElementwiseLoops implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Loop loop)
                || loop.axis() != Axis.REPEATS
                || !(loop.count() instanceof Count.Fixed count)
                || count.number() < 2
                || loop.states() > 0
                || isCounting(loop)) {
            return Optional.empty();
        }
        return lifted(loop, count.number(), site, false).flatMap(found -> lifted(loop, count.number(), site, true));
    }

    /** Nothing but the numbers that an index takes: there is no other way to write that. */
    private static boolean isCounting(Loop loop) {
        return loop.body().instrs().size() == 1 && loop.body().instrs().get(0) instanceof Instr.Real;
    }

    /** The results, written at the site; or only whether they can be, when nothing is to be written. */
    private static Optional<List<Value>> lifted(Loop loop, int count, Site site, boolean write) {
        Lifting lifting = new Lifting(loop, count, site, write);
        if (!lifting.rows() || !loop.body().instrs().stream().allMatch(lifting::lift)) {
            return Optional.empty();
        }
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            Value yielded = loop.body().results().get(i);
            Optional<Value> result = i < loop.carries().size()
                    ? lifting.total(loop.carries().get(i), yielded)
                    : lifting.whole(yielded).map(whole -> stack(whole, loop, write, site));
            if (result.isEmpty()) {
                return Optional.empty();
            }
            results.add(result.get());
        }
        return Optional.of(results);
    }

    private static Value stack(Value whole, Loop loop, boolean write, Site site) {
        if (!write) {
            return whole;
        }
        List<Integer> shape = whole.type().shape();
        Type row = whole.type().shaped(shape.subList(1, shape.size()));
        Value stack = site.like(whole, row.stackedOver(loop.count()));
        return site.write(new Instr.View(stack, Access.RESHAPE, List.of(), List.of(whole)))
                .get(0);
    }
}
