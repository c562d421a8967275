package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** What is known when the class is generated: numbers in what is emitted. */
final class Constants {
    private Constants() {}

    /** A constant of the spec, with its name for whoever wants to keep it as a symbol. */
    static Literal literal(Constant constant, Frame frame) {
        Builder aside = frame.builder.inner();
        Value value = new Expressions(frame.inner(aside)).value(constant.value());
        // constants before this one are defined outside of what was written aside
        List<Instr> instrs = new ArrayList<>(frame.builder.written());
        instrs.addAll(aside.written());
        Literal literal = entries(instrs, value).get(0);
        return new Literal(literal.value(), literal.text(), constant.symbol().name());
    }

    /** The entries of a value that these instructions compute from nothing. */
    static List<Literal> entries(List<Instr> instrs, Value value) {
        if (instrs.get(instrs.size() - 1) instanceof Instr.Constant only
                && only.result().equals(value)
                && value.type().isScalar()) {
            return List.of(only.literal());
        }
        Program program = new Program(
                List.of(),
                new Region(List.of(), instrs, List.of(value)),
                List.of(new Program.Output(Program.Purpose.LOSS, "")));
        Datum<Double> found =
                new Evaluator<>(new Doubles()).evaluate(program, List.of()).get(0);
        return found.entries().stream().map(Literal::of).toList();
    }
}
