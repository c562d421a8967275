package dev.orbit.samples;

import java.util.Arrays;

/**
 * Where Holt and Winters' smoothing with a multiplicative season begins: what R's {@code HoltWinters} makes of the first two
 * periods. Their centred moving average is the trend; a factor is the series divided by it; level and slope are those of the
 * straight line through it.
 *
 * @param level of the line, a step before its first point
 * @param slope of the line
 * @param season one factor for each place of a period; their mean is 1
 */
record Decomposition(double level, double slope, double[] season) {
    /**
     * @param series at least two periods
     * @param period even
     */
    static Decomposition of(double[] series, int period) {
        double[] trend = new double[period];
        double[] season = new double[period];
        for (int i = 0; i < period; i++) {
            double sum = (series[i] + series[i + period]) / 2;
            for (int j = i + 1; j < i + period; j++) {
                sum += series[j];
            }
            trend[i] = sum / period;
            int middle = i + period / 2;
            season[middle % period] = series[middle] / trend[i];
        }
        double mean = Table.mean(season);
        Arrays.setAll(season, i -> season[i] / mean);
        double centre = (period + 1) / 2.0;
        double moment = 0;
        double spread = 0;
        for (int i = 0; i < period; i++) {
            moment += (i + 1 - centre) * trend[i];
            spread += (i + 1 - centre) * (i + 1 - centre);
        }
        double slope = moment / spread;
        return new Decomposition(Table.mean(trend) - slope * centre, slope, season);
    }
}
