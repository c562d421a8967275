package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.View;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is zero but for one part is added to that part alone, at a cost that does not grow with the whole. It comes last: other
 * rules know sums.
 */
final class InPlace implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Instr.Map2 map) || map.f() != Function2.ADD) {
            return Optional.empty();
        }
        return added(map.x(), map.y(), map.result(), site)
                .or(() -> added(map.y(), map.x(), map.result(), site))
                .map(List::of);
    }

    private static Optional<Value> added(Value whole, Value padded, Value result, Site site) {
        boolean fits = whole.type().equals(result.type()) && sparse(whole, site).isEmpty() && site.isReadOnce(padded);
        return sparse(padded, site).filter(pad -> fits).map(pad -> {
            List<Value> args = new ArrayList<>(pad.args());
            args.add(0, whole);
            Access op = pad.op() == Access.PAD ? Access.ADD_SLICE : Access.ADD_ENTRY;
            return site.write(new View(result, op, pad.bounds(), args)).get(0);
        });
    }

    private static Optional<View> sparse(Value value, Site site) {
        return site.view(Access.PAD, value).or(() -> site.view(Access.PAD_ENTRY, value));
    }
}
