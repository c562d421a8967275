package dev.orbit.compiler.driver;

import dev.orbit.compiler.execute.TrialReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What trying an emitted gradient at random points found.
 *
 * @param differs how the tried variant differs, where the model is too large to be tried itself; else empty
 */
public record Trial(TrialReport report, String differs) {
    /** Lines for people, with the numbers that were found. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String variant = differs.isEmpty() ? "" : ", in a variant of " + differs;
        String found = report.points() == report.draws()
                ? ""
                : " (" + report.draws() + " drawn until loss and gradient were finite)";
        lines.add("gradient tried at " + report.points() + " random points" + found + variant);
        if (report.points() > 0) {
            lines.add("by dual numbers: largest difference " + String.format(Locale.ROOT, "%.1e", report.worst())
                    + " of the larger of loss and gradient");
            lines.add("by finite differences: "
                    + (report.digits() > 0
                            ? "agrees to the " + report.digits() + " digits that they can see"
                            : "they see no digits there"));
        }
        return lines;
    }

    /** Lines for the class documentation: nothing in them depends on the machine. */
    List<String> promises() {
        String variant = differs.isEmpty() ? "" : " in a variant of " + differs;
        return report.points() == 0
                ? List.of()
                : List.of("The gradient was tried at " + report.points() + " random points" + variant
                        + ": it agrees with dual numbers and with finite differences.");
    }
}
