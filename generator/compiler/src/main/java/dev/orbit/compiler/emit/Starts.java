package dev.orbit.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Named starts in a schema: as one list of numbers where that is short, else parameter by parameter. */
final class Starts {
    /** Longer lists are written only as far as the spec itself lists numbers. */
    private static final int LISTED = 64;

    private Starts() {}

    static CodeBlock emit(Outline.Start start, List<Outline.Parameter> parameters) {
        int size = parameters.stream().mapToInt(Outline.Parameter::size).sum();
        CodeBlock.Builder out = CodeBlock.builder();
        if (start.random() || size > LISTED) {
            out.add("$T.of($S", Types.START, start.name());
            for (int i = 0; i < parameters.size(); i++) {
                out.add(",$W").add(draw(start.parts().get(i), parameters.get(i)));
            }
            return out.add(")").build();
        }
        List<Literal> all = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            List<Literal> values = start.parts().get(i).values();
            all.addAll(
                    values.size() == 1 ? Collections.nCopies(parameters.get(i).size(), values.get(0)) : values);
        }
        out.add("$T.at($S", Types.START, start.name());
        if (!all.isEmpty()) {
            out.add(",$W").add(ConstantMembers.numbers(all));
        }
        return out.add(")").build();
    }

    private static CodeBlock draw(Outline.Part part, Outline.Parameter parameter) {
        CodeBlock values = ConstantMembers.numbers(part.values());
        if (part.distribution().isEmpty()) {
            return part.values().size() == 1
                    ? CodeBlock.of("$T.filled($L, $L)", Types.DRAW, parameter.size(), values)
                    : CodeBlock.of("$T.at($L)", Types.DRAW, values);
        }
        Init.Distribution distribution = part.distribution().get();
        CodeBlock drawn = switch (distribution) {
            case NORMAL -> CodeBlock.of("$T.normal($L, $L)", Types.DRAW, parameter.size(), values);
            case UNIFORM -> CodeBlock.of("$T.uniform($L, $L)", Types.DRAW, parameter.size(), values);
            case GLOROT -> matrix("glorot", parameter);
            case ORTHOGONAL -> matrix("orthogonal", parameter);
        };
        boolean within = distribution != Init.Distribution.ORTHOGONAL;
        return within && parameter.interval().filter(Starts::constant).isPresent()
                ? within(drawn, parameter.interval().get())
                : drawn;
    }

    private static CodeBlock matrix(String name, Outline.Parameter parameter) {
        return CodeBlock.of(
                "$T.$L($L, $L)",
                Types.DRAW,
                name,
                parameter.shape().get(0),
                parameter.shape().get(1));
    }

    private static boolean constant(Outline.Interval interval) {
        return interval.lower().program().isEmpty()
                && interval.upper().program().isEmpty();
    }

    private static CodeBlock within(CodeBlock drawn, Outline.Interval interval) {
        return CodeBlock.of(
                "$L.within($L, $L)",
                drawn,
                ConstantMembers.number(interval.lower().constant()),
                ConstantMembers.number(interval.upper().constant()));
    }
}
