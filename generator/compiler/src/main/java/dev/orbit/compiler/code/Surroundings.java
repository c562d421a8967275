package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Ring;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Tape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in Java for the inputs, slots, indices and arrays of one schedule.
 *
 * <p>It grows while a method is arranged: a slot gets its variable where it begins.
 */
final class Surroundings {
    /** The arrays of data and outputs, the variables of inputs. */
    final Signature signature;

    final Map<Slot, Variable> slots = new LinkedHashMap<>();
    final Map<Value, Variable> indices = new LinkedHashMap<>();
    final Map<Integer, Variable> inputs = new LinkedHashMap<>();
    final Map<Tape, Array> tapes = new HashMap<>();
    final Map<Ring, Array> rings = new HashMap<>();
    /** Vectors and matrices. */
    final Map<Slot, Block> blocks = new HashMap<>();

    /** Where seeds lie. */
    final Map<Integer, Block> seeds = new HashMap<>();

    private final Outline outline;

    Surroundings(Signature signature, Outline outline) {
        this.signature = signature;
        this.outline = outline;
    }

    Block block(Slot slot) {
        return Optional.ofNullable(blocks.get(slot))
                .orElseThrow(() -> new IllegalStateException("slot " + slot + " has no array"));
    }

    /** The most that an index datum can be. */
    int most(int input) {
        return outline.columns()
                .get(input - outline.parameters().size())
                .index()
                .orElseThrow()
                .highest();
    }

    /** Where an input lies that is one of the parameters, or a datum that is an array. */
    Block given(int input) {
        Block seed = seeds.get(input);
        if (seed != null) {
            return seed;
        }
        if (input < outline.parameters().size()) {
            return new Block(signature.vector(), new Expr.Whole(outline.offset(input)));
        }
        int column = input - outline.parameters().size();
        return new Block(signature.arrays().get(column), signature.offsets().get(column));
    }

    /** Where an output of a program belongs. */
    Block place(Program.Output output) {
        return switch (output.purpose()) {
            case GRADIENT, PENALTY_GRADIENT -> gradient(output.of());
            case PREDICTION -> new Block(signature.outputs().get(numberOf(output.of())), new Expr.Whole(0));
            case RESIDUAL -> new ResidualLayout(outline, signature).place(Signature.Vector.RESIDUALS, output.of());
            case TANGENT -> new ResidualLayout(outline, signature).place(Signature.Vector.PRODUCT, output.of());
            case LOSS, PENALTY, STATE -> throw new IllegalStateException("no array takes a " + output.purpose());
        };
    }

    private int numberOf(String output) {
        return outline.offers().outputs().stream()
                .map(Outline.Offer::name)
                .toList()
                .indexOf(output);
    }

    private Block gradient(String of) {
        for (int i = 0; i < outline.parameters().size(); i++) {
            if (outline.parameters().get(i).name().equals(of)) {
                return new Block(signature.gradient(), new Expr.Whole(outline.offset(i)));
            }
        }
        for (int i = 0; i < outline.columns().size(); i++) {
            if (outline.columns().get(i).name().equals(of)) {
                return new Block(signature.columnGradients().get(i), new Expr.Whole(0));
            }
        }
        throw new IllegalStateException("a gradient by " + of + ", which is no input");
    }

    Variable slot(Slot slot) {
        return Optional.ofNullable(slots.get(slot))
                .orElseThrow(() -> new IllegalStateException("slot " + slot + " is used before it begins"));
    }

    Variable index(Value value) {
        return Optional.ofNullable(indices.get(value))
                .orElseThrow(() -> new IllegalStateException("index " + value + " is used outside its loop"));
    }

    /** An input that is a number: its variable, or the only entry of its array. */
    Expr input(int input) {
        return Optional.<Expr>ofNullable(inputs.get(input))
                .orElseGet(() -> given(input).entry(new Expr.Whole(0)));
    }
}
