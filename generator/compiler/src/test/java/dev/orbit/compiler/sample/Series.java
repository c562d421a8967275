package dev.orbit.compiler.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Columns of the samples' data files, and what R makes of them. */
final class Series {
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9].*");

    private Series() {}

    /** The numbers of a column, without a line of names. */
    static double[] column(String file, int column) throws IOException {
        return Files.readAllLines(Gradients.data(file)).stream()
                .filter(line -> NUMBER.matcher(line).matches())
                .mapToDouble(line -> Double.parseDouble(line.split(",")[column].strip()))
                .toArray();
    }

    /**
     * Where R's {@code HoltWinters} starts with a multiplicative season: {@code decompose} on the first two years, a straight line
     * through its trend.
     *
     * @param level of the line, one step before its first point
     * @param season one factor for each part of a year, mean 1
     */
    record Start(double level, double slope, double[] season) {
        static Start of(double[] y, int period) {
            double[] trend = new double[period];
            for (int i = 0; i < period; i++) {
                int middle = i + period / 2;
                trend[i] = (y[middle - period / 2] + y[middle + period / 2]) / 2;
                for (int j = middle - period / 2 + 1; j < middle + period / 2; j++) {
                    trend[i] += y[j];
                }
                trend[i] /= period;
            }
            double[] figure = new double[period];
            for (int i = 0; i < period; i++) {
                int middle = i + period / 2;
                figure[middle % period] = y[middle] / trend[i];
            }
            double mean = Arrays.stream(figure).sum() / period;
            double centre = (period + 1) / 2.0;
            double all = Arrays.stream(trend).sum() / period;
            double up = 0;
            double square = 0;
            for (int i = 0; i < period; i++) {
                up += (i + 1 - centre) * (trend[i] - all);
                square += (i + 1 - centre) * (i + 1 - centre);
            }
            double slope = up / square;
            return new Start(
                    all - slope * centre,
                    slope,
                    Arrays.stream(figure).map(factor -> factor / mean).toArray());
        }
    }
}
