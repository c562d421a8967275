package dev.orbit.compiler.symbolic;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

class EngineTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void runsJobsOnEnginesOfTheirOwn() {
        EvalEngine first = Engine.run(LONG, engine -> engine).orElseThrow();
        EvalEngine second = Engine.run(LONG, engine -> engine).orElseThrow();
        assertNotSame(first, second);
        assertTrue(first.isQuietMode());
    }

    @Test
    void whatTakesTooLongIsInterruptedAndHasNoAnswer() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Optional<String> answer = Engine.run(Duration.ofMillis(50), engine -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException late) {
                interrupted.countDown();
            }
            return "too late";
        });
        assertEquals(Optional.empty(), answer);
        interrupted.await();
    }

    @Test
    void anEvaluationThatNeverEndsIsStopped() {
        ISymbol i = F.Dummy("i");
        IExpr forever = F.While(S.True, F.Set(i, F.C1));
        assertEquals(Optional.empty(), Engine.run(Duration.ofMillis(200), engine -> engine.evaluate(forever)));
        assertEquals(Optional.of(F.C2), Engine.run(LONG, engine -> engine.evaluate(F.Plus(F.C1, F.C1))));
    }

    @Test
    void whatRunsOutOfStackHasNoAnswer() {
        assertEquals(Optional.empty(), Engine.run(LONG, engine -> depth(0)));
    }

    private static int depth(int n) {
        return n < 0 ? n : depth(n + 1) + 1;
    }

    @Test
    void aFaultInAJobIsAFaultOfTheCompiler() {
        SymbolicException fault = assertThrows(
                SymbolicException.class,
                () -> Engine.run(LONG, engine -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("broken", fault.getCause().getMessage());
    }

    @Test
    void refusesToStartWhereSymjaWouldExecuteFiles(@TempDir Path folder) throws IOException {
        assertDoesNotThrow(() -> Engine.refuseForeignCode(folder));
        Files.createDirectory(folder.resolve(".\\AutoloadSymja"));
        ForeignCodeException refusal = assertThrows(ForeignCodeException.class, () -> Engine.refuseForeignCode(folder));
        assertEquals(".\\AutoloadSymja", refusal.folder());
    }

    @Test
    void onlyDaemonThreadsAreLeftBehind() {
        Engine.run(LONG, engine -> engine.evaluate(F.Factor(F.Plus(F.Sqr(F.Dummy("a")), F.CN1))));
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.isDaemon())
                        .filter(thread -> thread.getName().startsWith("orbit")
                                || thread.getName().contains("jas")
                                || thread.getName().contains("pool"))
                        .count());
    }
}
