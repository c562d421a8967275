package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Program;

/**
 * What to emit.
 *
 * @param outline what the class offers and tells
 * @param program loss and penalty with their gradients, simplified; its inputs are the outline's parameters, then its
 *     columns, by name
 */
public record EmitRequest(Outline outline, Program program) {}
