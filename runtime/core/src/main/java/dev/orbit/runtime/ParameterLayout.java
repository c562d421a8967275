package dev.orbit.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each parameter lies in the flat parameter vector: in order of declaration, each row-major.
 *
 * <pre>{@code
 * double[] theta = layout.vector(Map.of("alpha", 0.5, "W", new double[][] {{1, 2}, {3, 4}}));
 * double alpha = theta[layout.offset("alpha")];
 * }</pre>
 */
public final class ParameterLayout {
    private final List<Parameter> parameters;
    private final Map<String, Integer> indexOf = new LinkedHashMap<>();
    private final int[] offsets;

    /** @throws IllegalArgumentException if a name occurs twice or all entries together pass 2^31 - 1 */
    public ParameterLayout(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        this.offsets = new int[parameters.size() + 1];
        for (int i = 0; i < offsets.length - 1; i++) {
            Parameter parameter = parameters.get(i);
            if (indexOf.put(parameter.name(), i) != null) {
                throw new IllegalArgumentException("two parameters are named " + parameter.name());
            }
            long next = (long) offsets[i] + parameter.shape().size();
            if (next > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the parameters have more than 2^31 - 1 entries");
            }
            offsets[i + 1] = (int) next;
        }
    }

    /** The parameters in order of declaration. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Length of the parameter vector. */
    public int size() {
        return offsets[offsets.length - 1];
    }

    /** Where parameter {@code index} begins in the vector. */
    public int offset(int index) {
        return offsets[index];
    }

    /**
     * Where the parameter of this name begins in the vector.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public int offset(String name) {
        return offsets[index(name)];
    }

    /** The name of one entry of the vector as the spec would write it, such as {@code W[2, 1]}. */
    public String entry(int position) {
        int index = indexAt(position);
        return parameters.get(index).shape().entry(parameters.get(index).name(), position - offsets[index]);
    }

    /** The parameter that an entry of the vector belongs to. */
    public Parameter parameterAt(int position) {
        return parameters.get(indexAt(position));
    }

    private int indexAt(int position) {
        if (position < 0 || position >= size()) {
            throw new IndexOutOfBoundsException("entry " + position + " of " + size());
        }
        int found = Arrays.binarySearch(offsets, position);
        int index = found >= 0 ? found : -found - 2;
        while (offsets[index + 1] == position) { // a parameter of size zero begins where the next one does
            index++;
        }
        return index;
    }

    /**
     * A parameter vector from values by name.
     *
     * @param values for each name a {@link Number}, which fills the parameter's shape; a {@code double[]} with all entries
     *     row-major; or a {@code double[][]} of rows. A parameter that is left out takes its start value
     * @return a fresh array of {@link #size()} entries
     * @throws IllegalArgumentException if a name is unknown, a value does not fit its shape, or a parameter without a start
     *     value is left out
     */
    public double[] vector(Map<String, ?> values) {
        values.keySet().forEach(this::index);
        double[] vector = new double[size()];
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (values.containsKey(parameter.name())) {
                fill(parameter, values.get(parameter.name()), vector, offsets[i]);
            } else if (parameter.start().isPresent()) {
                fill(parameter, parameter.start().get(), vector, offsets[i]);
            } else {
                missing.add(parameter.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "no value for " + String.join(", ", missing) + ", and the spec gives no start value");
        }
        return vector;
    }

    /** The start values. Fails as {@link #vector} does where there is none. */
    public double[] start() {
        return vector(Map.of());
    }

    /** The entries of one parameter, a fresh row-major array. */
    public double[] values(String name, double[] vector) {
        check(vector);
        int index = index(name);
        return Arrays.copyOfRange(vector, offsets[index], offsets[index + 1]);
    }

    /**
     * One parameter inside a vector, to be read and written in place.
     *
     * @throws IllegalArgumentException if there is no such parameter, or the vector does not fit
     */
    public ParameterView view(String name, double[] vector) {
        check(vector);
        int index = index(name);
        return new ParameterView(parameters.get(index), vector, offsets[index]);
    }

    /**
     * Refuses an array that is no parameter vector of this layout.
     *
     * @throws IllegalArgumentException if its length is not {@link #size()}
     */
    public void check(double[] vector) {
        if (vector.length != size()) {
            throw new IllegalArgumentException(
                    "the parameter vector has " + vector.length + " entries, the model has " + size() + ": " + this);
        }
    }

    private int index(String name) {
        Integer index = indexOf.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no parameter is named " + name + "; there are " + this);
        }
        return index;
    }

    private static void fill(Parameter parameter, Object value, double[] vector, int offset) {
        int size = parameter.shape().size();
        if (value instanceof Number number) {
            Arrays.fill(vector, offset, offset + size, number.doubleValue());
        } else if (value instanceof double[] entries && entries.length == size) {
            System.arraycopy(entries, 0, vector, offset, size);
        } else if (value instanceof double[][] rows && fits(rows, parameter.shape())) {
            int at = offset;
            for (double[] row : rows) {
                System.arraycopy(row, 0, vector, at, row.length);
                at += row.length;
            }
        } else {
            throw new IllegalArgumentException(
                    "the value of " + parameter.name() + parameter.shape() + " is " + describe(value));
        }
    }

    private static boolean fits(double[][] rows, Shape shape) {
        return shape.rank() == 2
                && rows.length == shape.rows()
                && Arrays.stream(rows).allMatch(row -> row.length == shape.columns());
    }

    private static String describe(Object value) {
        if (value instanceof double[] entries) {
            return "an array of " + entries.length;
        }
        if (value instanceof double[][] rows) {
            int[] lengths =
                    Arrays.stream(rows).mapToInt(row -> row.length).distinct().toArray();
            return rows.length + " rows of length " + Arrays.toString(lengths);
        }
        return "a " + value.getClass().getSimpleName() + ", which is neither a number, a double[] nor a double[][]";
    }

    /** The parameters as in the spec, without their intervals. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            text.append(text.length() == 0 ? "" : ", ").append(parameter.name()).append(parameter.shape());
        }
        return text.toString();
    }
}
