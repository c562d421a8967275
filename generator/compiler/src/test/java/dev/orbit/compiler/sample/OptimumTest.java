package dev.orbit.compiler.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Curves fitted to real data, at the minimum that an independent program found. The gradient there is zero to rounding: by a
 * parameter p it is the sum over the data y with forecasts f of 2 (f - y) df/dp, and what is left of it is a few units of the last
 * place of the sum of 2 (|f| + |y|) |df/dp|.
 */
class OptimumTest {
    private static final double ROUNDING = 4 * 0x1p-53;

    /** Published digits of a complex-step gradient and Newton's method. */
    @Test
    void holtWintersOnAirPassengers() throws IOException {
        double[] y = Series.column("AirPassengers.csv", 0);
        Series.Start start = Series.Start.of(y, 12);
        Example example = Example.ofSteps(y.length)
                .with("y", y)
                .with("level0", start.level())
                .with("trend0", start.slope())
                .with("season0", start.season());
        Gradients gradients = Gradients.of("HoltWinters", Map.of());

        Optimum optimum =
                Optimum.near(gradients, Map.of("alpha", 0.27560349, "beta", 0.03267742, "gamma", 0.87076162), example);

        printed("0.27560349", optimum.parameters().get("alpha")[0]);
        printed("0.03267742", optimum.parameters().get("beta")[0]);
        printed("0.87076162", optimum.parameters().get("gamma")[0]);
        printed("16570.77775008", optimum.result().loss());
        double[] counted = Arrays.copyOfRange(y, 12, y.length);
        flat(gradients, optimum, Curves::holtWinters, example, counted);
    }

    /** The minimum by Newton's method in 40 digits; the loss there has the digits that are published. */
    @Test
    void sirOnTheInfluenzaOf1978() throws IOException {
        double[] boys = Series.column("influenza-1978.csv", 1);
        Example example = Example.ofSteps(boys.length).with("in_bed", boys);
        Gradients gradients = Gradients.of("Sir", Map.of());

        Optimum optimum = Optimum.near(gradients, Map.of("beta", 1.669226227550, "gamma", 0.443450202291), example);

        printed("1.66922622516489", optimum.parameters().get("beta")[0]);
        printed("0.44345020175463", optimum.parameters().get("gamma")[0]);
        printed("4121.940802", optimum.result().loss());
        flat(gradients, optimum, Curves::sir, example, boys);
    }

    private static void printed(String digits, double found) {
        int places = digits.length() - digits.indexOf('.') - 1;
        assertEquals(Double.parseDouble(digits), found, 0.51 * Math.pow(10, -places), "all digits of " + digits);
    }

    private static void flat(
            Gradients gradients,
            Optimum optimum,
            Function<Numbers, List<Jet>> witness,
            Example example,
            double[] observed) {
        List<Jet> forecasts = witness.apply(Proof.numbers(gradients.parameters(), optimum.parameters(), example));
        assertEquals(observed.length, forecasts.size());
        for (int i = 0; i < gradients.parameters().size(); i++) {
            String name = gradients.parameters().get(i);
            double contributions = 0;
            Jet loss = Jet.of(0);
            for (int t = 0; t < observed.length; t++) {
                Jet f = forecasts.get(t);
                loss = loss.plus(f.minus(observed[t]).squared());
                contributions += 2
                        * (Math.abs(f.value().high()) + Math.abs(observed[t]))
                        * f.slope(i).abs().high();
            }
            assertEquals(
                    loss.value().high(),
                    optimum.result().loss(),
                    1e-14 * loss.value().high());
            double left = optimum.result().gradient().get(name)[0];
            double off = loss.slope(i).minus(left).abs().high();
            assertTrue(Math.abs(left) <= ROUNDING * contributions, name + ": " + left + " of " + contributions);
            assertTrue(off <= ROUNDING * contributions, name + " is off by " + off + " of " + contributions);
        }
    }
}
