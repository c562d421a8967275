package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.fit.Fitted;
import dev.orbit.runtime.Objective;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * From neutral starts the fits reach the optima that independent programs found (complex-step derivatives and Newton's
 * method), to eight significant digits, and are nowhere worse than what was published.
 */
class LiteratureTest {
    @Test
    void oil() {
        fitted(TrainOil.fit(), 14235.58735110, 0.83384388766, 446.5754284338);
    }

    @Test
    void nile() {
        fitted(TrainNile.fit(), 632.545625103, 15098.518324, 1469.176360);
    }

    @Test
    void airPassengers() {
        fitted(TrainHoltWinters.fit(), 16570.77775008, 0.2756034900285385, 0.03267741601986544, 0.8707616204280207);
    }

    @Test
    void influenza() {
        fitted(TrainSir.fit(), 4121.940802, 1.66922622516489308, 0.44345020175463083);
    }

    @Test
    void noPublishedFitIsBetter() {
        noBetter(TrainOil.objective(), TrainOil.fit(), 0.8339, 446.5868);
        noBetter(TrainNile.objective(), TrainNile.fit(), 15099, 1469.1);
        noBetter(TrainHoltWinters.objective(), TrainHoltWinters.fit(), 0.2755925, 0.03269295, 0.8707292);
    }

    private static void noBetter(Objective objective, Fitted fitted, double... published) {
        double there = objective.value(published);
        assertTrue(fitted.loss() <= there);
        assertEquals(there, fitted.loss(), 1e-7 * there);
    }

    private static void fitted(Fitted fitted, double loss, double... parameters) {
        assertEquals(digits(loss), digits(fitted.loss()));
        for (int i = 0; i < parameters.length; i++) {
            assertEquals(digits(parameters[i]), digits(fitted.parameters()[i]));
        }
    }

    /** Eight of them. */
    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.7e", number);
    }
}
