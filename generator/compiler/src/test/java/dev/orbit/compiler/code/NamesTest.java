package dev.orbit.compiler.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = Names.reserving(List.of("SCHEMA"));

    @Test
    void theUsersOwnAsFarAsJavaGoes() {
        assertEquals("yTrue", names.variable("y_true"));
        assertEquals("yTrue2", names.variable("yTrue"));
        assertEquals("class_", names.variable("class"));
        assertEquals("hNext", names.variable("h'"));
        assertEquals("ε", names.variable("ε"));
        assertEquals("MAX_RATE", names.constant("maxRate"));
        assertEquals("SCHEMA2", names.variable("SCHEMA"));
        assertEquals("value", names.variable(""));
    }

    @Test
    void scopesSideBySideShareNames() {
        names.variable("w");
        Names first = names.inner();
        assertEquals("e", first.variable("e"));
        assertEquals("e", names.inner().variable("e"));
        assertEquals("w1", first.variable("w"));
        assertEquals("e2", first.inner().variable("e"));
    }

    @Test
    void eachNameOnceAndEachTakenByJava() {
        SplittableRandom random = new SplittableRandom(3);
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(1 + random.nextInt(3), 0x20, 0x2FFF).forEach(name::appendCodePoint);
            String java = names.variable(name.toString());
            assertTrue(SourceVersion.isName(java), java);
            assertTrue(given.add(java), java);
        }
    }
}
