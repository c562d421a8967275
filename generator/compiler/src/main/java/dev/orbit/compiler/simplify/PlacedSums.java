package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.View;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where each iteration adds to a place of its own in zeros, one after the other, the contributions are collected: nothing
 * is added.
 */
final class PlacedSums implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Loop loop)
                || loop.axis() != Axis.REPEATS
                || !(loop.count() instanceof Count.Fixed count)) {
            return Optional.empty();
        }
        Definitions inside = new Definitions();
        loop.body().instrs().forEach(inside::add);
        List<Optional<View>> placed = new ArrayList<>();
        for (int i = 0; i < loop.carries().size(); i++) {
            Carry carry = loop.carries().get(i);
            Value yielded = loop.body().results().get(i);
            boolean sum = !carry.isState() && site.isZero(carry.initial());
            placed.add(inside.of(yielded).filter(def -> sum).flatMap(def -> placed(def, loop, count.number())));
        }
        return placed.stream().anyMatch(Optional::isPresent)
                ? Optional.of(collected(loop, count, placed, site))
                : Optional.empty();
    }

    private static Optional<View> placed(Instr instr, Loop loop, int count) {
        if (!(instr instanceof View view) || view.op() != Access.PAD_ENTRY) {
            return Optional.empty();
        }
        List<Integer> bounds = view.bounds();
        boolean own = bounds.size() == 2
                && bounds.get(0) == 1
                && view.args().get(1).equals(loop.index())
                && bounds.get(1) >= 1
                && bounds.get(1) - 1 + count <= view.result().type().shape().get(0);
        return own ? Optional.of(view) : Optional.empty();
    }

    private static List<Value> collected(Loop loop, Count.Fixed count, List<Optional<View>> placed, Site site) {
        List<Carry> carries = new ArrayList<>();
        List<Value> yields = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        List<Value> stacks = new ArrayList<>();
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            Value like = loop.results().get(i);
            Optional<View> place = i < placed.size() ? placed.get(i) : Optional.empty();
            if (place.isPresent()) {
                Value part = place.get().args().get(0);
                parts.add(part);
                stacks.add(site.like(like, part.type().stackedOver(count)));
            } else {
                if (i < loop.carries().size()) {
                    carries.add(loop.carries().get(i));
                }
                yields.add(loop.body().results().get(i));
                results.add(site.like(like, like.type()));
            }
        }
        yields.addAll(parts);
        results.addAll(stacks);
        Region body = new Region(loop.body().arguments(), loop.body().instrs(), yields);
        List<Value> written =
                site.write(new Loop(results, loop.axis(), count, loop.backward(), carries, loop.sequences(), body));
        List<Value> all = new ArrayList<>();
        int kept = 0;
        int next = written.size() - parts.size();
        for (int i = 0; i < loop.results().size(); i++) {
            Optional<View> place = i < placed.size() ? placed.get(i) : Optional.empty();
            if (place.isPresent()) {
                all.add(whole(written.get(next++), place.get(), count.number(), site));
            } else {
                all.add(written.get(kept++));
            }
        }
        return all;
    }

    private static Value whole(Value stack, View place, int count, Site site) {
        Value whole = place.result();
        List<Integer> shape = new ArrayList<>(whole.type().shape());
        shape.set(0, count);
        Type type = whole.type().shaped(shape);
        Value rows = site.write(new View(site.like(whole, type), Access.RESHAPE, List.of(), List.of(stack)))
                .get(0);
        int from = place.bounds().get(1) - 1;
        List<Integer> bounds = new ArrayList<>(List.of(from, from + count));
        shape.stream().skip(1).forEach(columns -> bounds.addAll(List.of(0, columns)));
        return site.view(Access.PAD, bounds, List.of(rows), whole);
    }
}
