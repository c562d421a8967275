package dev.orbit.compiler.driver;

import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import dev.orbit.compiler.symbolic.Symbolic;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts in the background what takes long to start. */
public final class Warmth {
    private Warmth() {}

    /** Starts the symbolic mathematics and javac; whatever fails here fails again where it is needed. */
    public static void start() {
        CompletableFuture<Void> unused = Symbolic.warm();
        Thread javac = new Thread(Warmth::compileSomething, "javac-warm");
        javac.setDaemon(true);
        javac.start();
    }

    private static void compileSomething() {
        try {
            MemoryCompiler.compile(List.of(new JavaSource("Warm", "final class Warm {}\n")));
        } catch (RuntimeException | LinkageError expectedLater) {
            // Told when a class is compiled in earnest.
        }
    }
}
