package dev.orbit.compiler.claim;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.symbolic.Assumptions;
import dev.orbit.compiler.symbolic.Symbolic;
import dev.orbit.compiler.symbolic.Verdict;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decides whether two formulas are the same function. */
@FunctionalInterface
public interface Prover {
    /** See {@link Symbolic#decideEqual}. */
    Verdict decideEqual(Formula left, Formula right, Assumptions assumptions);

    /** Symja, started when it is first asked. */
    static Prover symbolic(Duration limit) {
        return (left, right, assumptions) -> new Symbolic(limit).decideEqual(left, right, assumptions);
    }

    /**
     * The same prover on a thread of its own: one that does not come back is abandoned, and has not decided.
     *
     * @throws RuntimeException what the prover throws
     */
    default Verdict decideEqual(Formula left, Formula right, Assumptions assumptions, Duration limit) {
        if (left == right) {
            return new Verdict.Equal();
        }
        FutureTask<Verdict> task = new FutureTask<>(() -> decideEqual(left, right, assumptions));
        Thread worker = new Thread(null, task, "orbit-claim", 64L << 20);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            return new Verdict.Undecided("the proof takes too long", 0);
        } catch (InterruptedException interruption) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Verdict.Undecided("the proof was interrupted", 0);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StackOverflowError) {
                return new Verdict.Undecided("the proof takes too much memory", 0);
            } else if (failure.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("a proof failed", failure.getCause());
        }
    }
}
