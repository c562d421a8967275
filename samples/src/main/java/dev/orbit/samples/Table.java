package dev.orbit.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A file of the folder {@code data}: columns of numbers with or without a line of names. */
record Table(List<String> names, double[][] columns) {
    /** @throws UncheckedIOException if it cannot be read */
    static Table of(String file) {
        List<String> lines;
        try (InputStream stream = Table.class.getResourceAsStream("data/" + file)) {
            if (stream == null) {
                throw new IOException("there is no file data/" + file);
            }
            lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean named = Character.isLetter(lines.get(0).charAt(0));
        List<String[]> rows =
                lines.stream().skip(named ? 1 : 0).map(line -> line.split(",")).toList();
        double[][] columns = new double[rows.get(0).length][];
        for (int i = 0; i < columns.length; i++) {
            int at = i;
            columns[i] = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[at]))
                    .toArray();
        }
        return new Table(named ? List.of(lines.get(0).split(",")) : List.of(), columns);
    }

    /** The first column. */
    double[] numbers() {
        return columns[0];
    }

    double[] numbers(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no column is named " + name + "; there are " + names);
        }
        return columns[at];
    }

    static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    /** The mean squared distance from the mean. */
    static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(Double.NaN);
    }
}
