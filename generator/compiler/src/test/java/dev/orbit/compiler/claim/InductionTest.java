package dev.orbit.compiler.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.FrontEnd;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Model;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every number of steps is proved by induction over the step; what fails for some number never is. */
class InductionTest {
    private static final String SEED = """
            model Seed;
            %s
            input x, h0;
            target y_true;
            param a, b, c, d;
            function w(x);
            function s(u);
            state y = 0;
            state h = h0;
            step {
              y' = a * h + w(x);
              h' = s(b * x + c * y + d * h);
            }
            iterate %s;
            loss (y_true - y)^2;
            init zero { a = 0; b = 0; c = 0; d = 0; }
            claim "c" %s;
            """;

    private static final String SERIES = """
            model Series;
            dim T;
            input u, v per step;
            input x;
            param a, b, l0;
            state l = l0;
            state z = 0;
            state n = 0;
            state p1 = 0;
            state p2 = 0;
            state p3 = x;
            state m = x;
            step {
              l' = l + a * (u - l);
              z' = b * z;
              n' = n + 1;
              p1' = p2; p2' = p3; p3' = 0;
              m' = lag(m', 2, x) + b * u;
            }
            iterate T;
            loss l^2;
            claim "c" %s;
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at { a = 0; }: loss == (y_true - w(x))^2 | 1",
                "at { a = 0; }: gradient(b, c, d) == 0 | 0",
                "at { a = 0; }: y == w(x) | 1",
                "assuming s(0) == 0 at zero: gradient(a, b, c, d) == 0 | 2",
                "assuming s(0) == 0 at zero: gradient(b, c, d) == 0 | 0",
                "at { b = 0; c = 0; d = 0; }: y == a * s(0) + w(x) | 2",
            })
    void theClaimsOfTheSeedAreProvedForEveryNumberOfSteps(String claim, int least) {
        Verdict verdict = decide(SEED.formatted("", "3", claim));
        String from = least == 0 ? "" : " from " + least + " on";
        assertEquals(Verdict.Kind.PROVED, verdict.kind(), verdict::toString);
        assertEquals(
                List.of(
                        "proved for 3 steps, exactly",
                        "proved for every number of steps" + from + ", by induction over the step"),
                verdict.grounds());
    }

    @Test
    void stepsTooManyToBeTakenOneByOneAreProvedByInduction() {
        Verdict verdict = decide(SEED.formatted("", "100000", "at { a = 0; }: loss == (y_true - w(x))^2"));
        assertEquals(Verdict.Kind.PROVED, verdict.kind(), verdict::toString);
        assertEquals(1, verdict.grounds().size(), verdict::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at { a = 0; }: l == l0",
                "at { a = 0; }: gradient(l0) == 2 * l0",
                "at { a = 0; }: gradient(b) == 0",
                "at { x = 0; }: p1 == 0",
                "at { x = 0; b = 0; }: m == 0",
                ": z == 0",
                ": gradient(b) == 0",
                "at { a = 0; }: gradient(a) == 2 * l0 * (sum(over steps: u) - n * l0)",
                "at { u = 0; l0 = 0; }: loss == 0",
                "at { u = 0; a = 0; }: sum(over steps: u + v) == sum(over steps: v)",
            })
    void whatHoldsForEveryNumberOfStepsIsProved(String claim) {
        Verdict verdict = decide(SERIES.formatted(claim));
        if (claim.contains("n * l0")) {
            // true, but no state of it is kept: the induction does not see it, and says so
            assertEquals(Verdict.Kind.TESTED, verdict.kind(), verdict::toString);
        } else {
            assertEquals(Verdict.Kind.PROVED, verdict.kind(), verdict::toString);
            assertTrue(verdict.grounds().get(1).contains("by induction"), verdict::toString);
        }
    }

    /** Some of these are true up to the number of steps that is tried. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "at { a = 0; }: l == 0",
                ": l == l0",
                "at { a = 0; }: l == l0 + n",
                ": n * (n - 1) * (n - 2) * (n - 3) == 0",
                ": n == 1",
                ": n * (n - 1) == n",
                ": p1 == 0",
                ": p1 * n * (n - 1) * (n - 2) * (n - 3) == p1",
                "at { b = 0; }: m == 0",
                "at { x = 0; }: m == 0",
                "at { a = 0; }: gradient(a) == 0",
                "at { a = 0; }: gradient(l0) == 2 * l0 + 1.0e-30",
                "at { u = 0; }: l == l0",
                "at { a = 1; }: l == l0",
                ": sum(over steps: u) == sum(over steps: v)",
                ": sum(over steps: u * v) == sum(over steps: u) * sum(over steps: v)",
                ": sum(over steps: u)^2 == sum(over steps: u^2)",
                ": sum(over steps: x) == x",
                ": mean(over steps: u) == u1",
                ": max(over steps: u) == sum(over steps: u)",
            })
    void whatFailsForSomeNumberOfStepsIsNeverProved(String claim) {
        Verdict verdict = decide(SERIES.formatted(claim.replace("u1", "x")));
        assertNotEquals(Verdict.Kind.PROVED, verdict.kind(), verdict::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at { a = 0; }: loss == (y_true - w(x + 1.0e-20))^2",
                "at { a = 1.0e-20; }: loss == (y_true - w(x))^2",
                "at { d = 0; }: gradient(b, c, d) == 0",
                "at { a = 0; }: gradient(a) == 0",
                "at zero: gradient(a, b, c, d) == 0",
                "at { b = 0; c = 0; d = 0; }: y == w(x)",
                "at { c = 0; d = 0; }: y == a * s(0) + w(x)",
            })
    void falseClaimsOfTheSeedAreRefutedForAnyNumberOfSteps(String claim) {
        for (String steps : List.of("3", "4", "T")) {
            Verdict verdict = decide(SEED.formatted(steps.equals("T") ? "dim T;" : "", steps, claim));
            assertEquals(Verdict.Kind.REFUTED, verdict.kind(), verdict::toString);
        }
    }

    @Test
    void whatIsZeroForEveryNumberOfStepsDoesNotDiffer() {
        Verdict verdict = decide(SERIES.formatted(": z != 0"));
        assertEquals(Verdict.Kind.REFUTED, verdict.kind(), verdict::toString);
    }

    private static Verdict decide(String spec) {
        Diagnostics diagnostics = new Diagnostics();
        Model model = FrontEnd.check("induction.orbit", spec.getBytes(StandardCharsets.UTF_8), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.inOrder()));
        return new Claims().decide(model).get(0);
    }
}
