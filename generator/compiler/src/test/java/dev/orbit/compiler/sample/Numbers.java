package dev.orbit.compiler.sample;

import dev.orbit.compiler.reference.DoubleDouble;
import java.util.Map;

/** Parameters and data of one example as a witness reads them: parameters are unknowns, data are constants. */
record Numbers(Map<String, Jet[]> all, int steps) {
    Jet[] vector(String name) {
        return all.get(name);
    }

    Jet scalar(String name) {
        return all.get(name)[0];
    }

    /** Rows of equal length: of a matrix, or of data per step. */
    Jet[][] rows(String name, int rows) {
        Jet[] flat = all.get(name);
        Jet[][] matrix = new Jet[rows][flat.length / rows];
        for (int i = 0; i < flat.length; i++) {
            int columns = flat.length / rows;
            matrix[i / columns][i % columns] = flat[i];
        }
        return matrix;
    }

    /** Index data, which count from 1. */
    int index(String name, int step) {
        DoubleDouble index = all.get(name)[step].value();
        return (int) index.high();
    }
}
