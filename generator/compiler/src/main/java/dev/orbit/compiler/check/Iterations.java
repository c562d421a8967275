package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Iteration;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Binder;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Types how often the step is applied: {@code iterate 3}, {@code iterate T}, {@code iterate t in 2..T}. */
final class Iterations {
    private static final String WHAT = "the number of steps";

    private final Frame frame;

    private Iterations(Frame frame) {
        this.frame = frame;
    }

    static Optional<Iteration> check(List<Declaration> declarations, Run run, Report report) {
        List<Declaration> found = new ArrayList<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.IterateTimes || declaration instanceof Declaration.IterateOver) {
                found.add(declaration);
            }
        }
        for (int i = 1; i < found.size(); i++) {
            report.add(new StepProblem.SecondOf(
                    found.get(i).span(), "iterate", found.get(0).span()));
        }
        Iterations iterations = new Iterations(run.frame(Site.CONSTANT, report));
        Optional<Iteration> iteration = found.stream().findFirst().flatMap(iterations::check);
        iteration.ifPresent(it -> run.defineSteps(steps(it)));
        return iteration;
    }

    private static OptionalInt steps(Iteration iteration) {
        return iteration
                .last()
                .match(new Iteration.Last.Cases<>(
                        fixed -> OptionalInt.of(Math.max(0, fixed.number() - iteration.first() + 1)),
                        open -> OptionalInt.empty()));
    }

    private Optional<Iteration> check(Declaration declaration) {
        return declaration instanceof Declaration.IterateOver over
                ? over(over.counter())
                : times(((Declaration.IterateTimes) declaration).count());
    }

    private Optional<Iteration> times(Expression count) {
        Optional<Symbol> open = openDim(count);
        if (open.isPresent()) {
            return Optional.of(new Iteration(Optional.empty(), 1, new Iteration.Last.Open(open.get())));
        }
        Optional<Integer> number = WholeNumbers.checkConstant(count, WHAT, frame);
        if (number.isPresent() && number.get() < 0) {
            frame.report().add(new DomainProblem.NegativeSteps(count.span(), number.get()));
            return Optional.empty();
        }
        return number.map(n -> new Iteration(Optional.empty(), 1, new Iteration.Last.Fixed(n)));
    }

    private Optional<Iteration> over(Binder counter) {
        Optional<Integer> first = WholeNumbers.checkConstant(counter.range().first(), WHAT, frame);
        Expression to = counter.range().last();
        Optional<Iteration.Last> last = openDim(to)
                .<Iteration.Last>map(Iteration.Last.Open::new)
                .or(() -> WholeNumbers.checkConstant(to, WHAT, frame).map(Iteration.Last.Fixed::new));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Span span = counter.range().span();
        boolean reversed = last.get() instanceof Iteration.Last.Fixed fixed && fixed.number() < first.get() - 1;
        if (first.get() < 1 || reversed) {
            frame.report().add(new DomainProblem.WrongSteps(span, frame.report().words(span), first.get() < 1));
            return Optional.empty();
        }
        Symbol index = frame.run().symbol(counter.name(), Role.STEP_INDEX, Shape.SCALAR, Optional.empty());
        return Optional.of(new Iteration(Optional.of(index), first.get(), last.get()));
    }

    /** The open dim, if the expression is just its name. */
    private Optional<Symbol> openDim(Expression expression) {
        return expression instanceof Expression.Reference reference
                ? frame.scope()
                        .find(reference.name().text())
                        .filter(Meaning::isOpenDim)
                        .map(Meaning::symbol)
                : Optional.empty();
    }
}
