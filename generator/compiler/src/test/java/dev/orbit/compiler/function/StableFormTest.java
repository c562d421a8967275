package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.DoubleDoubleArithmetic;
import dev.orbit.compiler.reference.RealArithmetic;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of a stable form are equal in 31 digits, and the right one is better in doubles where the left one fails. */
final class StableFormTest {
    private static final DoubleDoubleArithmetic EXACT = new DoubleDoubleArithmetic();
    private static final RealArithmetic REAL = new RealArithmetic();
    /** Holes at which what is written loses nearly everything, or overflows. */
    private static final Map<String, List<Double>> WITNESSES = witnesses();

    private static Map<String, List<Double>> witnesses() {
        Map<String, List<Double>> map = new TreeMap<>();
        map.put("log(1 + exp(u)) -> softplus(u)", List.of(800.0));
        map.put("log1p(exp(u)) -> softplus(u)", List.of(800.0));
        map.put("log(1 - exp(u)) -> log1mexp(u)", List.of(-50.0));
        map.put("log1p(-exp(u)) -> log1mexp(u)", List.of(-1e-10));
        map.put("log(exp(u) + exp(v)) -> logaddexp(u, v)", List.of(800.0, 799.0));
        map.put("log(sigmoid(u)) -> -softplus(-u)", List.of(-800.0));
        map.put("log(cosh(u)) -> logcosh(u)", List.of(1e-7));
        map.put("log(exp(u)) -> u", List.of(800.0));
        map.put("log(1 + u) -> log1p(u)", List.of(1e-10));
        map.put("log(1 - u) -> log1p(-u)", List.of(1e-10));
        map.put("1 / (1 + exp(-u)) -> sigmoid(u)", List.of(-740.0));
        map.put("1 / (1 + exp(u)) -> sigmoid(-u)", List.of(740.0));
        map.put("exp(u) / (1 + exp(u)) -> sigmoid(u)", List.of(800.0));
        map.put("exp(u) / (1 + exp(u))^2 -> sigmoid(u) * sigmoid(-u)", List.of(400.0));
        map.put("u / (1 + exp(-u)) -> silu(u)", List.of(-730.0));
        map.put("v / (1 + exp(-u)) -> v * sigmoid(u)", List.of(-730.0, 3.0));
        map.put("v / (1 + exp(u)) -> v * sigmoid(-u)", List.of(730.0, 3.0));
        map.put("1 - sigmoid(u) -> sigmoid(-u)", List.of(40.0));
        map.put("2 * sigmoid(u) - 1 -> tanh(u / 2)", List.of(1e-10));
        map.put("(exp(u) - exp(-u)) / (exp(u) + exp(-u)) -> tanh(u)", List.of(800.0));
        map.put("(exp(u) - exp(-u)) / 2 -> sinh(u)", List.of(1e-10));
        map.put("(exp(u) + exp(-u)) / 2 -> cosh(u)", List.of(710.2));
        map.put("(exp(u) - 1) / (exp(u) + 1) -> tanh(u / 2)", List.of(800.0));
        map.put("(1 - exp(u)) / (1 + exp(u)) -> -tanh(u / 2)", List.of(800.0));
        map.put("exp(u) - 1 -> expm1(u)", List.of(1e-10));
        map.put("1 - exp(u) -> -expm1(u)", List.of(1e-10));
        map.put("1 - cos(u) -> 2 * sin(u / 2)^2", List.of(1e-7));
        map.put("cosh(u) - 1 -> 2 * sinh(u / 2)^2", List.of(1e-7));
        map.put("sqrt(1 + u) - 1 -> u / (sqrt(1 + u) + 1)", List.of(1e-10));
        map.put("1 - u^2 -> (1 - u) * (1 + u)", List.of(0.9999999998));
        map.put("1 - erf(u) -> erfc(u)", List.of(6.0));
        map.put("1 + erf(u) -> erfc(-u)", List.of(-6.0));
        map.put("erf(u) - 1 -> -erfc(u)", List.of(6.0));
        map.put("1 - erfc(u) -> erf(u)", List.of(1e-10));
        map.put("(1 + erf(u / sqrt(2))) / 2 -> the normal distribution function of u", List.of(-30.1));
        map.put("exp(-u^2) -> the same with u^2 unrounded", List.of(20.1));
        map.put("sqrt(u^2) -> abs(u)", List.of(1e200));
        return map;
    }

    static List<StableForm> forms() {
        return StableForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sidesAreEqualInTheReals(StableForm form) {
        Random random = new Random(form.name().hashCode());
        int compared = 0;
        for (int i = 0; i < 200; i++) {
            List<DoubleDouble> holes = List.of(
                    DoubleDouble.of(1.9 * random.nextDouble() - 0.95), DoubleDouble.of(3 * random.nextGaussian()));
            DoubleDouble written = form.pattern().evaluate(EXACT, holes);
            DoubleDouble stable = form.replacement().evaluate(EXACT, holes);
            if (written.isFinite()) {
                double error = written.minus(stable).abs().high();
                assertTrue(error <= 1e-24 * (1 + Math.abs(stable.high())), () -> form.name() + " at " + holes);
                compared++;
            }
        }
        assertTrue(compared >= 50, form.name() + " was compared at " + compared + " points only");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void replacementIsBetterWhereItMatters(StableForm form) {
        List<Double> holes = WITNESSES.get(form.name());
        DoubleDouble exact = form.replacement().evaluate(EXACT, exact(holes));
        double written = exact.ulpsTo(form.pattern().evaluate(REAL, holes));
        double stable = exact.ulpsTo(form.replacement().evaluate(REAL, holes));
        assertTrue(!(written <= 30), () -> form.name() + ": what is written is only " + written + " ulp off");
        assertTrue(stable <= 5, () -> form.name() + ": the stable form is " + stable + " ulp off");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void replacementIsNowhereMuchWorse(StableForm form) {
        Random random = new Random(form.name().hashCode());
        for (int i = 0; i < 2000; i++) {
            double scale = Math.pow(10, 4 * random.nextDouble() - 2);
            List<Double> holes = List.of(scale * random.nextGaussian(), scale * random.nextGaussian());
            double plain = form.pattern().evaluate(REAL, holes);
            DoubleDouble exact = form.replacement().evaluate(EXACT, exact(holes));
            if (Double.isFinite(plain) && Math.abs(exact.high()) > 1e-280) {
                double written = exact.ulpsTo(plain);
                double stable = exact.ulpsTo(form.replacement().evaluate(REAL, holes));
                assertTrue(
                        stable <= 2 * written + 6,
                        () -> form.name() + " at " + holes + ": " + written + " ulp became " + stable);
            }
        }
    }

    @Test
    void everyFormHasItsWitness() {
        TreeSet<String> names = new TreeSet<>();
        forms().forEach(form -> names.add(form.name()));
        assertEquals(names, new TreeSet<>(WITNESSES.keySet()));
    }

    private static List<DoubleDouble> exact(List<Double> holes) {
        return holes.stream().map(DoubleDouble::of).toList();
    }
}
