package dev.orbit.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.execute.ClassFile;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final int LARGEST = 8000;

    @Test
    void aStepOfTwoHundredEquationsIsCompiledToMachineCode() {
        check(200);
    }

    @Test
    void soIsOneOfSevenHundred() {
        check(700);
    }

    private static void check(int equations) {
        EmitRequest request = Models.large(equations);
        Emitted emitted = Emitted.of(request);
        Map<String, Integer> large = new TreeMap<>();
        emitted.classes()
                .files()
                .values()
                .forEach(file -> ClassFile.codeSizes(file).forEach((method, size) -> {
                    if (size > LARGEST) {
                        large.put(method, size);
                    }
                }));
        assertEquals(Map.of(), large);
        assertTrue(emitted.source().contains("lossAndGradientAtBackward2("), "parts are named after what they do");
        new Agreement(request, emitted.classes(), emitted.name()).check(new SplittableRandom(1), 3);
    }
}
