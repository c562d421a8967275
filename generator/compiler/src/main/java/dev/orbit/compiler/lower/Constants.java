package dev.orbit.compiler.lower;

import dev.orbit.compiler.model.Constant;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Constants of the spec: numbers in what is emitted, with their names for whoever wants to keep them as symbols. */
final class Constants {
    private Constants() {}

    static Literal literal(Constant constant, Frame frame) {
        Builder aside = frame.builder.inner();
        Value value = new Expressions(frame.inner(aside)).value(constant.value());
        List<Instr> instrs = aside.written();
        String text = instrs.size() == 1 && instrs.get(0) instanceof Instr.Constant only
                ? only.literal().text()
                : "";
        return new Literal(evaluate(instrs).get(value), text, constant.symbol().name());
    }

    private static Map<Value, Double> evaluate(List<Instr> instrs) {
        Map<Value, Double> values = new HashMap<>();
        for (Instr instr : instrs) {
            if (instr instanceof Instr.Constant number) {
                values.put(number.result(), number.literal().value());
            } else if (instr instanceof Instr.Map1 map) {
                values.put(map.result(), map.f().value(values.get(map.x())));
            } else if (instr instanceof Instr.Map2 map) {
                values.put(map.result(), map.f().value(values.get(map.x()), values.get(map.y())));
            }
        }
        return values;
    }
}
