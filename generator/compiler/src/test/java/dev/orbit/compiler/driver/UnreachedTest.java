package dev.orbit.compiler.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A parameter that can never reach the loss is always told; a start that is merely suspicious only when that is asked. */
class UnreachedTest {
    private static final String SEED = """
            model Seed;
            input x, h0;
            target y_true;
            param a, b, c, d;
            function w(x);
            state y = 0;
            state h = h0;
            step {
              y' = a * h + w(x);
              h' = tanh(b * x + c * y + d * h);
            }
            iterate STEPS;
            loss (y_true - y)^2;
            """;

    @Test
    void whatTheStepReadsTooLateIsTold() {
        assertEquals(
                List.of(
                        "ORB422 the param `b` never reaches the loss within 1 step: its gradient is always zero",
                        "ORB422 the param `c` never reaches the loss within 1 step: its gradient is always zero",
                        "ORB422 the param `d` never reaches the loss within 1 step: its gradient is always zero"),
                said(SEED.replace("STEPS", "1"), false));
        // y is 0 before the first step, so that c multiplies nothing in it, and the second step is the last
        assertEquals(
                List.of("ORB422 the param `c` never reaches the loss within 2 steps: its gradient is always zero"),
                said(SEED.replace("STEPS", "2"), false));
        assertEquals(List.of(), said(SEED.replace("STEPS", "3"), false));
        assertEquals(List.of(), said(SEED.replace("STEPS", "T").replace("param", "dim T; param"), false));
    }

    @Test
    void whatNothingReadsIsToldOnce() {
        String spec = """
                model Unread;
                input x;
                target y;
                param a, b, c;
                output p = b * x;
                state s = c;
                step { s' = s * b; }
                iterate 3;
                loss (y - a * x)^2;
                """;
        assertEquals(
                List.of(
                        "ORB409 the param `b` never reaches the loss: its gradient is always zero",
                        "ORB409 the param `c` never reaches the loss: its gradient is always zero"),
                said(spec, false));
    }

    @Test
    void whatAZeroMultipliesIsTold() {
        String spec = """
                model Zero;
                input x;
                target y;
                param a, b;
                let z = 0 * b;
                loss (y - a * x - z)^2;
                """;
        assertEquals(
                List.of("ORB422 the param `b` never reaches the loss: its gradient is always zero"), said(spec, false));
    }

    @Test
    void suspiciousStartsAreToldOnlyWhenAsked() {
        String spec = SEED.replace("STEPS", "3") + "init zero { a = 0; b = 0; c = 0; d = 0; }\n"
                + "init gentle { a = 0; b = 0.1; c = 0.1; d = 0.1; }\ninit alive { a = 1; b = 1; c = 1; d = 1; }\n";
        assertEquals(List.of(), said(spec, false));
        List<String> asked = said(spec, true);
        assertEquals(7, asked.size(), asked::toString);
        assertEquals(
                "ORB423 at the start `zero` the gradient of `b` is zero: b moves h, but never the loss: "
                        + "y reads h only through a, and a = 0 here; it stays zero: no parameter moves",
                asked.get(1));
        assertEquals(
                "ORB423 at the start `gentle` the gradient of `d` is zero: d moves h, but never the loss: "
                        + "y reads h only through a, and a = 0 here; it wakes after one step of gradient descent",
                asked.get(6));
    }

    private static List<String> said(String spec, boolean lint) {
        CompileRequest request =
                new CompileRequest(new SourceFile("Seed.orbit", spec), Choices.NONE, CompileRequest.Depth.CHECK);
        Compilation compilation = new Compiler().compile(request);
        if (lint) {
            Lint.report(compilation);
        }
        return compilation.diagnostics().inOrder().stream()
                .filter(said -> !said.code().startsWith("ORB2"))
                .map(said -> said.code() + " " + said.message())
                .toList();
    }
}
