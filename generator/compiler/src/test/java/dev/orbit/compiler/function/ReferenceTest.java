package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.DoubleDoubleArithmetic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The reference arithmetic against 50 digits of every row, computed by mpmath ({@code resources/reference/fifty_digits.py}).
 *
 * <p>{@code -Dreference.file=FILE} reads another file of the same form; it was run once with 10,000 points for each row.
 */
final class ReferenceTest {
    private static final DoubleDoubleArithmetic EXACT = new DoubleDoubleArithmetic();
    /** 27 digits, eleven more than a double has; absolutely where a function crosses zero to the left of 0. */
    private static final BigDecimal ALLOWED = new BigDecimal("1e-27");

    private static final BigDecimal UNDERFLOW = new BigDecimal("1e-318");

    @Test
    void everyRowHasItsDigits() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(open())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.merge(compare(line.split("\t")), 1, Integer::sum);
            }
        }
        assertEquals(Function1.values().length + Function2.values().length, lines.size());
        lines.forEach((row, count) -> assertTrue(count >= 30, row));
    }

    private static Reader open() throws IOException {
        String file = System.getProperty("reference.file", "");
        return file.isEmpty()
                ? new InputStreamReader(
                        ReferenceTest.class.getResourceAsStream("/reference/fifty-digits.tsv"), StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file));
    }

    private static String compare(String[] parts) {
        DoubleDouble x = DoubleDouble.of(Double.parseDouble(parts[1]));
        boolean one = parts.length == 3;
        DoubleDouble value = one
                ? EXACT.apply(Function1.valueOf(parts[0]), x)
                : EXACT.apply(Function2.valueOf(parts[0]), x, DoubleDouble.of(Double.parseDouble(parts[2])));
        BigDecimal exact = new BigDecimal(parts[parts.length - 1]);
        String where = String.join(" ", parts);
        assertTrue(value.isFinite(), where);
        BigDecimal size =
                one && x.high() < 0 && parts[0].endsWith("GAMMA") ? exact.abs().max(BigDecimal.ONE) : exact.abs();
        BigDecimal error = exact.subtract(value.decimalValue()).abs();
        assertTrue(
                error.compareTo(size.multiply(ALLOWED).max(UNDERFLOW)) <= 0,
                () -> where + ": " + value + ", off by " + error);
        return parts[0];
    }
}
