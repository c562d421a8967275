package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final Schema schema = Schema.of("M", Steps.open().from(2))
            .parameters(Parameter.of("a"), Parameter.of("W", 2, 2))
            .columns(
                    Column.input("x"),
                    Column.input("z").withGradient(),
                    Column.target("y", 3).called("y_").overSteps().withGradient())
            .starts(Start.at("zero", 0, 0, 0, 0, 0), Start.drawn("random", seed -> new double[] {seed, 1, 2, 3, 4}));

    @Test
    void tellsWhatItWasTold() {
        assertEquals("M", schema.model());
        assertEquals(5, schema.parameters().size());
        assertEquals(1, schema.column("z"));
        assertEquals(2, schema.differentiatedColumns().size());
        assertEquals("y", schema.differentiatedColumns().get(1).name());
        assertEquals("y_", schema.columns().get(2).javaName());
        assertEquals(new Steps(OptionalInt.empty(), 2), schema.steps());
    }

    @Test
    void startsAreFreshAndDrawnFromTheirSeed() {
        schema.start("zero")[0] = 1;
        assertArrayEquals(new double[5], schema.start("zero"));
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, schema.start("random"));
        assertArrayEquals(new double[] {42, 1, 2, 3, 4}, schema.start("random", 42));
        assertEquals(
                "M has no init named gentle; it has [zero, random]",
                assertThrows(IllegalArgumentException.class, () -> schema.start("gentle"))
                        .getMessage());
    }

    @Test
    void theFingerprintIsThatOfTheLayout() {
        assertEquals(16, schema.fingerprint().length());
        assertEquals(schema.fingerprint(), schema.columns(Column.input("other")).fingerprint());
        assertNotEquals(
                schema.fingerprint(),
                schema.parameters(Parameter.of("a"), Parameter.of("W", 4)).fingerprint());
        assertNotEquals(
                schema.fingerprint(),
                schema.parameters(Parameter.of("W", 2, 2), Parameter.of("a")).fingerprint());
        assertNotEquals(
                schema.fingerprint(),
                Schema.of("N", Steps.open())
                        .parameters(Parameter.of("a"), Parameter.of("W", 2, 2))
                        .fingerprint());
    }

    @Test
    void theHashIsFnv1a() {
        // published test vectors of the 64-bit FNV-1a hash
        assertEquals("cbf29ce484222325", Fingerprint.render(""));
        assertEquals("af63dc4c8601ec8c", Fingerprint.render("a"));
        assertEquals("85944171f73967e8", Fingerprint.render("foobar"));
    }
}
