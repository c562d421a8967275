package dev.orbit.compiler.emit;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.SeedProgram;

/** The seed, three steps, as a request to the emitter. */
final class Seed {
    private Seed() {}

    static EmitRequest request() {
        return new EmitRequest(
                new Specs("Correction")
                        .doc("Learns a correction h to an existing model w, without disturbing it at the start.")
                        .parameters("a", "b", "c", "d")
                        .input("x", "h0")
                        .target("y_true")
                        .function(SeedProgram.W)
                        .steps(3)
                        .start("zero", 0, 0, 0, 0)
                        .start("gentle", 0, 0.001, 0.001, 0.001)
                        .note("y' = a * h + w(x)", 24)
                        .note("h' = tanh(b * x + c * y + d * h)", 25)
                        .outline(),
                Programs.differentiated(SeedProgram.of(new Count.Fixed(3)), "a", "b", "c", "d"));
    }
}
