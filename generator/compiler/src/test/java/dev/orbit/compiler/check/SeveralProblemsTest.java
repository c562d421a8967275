package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.HumanRenderer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Independent mistakes are all reported at once, and none of them twice by what follows from it. */
class SeveralProblemsTest {
    @Test
    void threeUnrelatedMistakesInTheSeed() {
        Checked checked = Checked.of("""
            model Correction;
            input  x, h0;
            target y_true;
            param  a, b, c, d;
            function w(x);
            function s(u) = tanhh(u);
            let A = [1, 0, 0;
                     0, 0, a;
                     b, c];
            state y = 0;
            state h = h0;
            step {
              [_; q; r] = A * [x; y; h];
              y' = q + w(x);
              h' = s(r);
            }
            iterate 3;
            loss (y_tru - y)^2;
            """);
        assertEquals(
                List.of("ORB202:6", "ORB310:9", "ORB201:18"),
                checked.codes().stream()
                        .sorted((p, q) -> Integer.compare(line(p), line(q)))
                        .toList());
    }

    private static int line(String code) {
        return Integer.parseInt(code.substring(code.indexOf(':') + 1));
    }

    @Test
    void aWrongNameIsNotWrongAgainWhereItIsUsed() {
        Checked checked = Checked.of("""
            model Example;
            dim k = kk;
            input x[k];
            param W[k, k];
            let z = W * x + q;
            function f(u) = u * z;
            state h[k] = z;
            step { e = W * h + z; h' = f(e) + lag(e, 1, z); loss sum(h'[1..k]); }
            iterate 3;
            loss sum(h) + z[2];
            init zero { W = 0; }
            claim "nothing" at zero: gradient(W) == 0;
            """);
        assertEquals(List.of("ORB201:2", "ORB201:5"), checked.codes());
    }

    @Test
    void whatCouldNotBeReadIsNotMissing() {
        Checked checked = Checked.of("""
            model Example;
            input x;
            param a;
            let z = a * * x;
            state h = z;
            step { h' = a * h + ; }
            loss (h - z)^2 + qq;
            iterate 3;
            """);
        assertTrue(checked.codes().contains("ORB201:7"), checked.codes()::toString);
        assertEquals(
                1,
                checked.codes().stream().filter(code -> code.startsWith("ORB2")).count());
    }

    @Test
    void shapesSpeakInTheNamesOfDims() {
        Checked checked = Checked.of("""
            model Example;
            dim m = 4, k = 4, n = 3;
            input h[n];
            param a[m, n], b[n];
            loss sum(a * h + b);
            """);
        assertEquals(
                """
                test.orbit:5:10: error ORB301: `a * h` is [m], `b` is [n]; they are added here
                """.strip(),
                new HumanRenderer(false)
                        .render(checked.diagnostics())
                        .lines()
                        .findFirst()
                        .orElse(""));
    }
}
