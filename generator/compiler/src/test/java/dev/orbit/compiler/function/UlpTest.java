package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function and derivative rule against arithmetic of 30 digits, over its whole range: no error may be larger than
 * {@code docs/accuracy.md} says.
 *
 * <p>{@code -Dulp.points=1000000} takes as many points for each function, shared among its ranges; {@code -Dulp.table=FILE} writes what
 * was measured, from which the page is made. The points of the test are the first of those of the page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UlpTest {
    private static final int POINTS = Integer.getInteger("ulp.points", 20_000);
    /** What the runtime promises, whatever the page says: most ulps of a value away from the zeros left of 0. */
    private static final Map<String, Double> PROMISES = Map.of(
            "sigmoid",
            2.0,
            "softplus",
            2.0,
            "silu",
            2.0,
            "erf",
            2.0,
            "erfc",
            2.0,
            "gelu",
            3.0,
            "lgamma",
            4.0,
            "DIGAMMA",
            4.0);

    private final AccuracyPage page = AccuracyPage.read();
    private final List<String> table = new ArrayList<>();

    static List<UlpRow> rows() {
        return UlpRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWithinWhatThePageSays(UlpRow row) {
        long ranges =
                rows().stream().filter(other -> other.name().equals(row.name())).count();
        UlpRow.Worst worst = row.measure(row.range().hashCode(), (int) (POINTS / ranges) + 1);
        table.add(String.format(
                Locale.ROOT, "%s\t%s\t%.2f\t%.2f", row.name(), row.range(), worst.value(), worst.slope()));
        AccuracyPage.Line line = page.line(row.name(), row.range());
        assertAll(
                () -> assertTrue(
                        worst.value() <= line.value() + 0.01,
                        () -> row + ": " + worst.value() + " ulp at " + worst.valueAt()),
                () -> assertTrue(
                        worst.slope() <= line.slope() + 0.01,
                        () -> "derivative of " + row + ": " + worst.slope() + " ulp at " + worst.slopeAt()));
    }

    @Test
    void pageHasNoOtherLines() {
        assertEquals(
                rows().stream().map(UlpRow::toString).sorted().toList(),
                page.names().stream().sorted().toList());
    }

    @Test
    void pageKeepsThePromises() {
        for (UlpRow row : rows()) {
            double promise = PROMISES.getOrDefault(row.name(), Double.POSITIVE_INFINITY);
            assertTrue(page.line(row.name(), row.range()).value() <= promise, row::toString);
        }
    }

    @AfterAll
    void writeTable() throws IOException {
        String file = System.getProperty("ulp.table", "");
        if (!file.isEmpty()) {
            Files.write(Path.of(file), table);
        }
    }
}
