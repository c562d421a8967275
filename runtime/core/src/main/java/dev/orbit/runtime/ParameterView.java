package dev.orbit.runtime;

/**
 * One parameter inside a parameter vector, by name: reads and writes go to the vector itself. Indices count from 0, as Java
 * arrays do.
 *
 * <pre>{@code
 * ParameterView w = layout.view("W", theta);
 * w.set(1, 2, w.at(0, 0)); // theta[layout.offset("W") + columns + 2] = theta[layout.offset("W")]
 * }</pre>
 */
public final class ParameterView {
    private final String name;
    private final Shape shape;
    private final double[] vector;
    private final int offset;

    ParameterView(Parameter parameter, double[] vector, int offset) {
        this.name = parameter.name();
        this.shape = parameter.shape();
        this.vector = vector;
        this.offset = offset;
    }

    public Shape shape() {
        return shape;
    }

    /** The scalar's value. */
    public double at() {
        return vector[position(0, 0, 0)];
    }

    /** Entry {@code i} of the vector. */
    public double at(int i) {
        return vector[position(1, i, 0)];
    }

    /** The entry in a row and a column of the matrix. */
    public double at(int row, int column) {
        return vector[position(2, row, column)];
    }

    /** Changes the scalar. */
    public void set(double value) {
        vector[position(0, 0, 0)] = value;
    }

    /** Changes entry {@code i} of the vector. */
    public void set(int i, double value) {
        vector[position(1, i, 0)] = value;
    }

    /** Changes an entry of the matrix. */
    public void set(int row, int column, double value) {
        vector[position(2, row, column)] = value;
    }

    private int position(int rank, int row, int column) {
        if (rank != shape.rank()) {
            throw new IllegalArgumentException(name + shape + " takes " + shape.rank() + " indices, not " + rank);
        }
        if (row < 0 || row >= shape.rows() || column < 0 || column >= shape.columns()) {
            throw new IndexOutOfBoundsException(
                    name + shape + " has no entry [" + row + (rank == 2 ? ", " + column : "") + "] (from 0)");
        }
        return offset + row * shape.columns() + column;
    }
}
