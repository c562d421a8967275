package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Index;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.model.Selector;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Part;
import dev.orbit.compiler.syntax.Statement.Destructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Types {@code [p; q'; _] = expr;}: each part takes the next rows of the right-hand side. How many follows from what is
 * written, from the declared shape of a state, or from the row blocks of the right-hand side.
 */
final class Destructuring {
    private final Destructure written;
    private final Frame frame;

    private Destructuring(Destructure written, Frame frame) {
        this.written = written;
        this.frame = frame;
    }

    static List<Statement> check(Destructure written, Frame frame) {
        return new Destructuring(written, frame).check();
    }

    private List<Statement> check() {
        Typed right = Expressions.check(written.value(), frame);
        List<Optional<RowBlock>> told = written.parts().stream().map(this::told).toList();
        Optional<List<RowBlock>> sizes = right.isKnown() ? sizes(right, told) : Optional.empty();
        if (sizes.isEmpty()) {
            for (Part part : written.parts()) {
                if (part instanceof Part.ToIntermediate to) {
                    StepNames.untyped(to.name(), frame);
                } else if (part instanceof Part.ToState to) {
                    StepStatements.state(to.state(), frame);
                }
            }
            return List.of();
        }
        Symbol whole = frame.run()
                .symbol(
                        "stacked",
                        Role.INTERMEDIATE,
                        right.shape(),
                        written.value().span(),
                        Optional.empty());
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Define(whole, right.expr().orElseThrow(), written.span()));
        int first = 1;
        for (int i = 0; i < sizes.get().size(); i++) {
            RowBlock rows = sizes.get().get(i);
            take(written.parts().get(i), whole, first, rows).ifPresent(statements::add);
            first += rows.extent().size();
        }
        return statements;
    }

    /** The rows that a part says it takes: written, or by the shape of its state. */
    private Optional<RowBlock> told(Part part) {
        Optional<RowBlock> size =
                part.size().flatMap(s -> Sizes.check(s, frame)).map(extent -> new RowBlock(extent, false));
        if (size.isPresent() || !(part instanceof Part.ToState to)) {
            return size;
        }
        return frame.run()
                .global()
                .own(to.state().text())
                .filter(meaning -> meaning.role() == Role.STATE && meaning.typed())
                .map(meaning -> meaning.symbol().shape())
                .map(shape -> new RowBlock(shape.rows(), shape.isScalar()));
    }

    private Optional<List<RowBlock>> sizes(Typed right, List<Optional<RowBlock>> told) {
        Operand operand = frame.operand(right, written.value().span());
        if (right.isScalar()) {
            frame.report().add(new BlockProblem.NothingToTake(written.value().span(), operand));
            return Optional.empty();
        }
        int parts = written.parts().size();
        boolean allTold = told.stream().allMatch(Optional::isPresent);
        List<RowBlock> blocks = right.rows();
        if (blocks.size() == parts) {
            return fromBlocks(told, blocks, operand);
        } else if (!allTold && !blocks.isEmpty()) {
            frame.report().add(new BlockProblem.PartCount(parts(), parts, operand, blocks.size()));
            return Optional.empty();
        } else if (!allTold) {
            return fromScalars(told, operand);
        }
        List<RowBlock> sizes = told.stream().flatMap(Optional::stream).toList();
        Extent sum = Sizes.total(sizes.stream().map(RowBlock::extent).toList());
        if (!sum.agrees(right.shape().rows())) {
            frame.report().add(new BlockProblem.PartSum(parts(), sum, operand));
            return Optional.empty();
        }
        return Optional.of(sizes);
    }

    private Span parts() {
        List<Part> parts = written.parts();
        return parts.get(0).span().to(parts.get(parts.size() - 1).span());
    }

    private Optional<List<RowBlock>> fromBlocks(List<Optional<RowBlock>> told, List<RowBlock> blocks, Operand operand) {
        List<RowBlock> sizes = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            RowBlock block = blocks.get(i);
            RowBlock size = told.get(i).orElse(block);
            if (!size.extent().agrees(block.extent())) {
                Part part = written.parts().get(i);
                frame.report()
                        .add(new BlockProblem.PartDiffers(
                                part.span(),
                                frame.report().words(part.span()),
                                size.extent(),
                                i + 1,
                                block.extent(),
                                operand,
                                declaration(part)));
                return Optional.empty();
            }
            sizes.add(size);
        }
        return Optional.of(sizes);
    }

    /** Where the size of a part comes from, if its state tells it. */
    private List<Note> declaration(Part part) {
        if (part.size().isPresent() || !(part instanceof Part.ToState to)) {
            return List.of();
        }
        return frame.run().global().own(to.state().text()).map(Meaning::symbol).stream()
                .map(state -> new Note(
                        state.span(),
                        "`" + state.name() + "` is declared here: "
                                + (state.shape().isScalar()
                                        ? "a scalar"
                                        : state.shape().toString())))
                .toList();
    }

    /** Nothing told the sizes of some parts: as many rows as parts means one row each. */
    private Optional<List<RowBlock>> fromScalars(List<Optional<RowBlock>> told, Operand operand) {
        boolean single = told.stream().allMatch(t -> t.map(RowBlock::scalar).orElse(true));
        if (single && operand.shape().rows().size() == told.size()) {
            return Optional.of(told.stream().map(t -> RowBlock.SCALAR).toList());
        }
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).isEmpty()) {
                Part part = written.parts().get(i);
                frame.report()
                        .add(new BlockProblem.PartUnknown(
                                part.span(), frame.report().words(part.span()), operand));
            }
        }
        return Optional.empty();
    }

    private Optional<Statement> take(Part part, Symbol whole, int first, RowBlock rows) {
        return part.match(new Part.Cases<>() {
            @Override
            public Optional<Statement> toIntermediate(Part.ToIntermediate to) {
                Typed value = Typed.of(rows(whole, first, rows, to.span()));
                return define(to.name(), value, to.span());
            }

            @Override
            public Optional<Statement> toState(Part.ToState to) {
                return StepStatements.state(to.state(), frame)
                        .flatMap(state -> next(state, rows(whole, first, rows, to.span()), to.span()));
            }

            @Override
            public Optional<Statement> drop(Part.Drop drop) {
                return Optional.empty();
            }
        });
    }

    private Optional<Statement> define(Name name, Typed value, Span span) {
        return StepNames.define(name, Role.INTERMEDIATE, value, false, span, frame)
                .map(symbol -> new Statement.Define(symbol, value.expr().orElseThrow(), written.span()));
    }

    private Optional<Statement> next(Symbol state, Expr value, Span span) {
        if (!value.shape().agrees(state.shape())) {
            Operand right = frame.operand(Typed.of(value), span);
            frame.report().add(new ShapeProblem.EquationDiffers(span, state, state.shape(), right));
            return Optional.empty();
        }
        return Optional.of(new Statement.Next(state, value, written.span()));
    }

    private static Expr rows(Symbol whole, int first, RowBlock rows, Span span) {
        Expr of = new Expr.Reference(whole, span);
        boolean entry = rows.scalar() && whole.shape().isVector();
        Selector selector = entry
                ? new Selector.At(new Index.Fixed(Affine.of(first)))
                : new Selector.Range(Affine.of(first), rows.extent());
        if (whole.shape().isVector()) {
            Shape shape = entry ? Shape.SCALAR : Shape.vector(rows.extent());
            return new Expr.Access(of, List.of(selector), shape, span);
        }
        Extent columns = whole.shape().columns();
        return new Expr.Access(
                of,
                List.of(selector, new Selector.Range(Affine.of(1), columns)),
                Shape.matrix(rows.extent(), columns),
                span);
    }
}
