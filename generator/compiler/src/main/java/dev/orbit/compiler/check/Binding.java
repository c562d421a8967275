package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.RunningIndex;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.syntax.Binder;
import java.util.Optional;

/** The {@code i in 1..k} of a comprehension, in the scope of its body. */
record Binding(RunningIndex index, Extent extent) {
    /** Binds the name as a number that runs; empty if the range is wrong, or must be known value by value. */
    static Optional<Binding> running(Binder binder, Frame frame) {
        Symbol symbol = frame.run().symbol(binder.name(), Role.RUNNING_INDEX, Shape.SCALAR, Optional.empty());
        Optional<Binding> binding = range(binder, frame).map(range -> {
            RunningIndex index = new RunningIndex(symbol, range.first(), range.last());
            frame.run().defineRange(index);
            return new Binding(index, extent(binder, range, frame));
        });
        frame.scope().put(binding.isPresent() ? Meaning.of(symbol, Affine.of(symbol)) : Meaning.untyped(symbol));
        return binding;
    }

    /** Binds the name to one value. */
    static void fixed(Binder binder, int value, Frame frame) {
        Symbol symbol = frame.run().symbol(binder.name(), Role.RUNNING_INDEX, Shape.SCALAR, Optional.empty());
        frame.scope().put(Meaning.of(symbol, Affine.of(value)));
    }

    /** Both ends included. */
    record Range(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /** A range of numbers that are known here. */
    static Optional<Range> range(Binder binder, Frame frame) {
        if (frame.scope()
                .find(binder.name().text())
                .filter(m -> m.role() == Role.RUNNING_INDEX)
                .isPresent()) {
            frame.report()
                    .add(new NameProblem.IndexTwice(
                            binder.name().span(), binder.name().text()));
            return Optional.empty();
        }
        Optional<Affine> first = WholeNumbers.check(binder.range().first(), "a range", frame);
        Optional<Affine> last = WholeNumbers.check(binder.range().last(), "a range", frame);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> from = WholeNumbers.constant(first.get(), frame);
        Optional<Integer> to = WholeNumbers.constant(last.get(), frame);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Indices.length(first.get(), last.get(), binder.range().span(), frame)
                .map(length -> new Range(from.get(), to.get()));
    }

    private static Extent extent(Binder binder, Range range, Frame frame) {
        return range.first() == 1
                ? WholeNumbers.spelled(range.count(), binder.range().last(), frame)
                : Extent.of(range.count());
    }
}
