package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Block;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Types {@code [a, b; c, d]}: the extents of its rows and columns follow from the blocks that have a shape; {@code 0} fits
 * any block and {@code 1} is the identity of a square one.
 */
final class BlockLiterals {
    private BlockLiterals() {}

    static Typed check(Expression.Block literal, Frame frame) {
        List<List<Expression>> rows = literal.rows();
        List<List<Typed>> typed = rows.stream()
                .map(row -> row.stream().map(block -> block(block, frame)).toList())
                .toList();
        int width = rows.get(0).size();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() != width) {
                frame.report().add(BlockProblem.Ragged.of(rows, i));
                return Typed.UNKNOWN;
            }
        }
        if (!typed.stream().flatMap(List::stream).allMatch(Typed::isKnown)) {
            return Typed.UNKNOWN;
        }
        BlockExtents extents = new BlockExtents(rows.size(), width);
        boolean fine = true;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < width; j++) {
                fine &= place(extents, i, j, rows.get(i).get(j), typed.get(i).get(j), frame);
            }
        }
        return fine && identitiesFit(extents, rows, frame) ? build(literal, typed, extents, frame) : Typed.UNKNOWN;
    }

    private static Typed block(Expression block, Frame frame) {
        return isIdentity(block) || Expressions.isZero(block)
                ? Typed.number(new Expr.Number(0, "0", block.span()), 0)
                : Expressions.check(block, frame);
    }

    private static boolean isIdentity(Expression block) {
        return block instanceof Expression.Number number && number.text().equals("1");
    }

    /** Learns the extents of a row and a column from one block; reports what does not fit. */
    private static boolean place(
            BlockExtents extents, int row, int column, Expression written, Typed typed, Frame frame) {
        if (Expressions.isZero(written)) {
            return true;
        } else if (isIdentity(written)) {
            extents.tie(row, column);
            return true;
        }
        Operand operand = frame.operand(typed, written.span());
        Optional<Operand> otherRow = extents.row(row, operand);
        otherRow.ifPresent(
                other -> frame.report().add(new BlockProblem.HeightsDiffer(written.span(), operand, other, row + 1)));
        Optional<Operand> otherColumn = extents.column(column, operand);
        otherColumn.ifPresent(
                other -> frame.report().add(new BlockProblem.WidthsDiffer(written.span(), operand, other, column + 1)));
        return otherRow.isEmpty() && otherColumn.isEmpty();
    }

    private static boolean identitiesFit(BlockExtents extents, List<List<Expression>> rows, Frame frame) {
        List<BlockExtents.Cell> wrong = extents.settle();
        for (BlockExtents.Cell cell : wrong) {
            frame.report()
                    .add(new BlockProblem.IdentityNotSquare(
                            rows.get(cell.row()).get(cell.column()).span(),
                            extents.row(cell.row()),
                            extents.rowSource(cell.row()),
                            extents.column(cell.column()),
                            extents.columnSource(cell.column())));
        }
        return wrong.isEmpty();
    }

    private static Typed build(Expression.Block literal, List<List<Typed>> typed, BlockExtents extents, Frame frame) {
        int height = typed.size();
        int width = typed.get(0).size();
        List<RowBlock> rows = IntStream.range(0, height)
                .mapToObj(i -> new RowBlock(extents.row(i), extents.isScalarRow(i)))
                .toList();
        List<RowBlock> columns = IntStream.range(0, width)
                .mapToObj(j -> new RowBlock(extents.column(j), extents.isScalarColumn(j)))
                .toList();
        List<List<Block>> grid = IntStream.range(0, height)
                .mapToObj(i -> blocks(literal.rows().get(i), typed.get(i)))
                .toList();
        boolean list = height == 1 && rows.get(0).scalar() && columns.stream().allMatch(RowBlock::scalar);
        if (list) {
            return vector(literal, columns, transposed(grid), frame);
        } else if (width == 1 && columns.get(0).scalar()) {
            return vector(literal, rows, grid, frame);
        }
        Shape shape = Shape.matrix(Sizes.total(extents(rows)), Sizes.total(extents(columns)));
        if (!Sizes.fits(shape, literal.span(), frame)) {
            return Typed.UNKNOWN;
        }
        return Typed.of(new Expr.Blocks(extents(rows), extents(columns), grid, shape, literal.span()))
                .withRows(rows);
    }

    private static Typed vector(Expression.Block literal, List<RowBlock> rows, List<List<Block>> grid, Frame frame) {
        Shape shape = Shape.vector(Sizes.total(extents(rows)));
        if (!Sizes.fits(shape, literal.span(), frame)) {
            return Typed.UNKNOWN;
        }
        return Typed.of(new Expr.Blocks(extents(rows), List.of(Extent.ONE), grid, shape, literal.span()))
                .withRows(rows);
    }

    private static List<Extent> extents(List<RowBlock> blocks) {
        return blocks.stream().map(RowBlock::extent).toList();
    }

    private static List<Block> blocks(List<Expression> written, List<Typed> typed) {
        List<Block> blocks = new ArrayList<>();
        for (int j = 0; j < written.size(); j++) {
            if (Expressions.isZero(written.get(j))) {
                blocks.add(new Block.Zero());
            } else if (isIdentity(written.get(j))) {
                blocks.add(new Block.Identity());
            } else {
                blocks.add(new Block.Part(typed.get(j).expr().orElseThrow()));
            }
        }
        return blocks;
    }

    private static List<List<Block>> transposed(List<List<Block>> row) {
        return row.get(0).stream().map(Collections::singletonList).toList();
    }
}
