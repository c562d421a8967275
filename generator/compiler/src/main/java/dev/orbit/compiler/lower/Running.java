package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Expressions over running indices: a loop for each index that collects or adds, so that the size of the program
 * does not depend on how far an index runs. An index with few values is written out.
 */
final class Running {
    private final Frame frame;

    Running(Frame frame) {
        this.frame = frame;
    }

    Value comprehension(Expr.Comprehension expr) {
        frame.at(expr.span());
        return collected(expr.indices(), expr.body(), frame);
    }

    /** The body's values as entries: as many axes as there are indices. */
    private static Value collected(List<RunningIndex> indices, Expr body, Frame frame) {
        if (indices.isEmpty()) {
            return new Expressions(frame).value(body);
        }
        Type type = Types.of(indices.stream().map(RunningIndex::count).toList());
        RunningIndex index = indices.get(0);
        List<RunningIndex> others = indices.subList(1, indices.size());
        if (type.size() == 0) {
            return frame.builder.literal(Literal.of(0.0), type);
        } else if (!WrittenOut.isLoop(index, body)) {
            List<Value> rows = writtenOut(index, frame, inside -> collected(others, body, inside));
            if (rows.size() == 1) {
                return Shapes.reshape(rows.get(0), type, frame.builder);
            }
            // rows of one entry are numbers
            boolean flat = rows.get(0).type().isScalar();
            Type stacked = flat ? Type.vector(rows.size()) : type;
            Value stack = frame.builder.view(Access.STACK, stacked, List.of(), rows.toArray(Value[]::new));
            return Shapes.reshape(stack, type, frame.builder);
        }
        Value stack = loop(index, frame, List.of(), inside -> collected(others, body, inside));
        return frame.builder.view(Access.RESHAPE, type, List.of(), stack);
    }

    Value reduce(Expr.ReduceOver expr) {
        frame.at(expr.span());
        return switch (expr.reduction()) {
            case SUM -> total(expr.indices(), expr.body(), frame);
            case MEAN -> {
                int count =
                        expr.indices().stream().mapToInt(RunningIndex::count).reduce(1, Math::multiplyExact);
                Value sum = total(expr.indices(), expr.body(), frame);
                yield frame.builder.divide(sum, frame.builder.constant(count));
            }
            case NORM -> entries(expr, 0.0);
            case MAX, LOGSUMEXP -> entries(expr, Double.NEGATIVE_INFINITY);
            case MIN -> entries(expr, Double.POSITIVE_INFINITY);
        };
    }

    /** The sum, that of the last index inside. */
    private static Value total(List<RunningIndex> indices, Expr body, Frame frame) {
        if (indices.isEmpty()) {
            return new Expressions(frame).value(body);
        }
        RunningIndex index = indices.get(0);
        List<RunningIndex> others = indices.subList(1, indices.size());
        Type type = Types.of(body.shape());
        if (!WrittenOut.isLoop(index, body)) {
            return writtenOut(index, frame, inside -> total(others, body, inside)).stream()
                    .reduce(frame.builder::add)
                    .orElseGet(() -> frame.builder.literal(Literal.of(0.0), type));
        }
        Carry sum = Carry.sum(frame.builder.literal(Literal.of(0.0), type));
        return loop(index, frame, List.of(sum), inside -> total(others, body, inside));
    }

    /** A reduction of all entries; of none what is given. */
    private Value entries(Expr.ReduceOver expr, double none) {
        if (expr.indices().stream().anyMatch(index -> index.count() == 0)) {
            return frame.builder.constant(none);
        }
        return Shapes.reduce(expr.reduction(), collected(expr.indices(), expr.body(), frame), frame.builder);
    }

    private static List<Value> writtenOut(RunningIndex index, Frame frame, Function<Frame, Value> write) {
        List<Value> values = new ArrayList<>();
        for (int i = index.first(); i <= index.last(); i++) {
            Frame inside = frame.inner(frame.builder);
            inside.run(index.symbol(), i);
            values.add(write.apply(inside));
        }
        return values;
    }

    /** What a loop over the index leaves of its one sum, or collects. */
    private static Value loop(RunningIndex index, Frame frame, List<Carry> sums, Function<Frame, Value> write) {
        Builder builder = frame.builder.inner();
        Value counter = frame.builder.named(index.symbol().name()).fresh(Type.INDEX);
        Frame inside = frame.inner(builder);
        inside.count(index.symbol(), new Frame.Counter(counter, index.first()));
        Value result = write.apply(inside);
        Region body = new Region(List.of(counter), builder.written(), List.of(result));
        return frame.builder
                .loop(Instr.Axis.REPEATS, new Count.Fixed(index.count()), false, sums, List.of(), body)
                .get(0);
    }
}
