package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries that never change, rows that are one number each, and stacks of one number. */
final class KnownCarries implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof Loop loop)) {
            return Optional.empty();
        }
        Map<Value, Value> known = new HashMap<>();
        List<Value> results = new ArrayList<>(loop.results());
        Set<Integer> open = carries(loop, known, results, site);
        Set<Integer> rows = rows(loop, known, site);
        if (open.size() == results.size() && rows.size() == loop.sequences().size()) {
            return Optional.empty();
        }
        Region body = Renaming.ofUses(value -> known.getOrDefault(value, value)).apply(loop.body());
        Loop renamed = new Loop(
                loop.results(), loop.axis(), loop.count(), loop.backward(), loop.carries(), loop.sequences(), body);
        List<Value> written = site.write(Narrowing.loop(renamed, body.instrs(), open, rows));
        int next = 0;
        for (int i : open) {
            results.set(i, written.get(next++));
        }
        return Optional.of(List.copyOf(results));
    }

    /** The numbers of the results that are not known; what is known is entered. */
    private static Set<Integer> carries(Loop loop, Map<Value, Value> known, List<Value> results, Site site) {
        Set<Integer> open = new LinkedHashSet<>();
        List<Optional<Value>> carried = loop.carried();
        for (int i = 0; i < results.size(); i++) {
            Value yielded = loop.body().results().get(i);
            if (i >= carried.size()) {
                Optional<Literal> number =
                        site.literal(yielded).filter(any -> yielded.type().isReal());
                Value stack = results.get(i);
                if (number.isEmpty() || !yielded.type().stacked().isEmpty()) {
                    open.add(i);
                } else {
                    results.set(i, site.constant(number.get(), stack));
                }
            } else if (carried.get(i).isPresent()
                    && keeps(loop.carries().get(i), carried.get(i).get(), yielded, site)) {
                known.put(carried.get(i).get(), loop.carries().get(i).initial());
                results.set(i, loop.carries().get(i).initial());
            } else {
                open.add(i);
            }
        }
        return open;
    }

    private static boolean keeps(Carry carry, Value argument, Value yielded, Site site) {
        Optional<Literal> number = site.literal(yielded);
        return yielded.equals(argument)
                || yielded.equals(carry.initial())
                || (number.isPresent() && number.equals(site.literal(carry.initial())));
    }

    /** The numbers of the sequences whose rows are not known; what is known is entered. */
    private static Set<Integer> rows(Loop loop, Map<Value, Value> known, Site site) {
        Set<Integer> open = new LinkedHashSet<>();
        for (int i = 0; i < loop.sequences().size(); i++) {
            Value row = loop.rows().get(i);
            Type type = row.type();
            Optional<Literal> number = site.literal(loop.sequences().get(i).of());
            if (number.isPresent() && type.stacked().isEmpty()) {
                known.put(row, site.constant(number.get(), row));
            } else {
                open.add(i);
            }
        }
        return open;
    }
}
