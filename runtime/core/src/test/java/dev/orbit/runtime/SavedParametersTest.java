package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SavedParametersTest {
    private static final Schema SCHEMA = Schema.of("Net", Steps.fixed(1))
            .parameters(
                    Parameter.of("a"), Parameter.of("W", 2, 3), Parameter.of("none", 0), Parameter.of("größe\"\\", 2));
    private static final double[] THETA = {0.1, 1, -2.5, 3e-300, 4e200, 5, -0.0, 1.0 / 3, Double.MIN_VALUE};

    private static String refused(Schema schema, String json) {
        return assertThrows(IllegalArgumentException.class, () -> schema.restore(json))
                .getMessage();
    }

    @Test
    void isWrittenByNameAndShape() {
        assertEquals(
                "{\n  \"model\": \"Net\",\n  \"fingerprint\": \"" + SCHEMA.fingerprint() + "\",\n  \"parameters\": {\n"
                        + "    \"a\": 0.1,\n    \"W\": [[1, -2.5, 3E-300], [4E+200, 5, -0.0]],\n    \"none\": [],\n"
                        + "    \"größe\\\"\\\\\": [0.3333333333333333, 4.94065645841247E-324]\n  }\n}\n",
                SCHEMA.save(THETA));
    }

    @Test
    void everyDoubleComesBack() {
        double[] read = SCHEMA.restore(SCHEMA.save(THETA));
        assertNotSame(THETA, read);
        assertArrayEquals(THETA, read);
        Schema many = Schema.of("Many", Steps.fixed(1)).parameters(Parameter.of("v", 20_000));
        SplittableRandom random = new SplittableRandom(1);
        double[] theta = random.longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(10_000)
                .toArray();
        double[] both = java.util.Arrays.copyOf(theta, 20_000);
        for (int i = 10_000; i < both.length; i++) {
            both[i] = random.nextDouble(-10, 10);
        }
        double[] back = many.restore(many.save(both));
        for (int i = 0; i < both.length; i++) {
            assertEquals(Double.doubleToRawLongBits(both[i]), Double.doubleToRawLongBits(back[i]));
        }
    }

    @Test
    void anotherModelRefusesIt() {
        String saved = SCHEMA.save(THETA);
        Schema renamed = Schema.of("Other", Steps.fixed(1)).parameters(Parameter.of("a"));
        assertEquals("these parameters were saved for the model Net, not for Other", refused(renamed, saved));
        Schema changed = Schema.of("Net", Steps.fixed(1)).parameters(Parameter.of("a"), Parameter.of("W", 3, 2));
        assertEquals(
                "these parameters were saved for another version of Net: it had the parameters [a, W, none, größe\"\\],"
                        + " and now they are a, W[3, 2]",
                refused(changed, saved));
    }

    @Test
    void whatIsNoSavedVectorIsRefused() {
        String saved = SCHEMA.save(THETA);
        assertTrue(refused(SCHEMA, "").contains("line 1, column 1: a value was expected"));
        assertTrue(refused(SCHEMA, "[1]").startsWith("these are no saved parameters"));
        assertTrue(refused(SCHEMA, "{\"model\": 3}").startsWith("these are no saved parameters"));
        assertTrue(
                refused(SCHEMA, saved + "x").contains("line 11, column 1: the end was expected"),
                refused(SCHEMA, saved + "x"));
        assertTrue(refused(SCHEMA, saved.substring(0, 60)).contains("was expected"));
        assertTrue(refused(SCHEMA, saved.replace("0.1", "NaN")).contains("a value was expected"));
        assertTrue(refused(SCHEMA, saved.replace("0.1", "01")).contains("was expected"));
        assertTrue(refused(SCHEMA, "[".repeat(100_000)).contains("less nesting"));
        assertTrue(refused(SCHEMA, "{\"a\": 1, \"a\": 2}").contains("another name than `a`"));
        assertTrue(refused(SCHEMA, "\"\\q\"").contains("an escape of JSON"));
        assertTrue(refused(SCHEMA, "\"\\u12g4\"").contains("hexadecimal"));
        assertTrue(refused(SCHEMA, "\"open").contains("a closing quote"));
        assertEquals("the saved value of a does not fit a", refused(SCHEMA, saved.replace("0.1", "[0.1]")));
        assertEquals("the saved value of W does not fit W[2, 3]", refused(SCHEMA, saved.replace("[[1, ", "[[")));
        assertEquals("the saved value of a does not fit a", refused(SCHEMA, saved.replace("\"a\"", "\"b\"")));
        assertEquals(
                "parameter W[1, 2] is NaN, which is not worth saving",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SCHEMA.save(new double[] {0, 0, Double.NaN, 0, 0, 0, 0, 0, 0}))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SCHEMA.save(new double[2]));
    }

    @Test
    void jsonIsReadAsTheStandardSays() {
        assertEquals(
                "[1.0, -0.5, true, false, a\"\\/\b\f\n\r\tA, {}, []]",
                Json.parse(" [1, -5e-1 ,true,false,\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\", {},[ ]] ")
                        .toString());
    }

    @Test
    void viewsReadAndWriteInPlace() {
        double[] theta = THETA.clone();
        ParameterView w = SCHEMA.parameters().view("W", theta);
        assertEquals(4e200, w.at(1, 0));
        w.set(1, 0, 7);
        assertEquals(7, theta[4]);
        ParameterView a = SCHEMA.parameters().view("a", theta);
        a.set(a.at() + 1);
        assertEquals(1.1, theta[0]);
        ParameterView v = SCHEMA.parameters().view("größe\"\\", theta);
        v.set(1, v.at(0));
        assertEquals(1.0 / 3, theta[8]);
        assertEquals(Shape.of(2, 3), w.shape());
        assertEquals(
                "W[2, 3] takes 2 indices, not 1",
                assertThrows(IllegalArgumentException.class, () -> w.at(1)).getMessage());
        assertEquals(
                "W[2, 3] has no entry [0, 3] (from 0)",
                assertThrows(IndexOutOfBoundsException.class, () -> w.at(0, 3)).getMessage());
        assertEquals(
                "größe\"\\[2] has no entry [2] (from 0)",
                assertThrows(IndexOutOfBoundsException.class, () -> v.set(2, 0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> SCHEMA.parameters().view("b", theta));
    }
}
