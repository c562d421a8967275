package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Program;

/** A rewriting of programs. It keeps inputs, outputs and their order, and is the same for the same program. */
interface Pass {
    /** What {@code explain} and tests call it. */
    String name();

    Law law();

    /** The rewritten program; the same object or an equal one where there is nothing to do. */
    Program apply(Program program);
}
