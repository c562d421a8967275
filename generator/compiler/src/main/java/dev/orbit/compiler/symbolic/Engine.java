package dev.orbit.compiler.symbolic;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;

/**
 * Runs jobs on Symja: each on a thread and with an engine of its own, quiet, under a time limit. What exceeds its limit
 * is interrupted and abandoned with its engine; the thread is a daemon, so that not even a job that never looks up keeps
 * the process alive.
 */
final class Engine {
    /** Symja reads {@code *.m} files of these folders of the working directory and executes them when it starts. */
    private static final List<String> FOLDERS_EXECUTED = List.of(".\\Autoload", ".\\AutoloadSymja");

    /** Symja recurses over expressions; the default stack of a thread is too small for large ones. */
    private static final long STACK_BYTES = 64L << 20;

    private static final int RECURSION_LIMIT = 4096;
    private static final int ITERATION_LIMIT = 100_000;

    private Engine() {}

    /** Started once per process: Symja's built-in symbols are global to it. */
    private static final class Started {
        static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

        static {
            Thread starter = new Thread(null, Started::start, "orbit-symbolic-start", STACK_BYTES);
            starter.setDaemon(true);
            starter.start();
        }

        private static void start() {
            try {
                refuseForeignCode(Path.of(""));
                // before F is touched, or a thread that is no daemon keeps the process alive
                Config.JAS_NO_THREADS = true;
                EvalEngine engine = engine();
                EvalEngine.set(engine);
                engine.evaluate(F.D(F.Sqr(F.Dummy("v0")), F.Dummy("v0")));
                STARTED.complete(null);
            } catch (LinkageError | RuntimeException problem) {
                STARTED.completeExceptionally(problem);
            }
        }
    }

    /** Starts Symja if it has not been; completes when it is ready, exceptionally with {@link ForeignCodeException}. */
    static CompletableFuture<Void> start() {
        return Started.STARTED.copy();
    }

    /** @throws ForeignCodeException when Symja would execute files of this working directory */
    static void refuseForeignCode(Path workingDirectory) {
        for (String folder : FOLDERS_EXECUTED) {
            if (Files.exists(workingDirectory.resolve(folder))) {
                throw new ForeignCodeException(folder);
            }
        }
    }

    /**
     * The job's result, or nothing when it took too long or too much stack.
     *
     * @throws ForeignCodeException when Symja refuses to start
     * @throws SymbolicException when the job failed otherwise
     */
    static <R> Optional<R> run(Duration limit, Function<EvalEngine, R> job) {
        awaitStart();
        FutureTask<R> task = new FutureTask<>(() -> {
            EvalEngine engine = engine();
            EvalEngine.set(engine);
            return job.apply(engine);
        });
        Thread worker = new Thread(null, task, "orbit-symbolic", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        return await(task, limit);
    }

    private static <R> Optional<R> await(FutureTask<R> task, Duration limit) {
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            task.cancel(true);
            return Optional.empty();
        } catch (ExecutionException failure) {
            return refused(requireNonNull(failure.getCause()));
        } catch (InterruptedException interruption) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void awaitStart() {
        try {
            Started.STARTED.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ForeignCodeException refusal) {
                throw refusal;
            }
            throw new SymbolicException("symbolic mathematics did not start", requireNonNull(failure.getCause()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new SymbolicException("interrupted while symbolic mathematics started", interruption);
        }
    }

    /** A job may run out of stack, of recursion or of size: then there is no answer. Anything else is a fault. */
    private static <R> Optional<R> refused(Throwable cause) {
        if (cause instanceof StackOverflowError
                || cause instanceof org.matheclipse.core.eval.exception.LimitException
                || cause instanceof org.matheclipse.core.eval.exception.TimeoutException) {
            return Optional.empty();
        } else if (cause instanceof SymbolicException known) {
            throw known;
        }
        throw new SymbolicException("symbolic mathematics failed: " + cause, cause);
    }

    private static EvalEngine engine() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        EvalEngine engine = new EvalEngine("orbit", RECURSION_LIMIT, ITERATION_LIMIT, nowhere, nowhere, true);
        engine.setQuietMode(true);
        return engine;
    }
}
