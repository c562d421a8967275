package dev.orbit.compiler.program;

import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Loop;
import dev.orbit.compiler.program.Instr.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs loops. */
final class LoopEvaluation<V> {
    private final Algebra<V> algebra;
    private final Environment<V> environment;
    private final Evaluation<V> evaluation;

    LoopEvaluation(Algebra<V> algebra, Environment<V> environment, Evaluation<V> evaluation) {
        this.algebra = algebra;
        this.environment = environment;
        this.evaluation = evaluation;
    }

    List<Datum<V>> run(Loop loop) {
        int count = environment.number(loop.count());
        Map<String, Integer> dimensions = environment.dimensions();
        List<Carried> carried = new ArrayList<>();
        loop.carries().forEach(carry -> carried.add(new Carried(carry, environment.read(carry.initial()))));
        List<List<Datum<V>>> rows = new ArrayList<>();
        for (int iteration = 0; iteration < count; iteration++) {
            int index = loop.backward() ? count - 1 - iteration : iteration;
            enter(loop, index, carried);
            List<Datum<V>> yielded = evaluation.run(loop.body());
            for (int i = 0; i < carried.size(); i++) {
                carried.get(i).take(yielded.get(i));
            }
            rows.add(yielded.subList(carried.size(), yielded.size()));
        }
        environment.restore(dimensions);
        if (loop.backward()) {
            Collections.reverse(rows);
        }
        List<Datum<V>> results = new ArrayList<>();
        carried.forEach(each -> results.add(each.last));
        for (int i = 0; i < loop.collected().size(); i++) {
            results.add(stack(loop, i, rows));
        }
        return results;
    }

    private void enter(Loop loop, int index, List<Carried> carried) {
        environment.define(loop.index(), new Datum.Index<>(index));
        List<Optional<Value>> states = loop.carried();
        for (int i = 0; i < carried.size(); i++) {
            Carried each = carried.get(i);
            states.get(i).ifPresent(argument -> environment.define(argument, each.argument()));
        }
        List<Value> arguments = loop.rows();
        if (loop.axis() == Axis.EXAMPLES) {
            arguments.forEach(argument -> environment.forget(argument.type()));
        }
        for (int i = 0; i < arguments.size(); i++) {
            Datum<V> row = see(loop, loop.sequences().get(i), index);
            environment.define(arguments.get(i), row);
            if (loop.axis() == Axis.EXAMPLES) {
                environment.measure(arguments.get(i).type(), row);
            }
        }
    }

    /** The row of a sequence, or its rows in a segment. */
    private Datum<V> see(Loop loop, Sequence sequence, int index) {
        List<Datum<V>> rows = environment.read(sequence.of()).rows();
        boolean segments =
                Stacking.cuts(loop.axis(), loop.count(), sequence.of().type());
        int from =
                segments ? index * ((Count.Quotient) loop.count()).by() + sequence.shift() : index + sequence.shift();
        int to = from + (segments ? segmentLength(loop, index) : 1);
        if (from < 0 || to > rows.size()) {
            throw new IllegalArgumentException(
                    "row " + (from + 1) + " of " + sequence.of() + " wanted, which has " + rows.size());
        }
        return segments ? new Datum.Stack<>(rows.subList(from, to)) : rows.get(from);
    }

    private int segmentLength(Loop loop, int index) {
        Count.Quotient quotient = (Count.Quotient) loop.count();
        return Math.min(quotient.by(), environment.number(quotient.of()) - index * quotient.by());
    }

    private Datum<V> stack(Loop loop, int collected, List<List<Datum<V>>> rows) {
        List<Datum<V>> stack = new ArrayList<>();
        boolean joins = Stacking.joins(
                loop.axis(), loop.count(), loop.collected().get(collected).type());
        for (List<Datum<V>> row : rows) {
            if (joins) {
                stack.addAll(row.get(collected).rows());
            } else {
                stack.add(row.get(collected));
            }
        }
        return new Datum.Stack<>(stack);
    }

    /** One carry while the loop runs. */
    private final class Carried {
        private final Carry carry;
        private final Datum<V> initial;
        private final Deque<Datum<V>> onTheWay = new ArrayDeque<>();
        private Datum<V> last;

        Carried(Carry carry, Datum<V> initial) {
            this.carry = carry;
            this.initial = initial;
            this.last = initial;
        }

        Datum<V> argument() {
            return onTheWay.size() == carry.delay() ? onTheWay.remove() : initial;
        }

        void take(Datum<V> yielded) {
            switch (carry.kind()) {
                case STATE -> {
                    onTheWay.add(yielded);
                    last = yielded;
                }
                case SUM -> last = last.zip(yielded, algebra::add);
            }
        }
    }
}
