package dev.orbit.compiler.program;

import static dev.orbit.compiler.program.TypeRules.agree;
import static dev.orbit.compiler.program.TypeRules.isReal;

import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import java.util.List;
import java.util.Optional;

/** How the types of a loop's parts belong together. */
final class LoopRules {
    private LoopRules() {}

    static Optional<String> problem(Loop loop) {
        int carries = loop.carries().size();
        boolean sizes = loop.body().arguments().size()
                        == 1 + loop.states() + loop.sequences().size()
                && loop.body().results().size() == loop.results().size()
                && loop.results().size() >= carries;
        if (!sizes) {
            return Optional.of("a loop's body takes an index, its states and rows, and yields the loop's results");
        }
        if (!loop.index().type().equals(Type.INDEX)) {
            return Optional.of("a loop's body takes an index first");
        }
        return carries(loop).or(() -> sequences(loop)).or(() -> stacks(loop));
    }

    private static Optional<String> carries(Loop loop) {
        List<Optional<Value>> arguments = loop.carried();
        for (int i = 0; i < arguments.size(); i++) {
            Value initial = loop.carries().get(i).initial();
            Value yielded = loop.body().results().get(i);
            boolean same = agree(initial, yielded)
                    && agree(initial, loop.results().get(i))
                    && agree(initial, arguments.get(i).orElse(initial));
            if (!same) {
                return Optional.of("carry " + i + " of a loop keeps its type");
            }
            if (arguments.get(i).isEmpty() && !isReal(initial)) {
                return Optional.of("numbers are summed by a loop");
            }
            if (arguments.get(i).isPresent() && loop.axis() == Axis.EXAMPLES) {
                return Optional.of("examples do not hand states on");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sequences(Loop loop) {
        for (int i = 0; i < loop.sequences().size(); i++) {
            Sequence sequence = loop.sequences().get(i);
            Type stack = sequence.of().type();
            if (stack.stacked().isEmpty()
                    || !covers(stack, loop, sequence.shift())
                    || !Stacking.seen(loop.axis(), loop.count(), stack, loop.index())
                            .agrees(loop.rows().get(i).type())) {
                return Optional.of("a loop's iterations find their rows in " + sequence.of());
            }
        }
        return Optional.empty();
    }

    /** Whether the rows may be there as far as the program's text tells. */
    private static boolean covers(Type stack, Loop loop, int shift) {
        Count rows = stack.stacked().get(0);
        boolean cuts = Stacking.cuts(loop.axis(), loop.count(), stack);
        Count count = cuts ? ((Count.Quotient) loop.count()).of() : loop.count();
        if (rows instanceof Count.Fixed all && count instanceof Count.Fixed read) {
            return shift >= 0 && read.number() + shift <= all.number();
        }
        if (count instanceof Count.Less less && less.of().agrees(rows)) {
            return shift >= 0 && shift <= less.by();
        }
        return shift == 0 || (shift > 0 && !rows.agrees(count));
    }

    private static Optional<String> stacks(Loop loop) {
        for (int i = 0; i < loop.stacks().size(); i++) {
            Type wanted = Stacking.collected(
                    loop.axis(), loop.count(), loop.collected().get(i).type());
            if (!wanted.agrees(loop.stacks().get(i).type())) {
                return Optional.of("a loop stacks over its count what it collects");
            }
        }
        return Optional.empty();
    }
}
