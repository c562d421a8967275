package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Copy;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Renaming;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes out the iterations of loops with few of them, so that known starts fold and dead last updates drop out: of
 * loops over steps and repeats with a fixed count of at most {@value #MOST_ITERATIONS} and at most {@value #MOST_INSTRS}
 * instructions when written out. The size of what is emitted does not depend on the count beyond that. It is made for
 * programs before differentiation.
 */
final class Unroll implements Pass {
    static final int MOST_ITERATIONS = 8;
    static final int MOST_INSTRS = 200;

    @Override
    public String name() {
        return "unroll";
    }

    @Override
    public Law law() {
        return Law.BITWISE;
    }

    @Override
    public Program apply(Program program) {
        Region body = program.body();
        Builder builder = new Builder(Values.nextId(program));
        Walk walk = new Walk(builder, new Replacements());
        List<Value> results = walk.instrs(body);
        Region written = new Region(body.arguments(), builder.written(), results);
        return walk.replacements.finished(new Program(program.inputs(), written, program.outputs()));
    }

    private static boolean isSmall(Loop loop) {
        boolean axis = loop.axis() == Axis.STEPS || loop.axis() == Axis.REPEATS;
        // a loop that only collects or adds has no known start and no dead last update; short ones are never written
        boolean carries = loop.axis() != Axis.REPEATS || loop.states() > 0;
        return axis
                && carries
                && loop.count() instanceof Count.Fixed fixed
                && fixed.number() <= MOST_ITERATIONS
                && (long) fixed.number() * size(loop.body()) <= MOST_INSTRS;
    }

    private static int size(Region region) {
        int size = 0;
        for (Instr instr : region.instrs()) {
            size += 1 + instr.regions().stream().mapToInt(Unroll::size).sum();
        }
        return size;
    }

    private record Walk(Builder builder, Replacements replacements) {
        List<Value> instrs(Region region) {
            Renaming renaming = Renaming.ofUses(replacements::of);
            for (Instr instr : region.instrs()) {
                Instr renamed = renaming.apply(instr, this::region);
                if (renamed instanceof Loop loop && isSmall(loop)) {
                    new Iterations(builder, loop).write(replacements);
                } else {
                    builder.add(renamed);
                }
            }
            return region.results().stream().map(replacements::of).toList();
        }

        private Region region(Region region) {
            return builder.region(region.arguments(), () -> instrs(region));
        }
    }

    /** The iterations of one loop, one after the other. */
    private static final class Iterations {
        private final Builder builder;
        private final Loop loop;
        private final int count;
        private final List<Value> current;
        /** For each result what each iteration yielded for it, in the order of running. */
        private final List<List<Value>> yielded = new ArrayList<>();

        Iterations(Builder builder, Loop loop) {
            this.builder = builder;
            this.loop = loop;
            this.count = ((Count.Fixed) loop.count()).number();
            this.current = loop.carries().stream().map(Carry::initial).collect(Collectors.toCollection(ArrayList::new));
            loop.results().forEach(result -> yielded.add(new ArrayList<>()));
        }

        void write(Replacements replacements) {
            for (int iteration = 0; iteration < count; iteration++) {
                iterate(iteration);
            }
            for (int i = 0; i < loop.results().size(); i++) {
                Value result = loop.results().get(i);
                replacements.put(result, i < current.size() ? current.get(i) : stack(i, result));
            }
        }

        private void iterate(int iteration) {
            int index = loop.backward() ? count - 1 - iteration : iteration;
            Map<Value, Value> known = new HashMap<>();
            known.put(loop.index(), builder.literal(Literal.of(index), Type.INDEX));
            List<Optional<Value>> carried = loop.carried();
            for (int i = 0; i < carried.size(); i++) {
                if (carried.get(i).isPresent()) {
                    known.put(carried.get(i).get(), seen(i, iteration));
                }
            }
            for (int i = 0; i < loop.rows().size(); i++) {
                known.put(
                        loop.rows().get(i),
                        row(loop.rows().get(i), loop.sequences().get(i), index));
            }
            List<Value> results = Copy.into(builder, numbered(iteration + 1), known);
            for (int i = 0; i < results.size(); i++) {
                yielded.get(i).add(results.get(i));
                if (i < current.size()) {
                    boolean isState = loop.carries().get(i).isState();
                    current.set(i, isState ? results.get(i) : sum(i, results.get(i)));
                }
            }
        }

        /** The body with its names numbered as the steps are: {@code h} after step 2 is {@code h2}. */
        private Region numbered(int step) {
            if (count == 1) {
                return loop.body();
            }
            Renaming naming = new Renaming(value -> value, value -> {
                String name = value.hint().isEmpty() ? "" : value.hint() + step;
                return new Value(value.id(), value.type(), name, value.origin());
            });
            return naming.apply(loop.body());
        }

        /** What the body sees of a carry. */
        private Value seen(int carry, int iteration) {
            int from = iteration - loop.carries().get(carry).delay();
            return from < 0
                    ? loop.carries().get(carry).initial()
                    : yielded.get(carry).get(from);
        }

        private Value sum(int carry, Value added) {
            Value result = loop.results().get(carry);
            return builder.at(result.origin()).named(result.hint()).add(current.get(carry), added);
        }

        private Value row(Value row, Sequence sequence, int index) {
            return builder.at(row.origin())
                    .named(row.hint())
                    .view(Access.ROW, row.type(), List.of(index + sequence.shift()), sequence.of());
        }

        private Value stack(int collected, Value result) {
            List<Value> rows = new ArrayList<>(yielded.get(collected));
            if (loop.backward()) {
                Collections.reverse(rows);
            }
            return builder.at(result.origin())
                    .named(result.hint())
                    .view(Access.ROWS, result.type(), List.of(), rows.toArray(Value[]::new));
        }
    }
}
