package dev.orbit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.fit.Fitted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        fitted(
                TrainHoltWinters.fit(), 16570.77775008, 0.2756034900285385, 0.03267741601986544, 0.8707616204280207);
    }

    @Test
    void influenza() {
        fitted(TrainSir.fit(), 4121.940802, 1.66922622516489308, 0.44345020175463083);
    }

    @Test
    void noPublishedFitIsBetter() {
        for (Literature.Row row : Literature.rows()) {
            if (!row.published().isEmpty()) {
                assertTrue(row.fitted().loss() <= row.publishedLoss(), row::data);
                assertEquals(row.publishedLoss(), row.fitted().loss(), 1e-7 * row.publishedLoss(), row::data);
            }
        }
    }

    /** The README shows what the command that it names prints. */
    @Test
    void theTableOfTheReadme() throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Literature.main(new String[0]);
        } finally {
            System.setOut(out);
        }
        String table = printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertTrue(Files.readString(Path.of("../README.md")).contains(table), table);
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
