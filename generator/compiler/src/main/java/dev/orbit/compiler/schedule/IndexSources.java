package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which datum each index comes from: the datum tells how large the index can be. */
final class IndexSources {
    private final Map<Value, Integer> inputs = new LinkedHashMap<>();

    private IndexSources() {}

    /** The indices that are data, or rows or entries of data, with the number of the program's input. */
    static Map<Value, Integer> of(Program program) {
        IndexSources data = new IndexSources();
        List<Value> arguments = program.body().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type().element() == Type.Element.INDEX) {
                data.inputs.put(arguments.get(i), i);
            }
        }
        data.walk(program.body());
        return data.inputs;
    }

    private void walk(Region region) {
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop) {
                for (int i = 0; i < loop.sequences().size(); i++) {
                    come(loop.rows().get(i), loop.sequences().get(i).of());
                }
            } else if (instr instanceof Instr.View view && !view.args().isEmpty()) {
                come(view.result(), view.args().get(0));
            }
            instr.regions().forEach(this::walk);
        }
    }

    private void come(Value part, Value of) {
        if (inputs.containsKey(of) && part.type().element() == Type.Element.INDEX) {
            inputs.put(part, inputs.get(of));
        }
    }
}
