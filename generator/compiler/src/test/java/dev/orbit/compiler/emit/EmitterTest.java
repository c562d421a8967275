package dev.orbit.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.orbit.runtime.Examples;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.ScalarFunction1;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class EmitterTest {
    private final Emitted seed = Emitted.of(Seed.request());
    private final ScalarFunction1 half = x -> x / 2;
    private final Model model = seed.classes().model(seed.name(), List.of(half));
    private final double[] theta = model.parameters().vector(Map.of("a", .3, "b", .5, "c", -.4, "d", .7));

    @Test
    void theSeedAgreesWithTwentyDigits() throws ReflectiveOperationException {
        double[] gradient = new double[4];
        double loss = (double) seed.classes()
                .type(seed.name())
                .getMethod("lossAndGradient", double[].class, double.class, double.class, double.class, double[].class)
                .invoke(model, theta, 1.5, .25, 1.0, gradient);
        assertNear(0.00095190113637445755038, loss);
        assertNear(-0.044212126747777188394, gradient[0]);
        assertNear(-0.017207821321264110571, gradient[1]);
        assertNear(-0.0071226995271850016567, gradient[2]);
        assertNear(-0.0069970138648420632150, gradient[3]);
    }

    private static void assertNear(double expected, double actual) {
        assertEquals(expected, actual, Math.max(2 * Math.ulp(expected), 1e-14 * Math.abs(expected)));
    }

    @Test
    void theSeedReadsAsIfWrittenByHand() {
        String last = """
                        // Backwards: zBar is the derivative of the loss by z.
                        double y3Bar = -2 * difference;
                """;
        assertTrue(seed.source().contains(last), seed::source);
        assertTrue(seed.source().contains("double h2 = Functions.tanh(product + c * y1 + d * h1);\n"), seed::source);
        assertTrue(seed.source().contains("gradient[2] = "), seed::source);
    }

    @Test
    void theSameBytesWhateverTheMachineIsSetTo() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(seed.source(), Emitter.emit(Seed.request()).source());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aCallAllocatesNothing() {
        Emitted garch = Emitted.of(Models.garch());
        Model model = garch.classes().model(garch.name(), List.of());
        double[] r = new double[500];
        for (int t = 0; t < r.length; t++) {
            r[t] = Math.sin(t);
        }
        Examples examples =
                Examples.of(model.schema()).column("r", r).steps(500).build();
        double[] theta = {.1, .2, .1, .8};
        double[] gradient = new double[4];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            model.lossAndGradient(theta, examples, 0, gradient);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                model.lossAndGradient(theta, examples, 0, gradient);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void theSizeDoesNotDependOnTheNumberOfSteps() {
        assertEquals(
                Emitter.emit(Models.large(3)).source(),
                Emitter.emit(Models.large(3)).source());
        String source = Emitter.emit(Models.smoothing()).source();
        assertTrue(source.contains("for (int t = steps - 1; t >= 0; t--) {"), source);
    }
}
