package dev.orbit.compiler.execute;

import java.util.List;

/** Compiles emitted classes in memory, against the runtime that the compiler itself runs with. */
public final class MemoryCompiler {
    private MemoryCompiler() {}

    /**
     * Compiles all sources in one call of javac, without annotation processing.
     *
     * @throws EmittedSourceRejected if javac reports an error or a warning: a bug in the compiler
     * @throws IllegalStateException if this Java has no compiler (a runtime without the module jdk.compiler)
     */
    public static CompiledClasses compile(List<JavaSource> sources) {
        throw new UnsupportedOperationException("in the next step");
    }
}
