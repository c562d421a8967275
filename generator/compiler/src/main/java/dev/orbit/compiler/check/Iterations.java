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
        Optional<Iteration> iteration = found.isEmpty() ? implied(declarations, run) : iterations.check(found.get(0));
        iteration.ifPresent(it -> run.defineSteps(steps(it)));
        return iteration;
    }

    /** A model without a step still runs over the rows of its data: as many as the open dim says. */
    private static Optional<Iteration> implied(List<Declaration> declarations, Run run) {
        if (declarations.stream().anyMatch(Declaration.Step.class::isInstance) || !run.hasRows()) {
            return Optional.empty();
        }
        return declarations.stream()
                .filter(Declaration.Dim.class::isInstance)
                .flatMap(dim -> run.global().own(((Declaration.Dim) dim).name().text()).stream())
                .filter(Meaning::isOpenDim)
                .findFirst()
                .flatMap(dim -> run.global().find(dim.name()))
                .map(dim -> new Iteration(Optional.empty(), 1, new Iteration.Last.Open(dim.symbol())));
    }

    private static OptionalInt steps(Iteration iteration) {
        return iteration
                .last()
                .match(new Iteration.Last.Cases<>(
                        fixed -> OptionalInt.of((int) Math.max(0, fixed.number() - (long) iteration.first() + 1)),
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
            frame.report().add(new CountProblem.NegativeSteps(count.span(), number.get()));
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
        Symbol index = frame.run().symbol(counter.name(), Role.STEP_INDEX, Shape.SCALAR, Optional.empty());
        // With a wrong range there will be no model, but the step still has its number.
        int from = first.orElse(1);
        Iteration.Last until = last.orElse(new Iteration.Last.Fixed(Integer.MAX_VALUE));
        boolean reversed = until instanceof Iteration.Last.Fixed fixed && fixed.number() < from - 1L;
        boolean early = from < 1 && frame.run().hasRows();
        if (first.isPresent() && last.isPresent() && (early || reversed)) {
            Span span = counter.range().span();
            frame.report().add(new CountProblem.WrongSteps(span, frame.report().words(span), early));
        }
        return Optional.of(new Iteration(Optional.of(index), from, until));
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
