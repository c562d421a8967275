package dev.orbit.compiler.program;

import java.util.List;

/**
 * The intermediate representation: a pure function in static single assignment form, from named inputs to named
 * outputs. It knows nothing of storage, lanes or tapes; what a later loop reads backwards is collected by an earlier
 * one. It is closed under differentiation.
 *
 * @param inputs what each argument of the body is, in order; parameters come first, in their declared order
 * @param body the computation; it reads nothing from outside
 * @param outputs what each result of the body is, in order
 */
public record Program(List<Input> inputs, Region body, List<Output> outputs) {
    public Program {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.size() != body.arguments().size()
                || outputs.size() != body.results().size()) {
            throw new IllegalArgumentException("a program's inputs and outputs must match its body's");
        }
    }

    /** What an argument of a program is. */
    public enum Role {
        PARAMETER,
        INPUT,
        TARGET,
        /** An adjoint or tangent that the caller chooses. */
        SEED
    }

    /** What a result of a program is. */
    public enum Purpose {
        /** The loss of one example, without the penalty. */
        LOSS,
        /** The penalty: of parameters alone, counted once however many examples are summed. */
        PENALTY,
        /** Derivative of LOSS by the named input, of that input's type. */
        GRADIENT,
        /** Derivative of PENALTY by the named parameter. */
        PENALTY_GRADIENT,
        /** Directional derivative. */
        TANGENT,
        /** The final value of the named state. */
        STATE,
        RESIDUAL,
        PREDICTION
    }

    /** Describes the argument at the same position of the body; {@code name} is the name in the spec. */
    public record Input(Role role, String name) {}

    /** Describes the result at the same position of the body; {@code of} is a name in the spec, or empty for LOSS and PENALTY. */
    public record Output(Purpose purpose, String of) {}
}
