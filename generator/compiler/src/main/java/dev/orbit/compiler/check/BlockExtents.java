package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Extents of the rows and columns of a block literal, as they become known block by block. */
final class BlockExtents {
    /** A place in the grid, from 0. */
    record Cell(int row, int column) {}

    private final Line[] rows;
    private final Line[] columns;
    private final List<Cell> identities = new ArrayList<>();

    /** A row or column: its extent, which block told it, and whether some block in it has an axis along it. */
    private record Line(Optional<Extent> extent, Optional<Operand> source, boolean shaped) {
        static final Line NEW = new Line(Optional.empty(), Optional.empty(), false);
    }

    BlockExtents(int height, int width) {
        rows = Collections.nCopies(height, Line.NEW).toArray(Line[]::new);
        columns = Collections.nCopies(width, Line.NEW).toArray(Line[]::new);
    }

    /** A block lies in a row: the block that it does not fit, if there is one. */
    Optional<Operand> row(int row, Operand block) {
        Shape shape = block.shape();
        return learn(rows, row, block, shape.rows(), !shape.isScalar());
    }

    Optional<Operand> column(int column, Operand block) {
        Shape shape = block.shape();
        return learn(columns, column, block, shape.columns(), shape.isMatrix());
    }

    private static Optional<Operand> learn(Line[] lines, int at, Operand block, Extent extent, boolean shaped) {
        Line line = lines[at];
        if (line.extent().isPresent() && !line.extent().get().agrees(extent)) {
            return line.source();
        }
        lines[at] = new Line(
                Optional.of(line.extent().filter(e -> line.shaped() || !shaped).orElse(extent)),
                line.source().or(() -> Optional.of(block)),
                line.shaped() || shaped);
        return Optional.empty();
    }

    /** An identity lies here: its row is as high as its column is wide. */
    void tie(int row, int column) {
        identities.add(new Cell(row, column));
    }

    /** Carries extents across identities until nothing changes, then makes the rest 1; returns identities that are not square. */
    List<Cell> settle() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Cell cell : identities) {
                changed |= carry(rows, cell.row(), columns[cell.column()]);
                changed |= carry(columns, cell.column(), rows[cell.row()]);
            }
        }
        return identities.stream()
                .filter(cell -> !row(cell.row()).agrees(column(cell.column())))
                .toList();
    }

    private static boolean carry(Line[] lines, int at, Line from) {
        boolean learns = lines[at].extent().isEmpty() && from.extent().isPresent();
        boolean shapes = from.shaped() && !lines[at].shaped() && (learns || sameSize(lines[at], from));
        if (learns) {
            lines[at] = from;
        } else if (shapes) {
            lines[at] = new Line(lines[at].extent(), lines[at].source(), true);
        }
        return learns || shapes;
    }

    private static boolean sameSize(Line one, Line other) {
        return one.extent().isPresent()
                && other.extent().isPresent()
                && one.extent().get().agrees(other.extent().get());
    }

    Extent row(int row) {
        return rows[row].extent().orElse(Extent.ONE);
    }

    Extent column(int column) {
        return columns[column].extent().orElse(Extent.ONE);
    }

    /** The block that told the height of a row. */
    Optional<Operand> rowSource(int row) {
        return rows[row].source();
    }

    Optional<Operand> columnSource(int column) {
        return columns[column].source();
    }

    /** Whether the row is one entry high and holds no vector or matrix. */
    boolean isScalarRow(int row) {
        return !rows[row].shaped();
    }

    /** Whether the column is one entry wide and holds no matrix. */
    boolean isScalarColumn(int column) {
        return !columns[column].shaped();
    }
}
