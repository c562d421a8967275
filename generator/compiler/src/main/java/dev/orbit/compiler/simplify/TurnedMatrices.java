package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Linear;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A matrix that multiplies a vector at every step is turned once before the loop: entries of the product that are computed side by
 * side then read entries of the matrix that lie side by side. The same folds, bit for bit.
 */
final class TurnedMatrices implements Rule {
    /** Fewer steps do not repay the turning. */
    private static final int FEW_STEPS = 8;
    /** Fewer rows are not computed side by side. */
    private static final int FEW_ROWS = 8;

    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Loop loop) || loop.axis() != Axis.STEPS || isShort(loop.count())) {
            return Optional.empty();
        }
        Set<Value> inside = new HashSet<>(loop.body().arguments());
        loop.body().instrs().forEach(each -> inside.addAll(each.results()));
        Map<Value, Value> turned = new HashMap<>();
        List<Instr> body = new ArrayList<>();
        for (Instr each : loop.body().instrs()) {
            boolean turns = each instanceof Linear linear
                    && suits(linear)
                    && !inside.contains(linear.args().get(0));
            body.add(turns ? turned((Linear) each, turned, site) : each);
        }
        if (turned.isEmpty()) {
            return Optional.empty();
        }
        Region region = new Region(loop.body().arguments(), body, loop.body().results());
        return Optional.of(site.write(new Loop(
                loop.results(), loop.axis(), loop.count(), loop.backward(), loop.carries(), loop.sequences(), region)));
    }

    private static boolean isShort(Count count) {
        return count instanceof Count.Fixed fixed && fixed.number() < FEW_STEPS;
    }

    private static boolean suits(Linear linear) {
        return linear.op() == Product.MATRIX
                && linear.args().get(1).type().shape().size() == 1
                && linear.result().type().size() >= FEW_ROWS;
    }

    private static Linear turned(Linear linear, Map<Value, Value> turned, Site site) {
        Value a = linear.args().get(0);
        List<Integer> shape = a.type().shape();
        Type type = Type.matrix(shape.get(1), shape.get(0));
        Value matrix = turned.computeIfAbsent(
                a,
                key -> site.write(new Instr.View(site.like(key, type), Access.TRANSPOSE, List.of(), List.of(key)))
                        .get(0));
        return new Linear(
                linear.result(),
                Product.MATRIX_TRANSPOSED,
                List.of(matrix, linear.args().get(1)));
    }
}
