package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to emit.
 *
 * @param outline what the class offers and tells
 * @param program loss and penalty with their gradients, simplified; its inputs are the outline's parameters, then its
 *     columns, by name
 * @param others simplified programs of what else the class offers, with the same inputs; seeds follow them
 */
public record EmitRequest(Outline outline, Program program, Map<Method.Purpose, Program> others) {
    public EmitRequest {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** A class that offers loss and gradient alone. */
    public EmitRequest(Outline outline, Program program) {
        this(outline, program, Map.of());
    }
}
