package dev.orbit.cli.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private long now;

    private String shown(boolean wanted) {
        StringWriter text = new StringWriter();
        now = 0;
        Progress progress = new Progress(new PrintWriter(text), wanted, () -> now);
        for (int i = 0; i <= 4; i++) {
            progress.iterated("Oil", i, 1.5, 0.25);
            now += 500_000_000L;
        }
        now -= 480_000_000L;
        progress.iterated("Oil", 5, 1.5, 0.25);
        progress.end();
        return text.toString();
    }

    @Test
    void aLongFitShowsOneLineAndWipesItAway() {
        String line = "\rOil: iteration %d, loss 1.5000000, gradient 2.5e-01";
        String wiped = "\r" + " ".repeat(line.length() - 2) + "\r";
        assertEquals(String.format(line, 2) + String.format(line, 3) + String.format(line, 4) + wiped, shown(true));
    }

    @Test
    void nobodyLooksNothingShows() {
        assertEquals("", shown(false));
    }
}
