package dev.orbit.samples;

import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Objective;
import dev.orbit.runtime.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what was published beside what the fits of this module find: the table of the README. */
public final class Literature {
    private Literature() {}

    /**
     * Data whose fit was published.
     *
     * @param source who published it
     * @param published the parameters as they were printed, in the model's order; empty if none were
     * @param digits decimals that are printed of each parameter
     */
    record Row(
            String data, String source, List<String> published, List<Integer> digits, Objective objective, Fitted fitted) {
        /** The loss at the published parameters. */
        double publishedLoss() {
            double[] printed = published.stream().mapToDouble(Double::parseDouble).toArray();
            return objective.value(printed);
        }

        private String render() {
            List<String> names = objective.model().schema().parameters().parameters().stream()
                    .map(Parameter::name)
                    .toList();
            String there = published.isEmpty() ? "" : String.format(Locale.ROOT, "%.6f", publishedLoss());
            StringBuilder ours = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                String number = String.format(Locale.ROOT, "%." + digits.get(i) + "f", fitted.parameters()[i]);
                ours.append(i == 0 ? "" : ", ").append(number);
            }
            return Stream.of(
                            data,
                            source,
                            String.join(", ", names),
                            String.join(", ", published),
                            there,
                            ours.toString(),
                            String.format(Locale.ROOT, "%.6f", fitted.loss()))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(
                        "Saudi oil, simple exponential smoothing",
                        "Hyndman and Athanasopoulos, by R's `ses`",
                        List.of("0.8339", "446.5868"),
                        List.of(8, 6),
                        TrainOil.objective(),
                        TrainOil.fit()),
                new Row(
                        "Nile, local level",
                        "Durbin and Koopman; R's `StructTS`",
                        List.of("15099", "1469.1"),
                        List.of(6, 6),
                        TrainNile.objective(),
                        TrainNile.fit()),
                new Row(
                        "airline passengers, Holt-Winters",
                        "R's `HoltWinters`",
                        List.of("0.2755925", "0.03269295", "0.8707292"),
                        List.of(8, 8, 8),
                        TrainHoltWinters.objective(),
                        TrainHoltWinters.fit()),
                new Row(
                        "influenza 1978, SIR",
                        "none",
                        List.of(),
                        List.of(8, 8),
                        TrainSir.objective(),
                        TrainSir.fit()));
    }

    public static void main(String[] args) {
        System.out.println("| data and model | source | parameters | published | loss there | ours | loss |");
        System.out.println("|---|---|---|---|---|---|---|");
        rows().forEach(row -> System.out.println(row.render()));
    }
}
