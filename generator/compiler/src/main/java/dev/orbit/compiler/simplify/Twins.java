package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries of a loop that start alike, supposed to be equal until the body shows otherwise; and rows of one sequence. As
 * long as the supposition stands, one argument of the body is read instead of the other.
 */
final class Twins {
    private final Loop loop;
    private final Replacements replacements;
    /** For each state carry the first carry that it is supposed to equal. */
    private final Map<Integer, Integer> first = new HashMap<>();

    Twins(Loop loop, Replacements replacements) {
        this.loop = loop;
        this.replacements = replacements;
        Map<Carry, Integer> starts = new HashMap<>();
        for (int i = 0; i < loop.carries().size(); i++) {
            Carry carry = loop.carries().get(i);
            if (carry.isState()) {
                Carry start = carry.from(replacements.of(carry.initial()));
                Integer before = starts.putIfAbsent(start, i);
                first.put(i, before == null ? i : before);
            }
        }
        suppose();
        shareRows();
    }

    /** Whether the body, written under the supposition, bears it out; else fewer carries are supposed to be equal. */
    boolean confirmed(Region body) {
        Map<List<Object>, Integer> groups = new HashMap<>();
        boolean stands = true;
        for (int i = 0; i < loop.carries().size(); i++) {
            if (first.containsKey(i)) {
                List<Object> group = List.of(first.get(i), body.results().get(i));
                Integer leader = groups.putIfAbsent(group, i);
                int now = leader == null ? i : leader;
                stands &= first.get(i) == now;
                first.put(i, now);
            }
        }
        suppose();
        return stands;
    }

    /** Reads results of a written loop that are equal as one: those that start alike and go on with the same value. */
    static void shareResults(Loop written, Replacements replacements) {
        Map<List<Object>, Value> results = new HashMap<>();
        for (int i = 0; i < written.results().size(); i++) {
            Object start = i < written.carries().size() ? written.carries().get(i) : "stack";
            Value result = written.results().get(i);
            Value before =
                    results.putIfAbsent(List.of(start, written.body().results().get(i)), result);
            replacements.set(result, before == null ? result : before);
        }
    }

    private void suppose() {
        List<Optional<Value>> arguments = loop.carried();
        first.forEach((carry, leader) -> {
            Value argument = arguments.get(carry).orElseThrow();
            replacements.set(argument, arguments.get(leader).orElseThrow());
        });
    }

    private void shareRows() {
        Map<Sequence, Value> rows = new HashMap<>();
        for (int i = 0; i < loop.sequences().size(); i++) {
            Sequence sequence = loop.sequences().get(i);
            Sequence read = new Sequence(replacements.of(sequence.of()), sequence.shift());
            Value row = loop.rows().get(i);
            Value before = rows.putIfAbsent(read, row);
            replacements.set(row, before == null ? row : before);
        }
    }
}
