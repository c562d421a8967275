package dev.orbit.compiler.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.FunctionInstance;
import dev.orbit.compiler.model.Model;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions are put in once for each combination of shapes and functions among their arguments. */
class FunctionsTest {
    private static FunctionInstance called(Model model, String let) {
        return assertInstanceOf(Expr.Call.class, Checked.let(model, let)).function();
    }

    @Test
    void oneBodyServesAllCallsWithTheSameShapes() {
        Model model = Checked.clean("""
            model Example;
            dim n = 2, k = 2;
            input x[n], y[k], s;
            param a;
            function f(u) { let t = a * u; return t + u; }
            let p = f(x); let q = f(y); let r = f(s);
            loss sum(p) + sum(q) + r;
            """);
        assertSame(called(model, "p"), called(model, "q"));
        assertNotSame(called(model, "p"), called(model, "r"));
        assertEquals("[n]", called(model, "p").shape().toString());
        assertEquals(1, called(model, "r").locals().size());
    }

    @Test
    void aFunctionThatIsHandedOverIsPutIn() {
        Model model = Checked.clean("""
            model Example;
            input x;
            param a;
            function w(u);
            function twice(f, u) = f(f(u));
            function thrice(g, u) = g(twice(g, u));
            let p = thrice(tanh, a * x); let q = thrice(w, a * x);
            loss p + q;
            """);
        assertEquals(
                List.of("u"),
                called(model, "p").parameters().stream().map(s -> s.name()).toList());
        Expr.Map1 outer = assertInstanceOf(Expr.Map1.class, called(model, "p").result());
        assertInstanceOf(Expr.Call.class, outer.of());
        assertInstanceOf(Expr.CallAbstract.class, called(model, "q").result());
    }

    @Test
    void aNameMayBeAValueAndAFunction() {
        Model model = Checked.clean("""
            model Example;
            input x;
            param gamma, sum;
            function gamma(u) = gamma * u + sum;
            let p = gamma(x);
            loss p^2;
            """);
        assertEquals("gamma", called(model, "p").name());
    }

    @Test
    void manyCallsOfCallsAreCheckedOnce() {
        String functions = IntStream.range(0, 60)
                .mapToObj(i -> "function f" + i + "(u) = f" + (i + 1) + "(u) * f" + (i + 1) + "(u + 1);\n")
                .collect(Collectors.joining());
        Model model = Checked.clean(
                "model Example; input x; param a;\n" + functions + "function f60(u) = a * u;\nlet q = f0(x);\nloss q;");
        assertEquals("f0", called(model, "q").name());
    }

    @Test
    void whatAFunctionReadsIsReadWhereItIsCalled() {
        Checked checked = Checked.of("""
            model Example;
            dim T;
            input r per step;
            target x;
            param a;
            state h = 0;
            function row(u) = u * r;
            function both(u) = row(u) + x;
            function mean2(u) = u * mean(over steps: r);
            let q = both(a);
            iterate T;
            step { h' = row(h) + mean2(a); }
            loss h + q;
            penalty mean2(a);
            """);
        assertEquals(List.of("ORB211:10", "ORB240:12", "ORB212:14", "ORB240:14"), checked.codes());
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsUsedUp() throws InterruptedException {
        String functions = IntStream.range(0, 10_000)
                .mapToObj(i -> "function f" + i + "(u) = f" + (i + 1) + "(-u);\n")
                .collect(Collectors.joining());
        String parentheses = "-(".repeat(100) + "x" + ")".repeat(100);
        AtomicReference<List<String>> codes = new AtomicReference<>(List.of());
        String text = "model Example; input x; param a;\n" + functions + "function f10000(u) = a * u;\n" + "loss f0("
                + parentheses + ");";
        Thread thread = new Thread(null, () -> codes.set(Checked.of(text).codes()), "small stack", 768 << 10);
        thread.start();
        thread.join();
        assertEquals(
                List.of("ORB247"),
                codes.get().stream().map(code -> code.substring(0, 6)).toList());
    }
}
