package dev.orbit.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Constant;
import dev.orbit.compiler.code.Expr;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constants of a class: the spec's own, the length of the parameter vector, the schema. */
final class ConstantMembers {
    private static final int RUNTIME_LEVEL = 1;

    private ConstantMembers() {}

    static void add(TypeSpec.Builder type, Outline outline, Code code) {
        int size =
                outline.parameters().stream().mapToInt(Outline.Parameter::size).sum();
        type.addField(
                FieldSpec.builder(TypeName.INT, "PARAMETER_COUNT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", size)
                        .addJavadoc("Length of the parameter vector and of its gradient.\n")
                        .build());
        type.addField(FieldSpec.builder(Types.SCHEMA, "SCHEMA", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Names, shapes and layouts of parameters and data.\n")
                .build());
        for (Constant constant : code.constants()) {
            type.addField(FieldSpec.builder(
                            TypeName.DOUBLE, constant.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(number(constant.literal()))
                    .build());
        }
        type.addStaticBlock(CodeBlock.builder()
                .addStatement(
                        "$T.require($L, $S)",
                        Types.RUNTIME_LEVEL,
                        RUNTIME_LEVEL,
                        code.naming().className())
                .add("SCHEMA = ")
                .add(schema(outline, code))
                .build());
    }

    /** The number without its name. */
    static CodeBlock number(Literal literal) {
        return JavaText.block(JavaText.EXPRESSIONS.render(new Expr.Number(literal)));
    }

    private static CodeBlock schema(Outline outline, Code code) {
        List<CodeBlock> parameters = new ArrayList<>();
        for (int i = 0; i < outline.parameters().size(); i++) {
            parameters.add(parameter(
                    outline.parameters().get(i), code.naming().parameters().get(i)));
        }
        List<CodeBlock> columns = new ArrayList<>();
        for (int i = 0; i < outline.columns().size(); i++) {
            columns.add(column(outline.columns().get(i), i, code));
        }
        List<CodeBlock> starts = outline.starts().stream()
                .map(start -> Starts.emit(start, outline.parameters()))
                .toList();
        CodeBlock.Builder out =
                CodeBlock.builder().add("$T.of($S, $L)", Types.SCHEMA, outline.className(), steps(outline.steps()));
        chain(out, "parameters", parameters);
        chain(out, "columns", columns);
        chain(out, "starts", starts);
        chain(out, "outputs", results(outline.offers().outputs()));
        chain(out, "residuals", results(outline.offers().residuals()));
        return out.add(";\n").build();
    }

    private static void chain(CodeBlock.Builder out, String method, List<CodeBlock> items) {
        if (items.isEmpty()) {
            return;
        }
        out.add("\n$>$>.$L(", method);
        if (items.size() == 1) {
            out.add(items.get(0));
        } else {
            out.add("\n$>$>").add(CodeBlock.join(items, ",\n")).add("$<$<");
        }
        out.add(")$<$<");
    }

    private static CodeBlock steps(Outline.Steps steps) {
        CodeBlock.Builder out = CodeBlock.builder();
        if (steps.fixed().isPresent()) {
            out.add("$T.fixed($L)", Types.STEPS, steps.fixed().getAsInt());
        } else {
            out.add("$T.open()", Types.STEPS);
        }
        return steps.firstRow() == 1
                ? out.build()
                : out.add(".from($L)", steps.firstRow()).build();
    }

    private static CodeBlock parameter(Outline.Parameter parameter, String javaName) {
        CodeBlock.Builder out = CodeBlock.builder().add("$T.of($S", Types.PARAMETER, parameter.name());
        parameter.shape().forEach(extent -> out.add(", $L", extent));
        out.add(")");
        if (!javaName.equals(parameter.name())) {
            out.add(".called($S)", javaName);
        }
        parameter.interval().ifPresent(interval -> out.add(interval(interval)));
        if (!parameter.start().isEmpty()) {
            out.add(".startingAt(").add(numbers(parameter.start())).add(")");
        }
        return out.build();
    }

    private static CodeBlock interval(Outline.Interval interval) {
        boolean constant = interval.lower().program().isEmpty()
                && interval.upper().program().isEmpty();
        return constant
                ? CodeBlock.of(
                        ".in($L, $L, $S)",
                        number(interval.lower().constant()),
                        number(interval.upper().constant()),
                        Comments.line(interval.text()))
                : CodeBlock.of(".in($S)", Comments.line(interval.text()));
    }

    static CodeBlock numbers(List<Literal> literals) {
        return CodeBlock.join(literals.stream().map(ConstantMembers::number).toList(), ",$W");
    }

    private static CodeBlock column(Outline.Column column, int number, Code code) {
        String javaName = code.naming().columns().get(number);
        CodeBlock.Builder out =
                CodeBlock.builder().add("$T.$L($S", Types.COLUMN, column.target() ? "target" : "input", column.name());
        column.shape().forEach(extent -> out.add(", $L", extent));
        out.add(")");
        if (!javaName.equals(column.name())) {
            out.add(".called($S)", javaName);
        }
        column.index().ifPresent(range -> out.add(".indexing($L, $L)", range.lowest(), range.highest()));
        if (column.perStep()) {
            out.add(".overSteps()");
        }
        if (code.differentiated().contains(number)) {
            out.add(".withGradient()");
        }
        return out.build();
    }

    private static List<CodeBlock> results(List<Outline.Offer> offers) {
        List<CodeBlock> results = new ArrayList<>();
        for (Outline.Offer offer : offers) {
            CodeBlock.Builder out = CodeBlock.builder().add("$T.of($S", Types.RESULT, offer.name());
            offer.shape().forEach(extent -> out.add(", $L", extent));
            results.add(out.add(offer.perStep() ? ").overSteps()" : ")").build());
        }
        return results;
    }
}
