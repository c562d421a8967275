package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Value;
import java.util.Locale;

/** What a variable is called after: its name in the spec, or what computes it. */
final class Hints {
    private Hints() {}

    static String of(Value value) {
        return value.hint().isEmpty() ? "value" : value.hint();
    }

    static String of(Instr instr, Value result) {
        if (!result.hint().isEmpty()) {
            return result.hint();
        }
        return instr.match(new Instr.Cases<>(
                constant -> "number",
                extent -> "count",
                real -> "number",
                map -> map.f().name().toLowerCase(Locale.ROOT),
                map -> operation(map),
                compare -> compare.x().equals(compare.y()) ? "known" : "holds",
                logic -> "holds",
                linear -> "product",
                view -> "part",
                fold -> fold.op().name().toLowerCase(Locale.ROOT),
                call -> call.order().by().isEmpty()
                        ? call.f().name() + "Value"
                        : call.f().name() + "Slope",
                branch -> "chosen",
                loop -> "result"));
    }

    private static String operation(Instr.Map2 map) {
        return switch (map.f()) {
            case ADD -> "sum";
            case SUBTRACT -> "difference";
            case MULTIPLY, SCALE -> "product";
            case DIVIDE, RATIO -> "quotient";
            case POWER, LOWER_POWER, ATAN2, HYPOT, MAX, MIN, LOG_ADD_EXP, GREATER, POLYGAMMA ->
                map.f().name().toLowerCase(Locale.ROOT);
        };
    }
}
