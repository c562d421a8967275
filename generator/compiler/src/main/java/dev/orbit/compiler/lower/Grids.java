package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Block;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Block literals: their cells, their products block by block, and what they are as one value. */
final class Grids {
    private Grids() {}

    static Term.Grid of(Expr.Blocks blocks, Expressions expressions) {
        List<Integer> rows = blocks.rows().stream().map(Extent::size).toList();
        List<Integer> columns = blocks.columns().stream().map(Extent::size).toList();
        boolean vector = blocks.shape().isVector();
        List<List<Term.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Term.Cell> row = new ArrayList<>();
            for (int j = 0; j < columns.size(); j++) {
                Type type = Types.cell(rows.get(i), columns.get(j), vector);
                row.add(blocks.grid().get(i).get(j).match(new Block.Cases<Term.Cell>() {
                    @Override
                    public Term.Cell zero(Block.Zero block) {
                        return new Term.Cell.Zero();
                    }

                    @Override
                    public Term.Cell identity(Block.Identity block) {
                        return new Term.Cell.Identity();
                    }

                    @Override
                    public Term.Cell part(Block.Part block) {
                        return cell(block.value(), type, expressions);
                    }
                }));
            }
            cells.add(row);
        }
        return new Term.Grid(rows, columns, cells, vector);
    }

    /** A block that is itself a grid of one block keeps its structure. */
    private static Term.Cell cell(Expr expr, Type type, Expressions expressions) {
        Term term = expressions.term(expr);
        if (term instanceof Term.Grid grid
                && grid.rows().size() == 1
                && grid.columns().size() == 1
                && !(grid.cells().get(0).get(0) instanceof Term.Cell.Part)) {
            return grid.cells().get(0).get(0);
        }
        Builder builder = expressions.at(expr);
        Value whole = whole(term, Types.of(expr.shape()), builder);
        return new Term.Cell.Part(Shapes.reshape(whole, type, builder));
    }

    /** The term as one value of this type. */
    static Value whole(Term term, Type type, Builder builder) {
        if (term instanceof Term.Plain plain) {
            return plain.value();
        }
        Term.Grid grid = (Term.Grid) term;
        int width = grid.columns().stream().mapToInt(Integer::intValue).sum();
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            rows.add(row(grid, i, width, builder));
        }
        if (rows.size() == 1) {
            return Shapes.reshape(rows.get(0), type, builder);
        } else if (width == 1) {
            return Shapes.reshape(stacked(rows, builder), type, builder);
        }
        return builder.view(Access.STACK, type, List.of(), rows.toArray(Value[]::new));
    }

    /** A row of blocks; as a vector where it is one row of numbers. */
    private static Value row(Term.Grid grid, int i, int width, Builder builder) {
        int height = grid.rows().get(i);
        List<Value> row = new ArrayList<>();
        for (int j = 0; j < grid.columns().size(); j++) {
            row.add(value(grid.cells().get(i).get(j), height, grid.columns().get(j), grid.vector(), builder));
        }
        if (row.size() == 1) {
            return row.get(0);
        } else if (height == 1) {
            return stacked(row, builder);
        }
        Type type = Types.of(List.of(height, width));
        return builder.view(Access.BESIDE, type, List.of(), row.toArray(Value[]::new));
    }

    /** All entries of numbers, vectors and matrices of one row or column as one vector. */
    private static Value stacked(List<Value> parts, Builder builder) {
        List<Value> vectors = new ArrayList<>();
        for (Value part : parts) {
            Type vector = Type.vector(part.type().size());
            vectors.add(part.type().isScalar() ? part : Shapes.reshape(part, vector, builder));
        }
        int size = parts.stream().mapToInt(part -> part.type().size()).sum();
        return builder.view(Access.STACK, Type.vector(size), List.of(), vectors.toArray(Value[]::new));
    }

    private static Value value(Term.Cell cell, int rows, int columns, boolean vector, Builder builder) {
        Type type = Types.cell(rows, columns, vector);
        if (cell instanceof Term.Cell.Part part) {
            return part.value();
        } else if (cell instanceof Term.Cell.Zero || type.isScalar()) {
            return builder.literal(Literal.of(cell instanceof Term.Cell.Zero ? 0.0 : 1.0), type);
        }
        return Shapes.eye(rows, builder);
    }

    /** The product of two terms of these types; a grid on the left is multiplied block by block. */
    static Term product(Term left, Type leftType, Term right, Type rightType, Type type, Builder builder) {
        if (!(left instanceof Term.Grid a)) {
            Value x = whole(left, leftType, builder);
            return new Term.Plain(Shapes.product(x, whole(right, rightType, builder), type, builder));
        }
        Term.Grid b = matching(right, rightType, a.columns(), rightType.shape().size() < 2, builder);
        List<List<Term.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < a.rows().size(); i++) {
            List<Term.Cell> row = new ArrayList<>();
            for (int j = 0; j < b.columns().size(); j++) {
                row.add(cell(a, b, i, j, builder));
            }
            cells.add(row);
        }
        return new Term.Grid(a.rows(), b.columns(), cells, b.vector());
    }

    private static Term.Cell cell(Term.Grid a, Term.Grid b, int i, int j, Builder builder) {
        Type type = Types.cell(a.rows().get(i), b.columns().get(j), b.vector());
        Term.Cell sum = new Term.Cell.Zero();
        for (int k = 0; k < a.columns().size(); k++) {
            Term.Cell product = times(a.cells().get(i).get(k), b.cells().get(k).get(j), type, builder);
            sum = plus(sum, product, type, builder);
        }
        return sum;
    }

    private static Term.Cell times(Term.Cell x, Term.Cell y, Type type, Builder builder) {
        if (x instanceof Term.Cell.Zero || y instanceof Term.Cell.Zero) {
            return new Term.Cell.Zero();
        } else if (x instanceof Term.Cell.Identity) {
            return fitted(y, type, builder);
        } else if (y instanceof Term.Cell.Identity) {
            return fitted(x, type, builder);
        }
        return new Term.Cell.Part(
                Shapes.product(((Term.Cell.Part) x).value(), ((Term.Cell.Part) y).value(), type, builder));
    }

    /** A column of a matrix that is a block of a vector, or the other way round. */
    private static Term.Cell fitted(Term.Cell cell, Type type, Builder builder) {
        return cell instanceof Term.Cell.Part part
                ? new Term.Cell.Part(Shapes.reshape(part.value(), type, builder))
                : cell;
    }

    private static Term.Cell plus(Term.Cell x, Term.Cell y, Type type, Builder builder) {
        if (x instanceof Term.Cell.Zero) {
            return y;
        } else if (y instanceof Term.Cell.Zero) {
            return x;
        }
        int rows = type.shape().isEmpty() ? 1 : type.shape().get(0);
        return new Term.Cell.Part(
                builder.add(value(x, rows, rows, false, builder), value(y, rows, rows, false, builder)));
    }

    /** The right operand cut where the left operand's columns are. */
    private static Term.Grid matching(Term right, Type type, List<Integer> rows, boolean vector, Builder builder) {
        if (right instanceof Term.Grid grid && grid.rows().equals(rows)) {
            return grid;
        }
        Value whole = whole(right, type, builder);
        int columns = vector ? 1 : type.shape().get(1);
        List<List<Term.Cell>> cells = new ArrayList<>();
        int from = 0;
        for (int height : rows) {
            cells.add(List.of(new Term.Cell.Part(
                    Shapes.rows(whole, from, from + height, Types.cell(height, columns, vector), builder))));
            from += height;
        }
        return new Term.Grid(rows, List.of(columns), cells, vector);
    }
}
