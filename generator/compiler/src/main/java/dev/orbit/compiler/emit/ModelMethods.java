package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.orbit.compiler.code.Argument;
import dev.orbit.compiler.code.Array;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.code.Signature.Vector;
import dev.orbit.compiler.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods by which code that does not know the model calls it: data come from columns of examples. */
final class ModelMethods {
    private static final ArrayTypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);

    private final Outline outline;
    private final Code code;

    ModelMethods(Outline outline, Code code) {
        this.outline = outline;
        this.code = code;
    }

    List<MethodSpec> all() {
        List<MethodSpec> all = new ArrayList<>();
        all.add(begin("schema")
                .returns(Types.SCHEMA)
                .addStatement("return SCHEMA")
                .build());
        all.add(ofExample("loss").addStatement(call(Purpose.LOSS)).build());
        all.add(ofExample("lossAndGradient")
                .addParameter(DOUBLES, "gradient")
                .addStatement(call(Purpose.GRADIENT))
                .build());
        if (method(Purpose.DATA_GRADIENT).isPresent()) {
            all.add(ofExample("lossAndGradient")
                    .addParameter(DOUBLES, "gradient")
                    .addParameter(ArrayTypeName.of(DOUBLES), "inputGradients")
                    .addStatement(call(Purpose.DATA_GRADIENT))
                    .build());
        }
        if (method(Purpose.PREDICT).isPresent()) {
            all.add(ofExample("predict", TypeName.VOID)
                    .addParameter(ArrayTypeName.of(DOUBLES), "outputs")
                    .addStatement(call(Purpose.PREDICT))
                    .build());
        }
        if (method(Purpose.RESIDUALS).isPresent()) {
            all.addAll(residuals());
        }
        return all;
    }

    private List<MethodSpec> residuals() {
        MethodSpec only = begin("hasOnlyResiduals")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", outline.offers().onlyResiduals())
                .build();
        MethodSpec residuals = ofExample("residuals", TypeName.VOID)
                .addParameter(DOUBLES, "residuals")
                .addParameter(TypeName.INT, "at")
                .addStatement(call(Purpose.RESIDUALS))
                .build();
        MethodSpec jacobian = ofExample("jacobian", TypeName.VOID)
                .addParameter(DOUBLES, "jacobian")
                .addParameter(TypeName.INT, "at")
                .addStatement(call(Purpose.JACOBIAN))
                .build();
        MethodSpec times = ofExample("jacobianTimes", TypeName.VOID)
                .addParameter(DOUBLES, "direction")
                .addParameter(DOUBLES, "product")
                .addParameter(TypeName.INT, "at")
                .addStatement(call(Purpose.JACOBIAN_TIMES))
                .build();
        MethodSpec transposed = ofExample("transposedTimes", TypeName.VOID)
                .addParameter(DOUBLES, "weights")
                .addParameter(TypeName.INT, "at")
                .addParameter(DOUBLES, "gradient")
                .addStatement(call(Purpose.TRANSPOSED_TIMES))
                .build();
        return List.of(only, residuals, jacobian, times, transposed);
    }

    private static MethodSpec.Builder begin(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec.Builder ofExample(String name) {
        return ofExample(name, TypeName.DOUBLE);
    }

    private static MethodSpec.Builder ofExample(String name, TypeName result) {
        return begin(name)
                .returns(result)
                .addParameter(DOUBLES, "parameters")
                .addParameter(Types.EXAMPLES, "examples")
                .addParameter(TypeName.INT, "example");
    }

    private Optional<Method> method(Purpose purpose) {
        return code.methods().stream().filter(m -> m.purpose() == purpose).findFirst();
    }

    private CodeBlock call(Purpose purpose) {
        Method method = method(purpose).orElseThrow();
        List<CodeBlock> args = new ArrayList<>();
        for (Argument parameter : method.parameters()) {
            args.add(argument(parameter));
        }
        String before = method.result().isPresent() ? "return " : "";
        return CodeBlock.of(before + "$N(", method.name()).toBuilder()
                .add(CodeBlock.join(args, ",$W"))
                .add(")")
                .build();
    }

    private CodeBlock argument(Argument parameter) {
        if (parameter.equals(code.signature().vector())) {
            return CodeBlock.of("parameters");
        } else if (parameter.equals(code.signature().gradient())) {
            return CodeBlock.of("gradient");
        } else if (code.signature().steps().filter(parameter::equals).isPresent()) {
            return CodeBlock.of("examples.steps(example)");
        } else if (code.signature().starts().contains(parameter)) {
            return CodeBlock.of("at");
        }
        return parameter instanceof Array array ? array(array) : scalar((Variable) parameter);
    }

    private CodeBlock scalar(Variable variable) {
        Optional<Integer> offset = keyOf(code.signature().offsets(), variable);
        if (offset.isPresent()) {
            return CodeBlock.of("examples.offset($L, example)", offset.get());
        }
        int column = keyOf(code.signature().scalars(), variable).orElseThrow();
        return CodeBlock.of("examples.$L($L)[examples.offset($L, example)]", store(column), column, column);
    }

    private CodeBlock array(Array array) {
        Optional<Integer> column = keyOf(code.signature().arrays(), array);
        if (column.isPresent()) {
            return CodeBlock.of("examples.$L($L)", store(column.get()), column.get());
        }
        Optional<Vector> vector = keyOf(code.signature().vectorArrays(), array);
        if (vector.isPresent()) {
            return CodeBlock.of("$L", vector.get().text());
        }
        int output = code.signature().outputs().indexOf(array);
        if (output >= 0) {
            return CodeBlock.of("outputs[$L]", output);
        }
        int of = keyOf(code.signature().columnGradients(), array).orElseThrow();
        return CodeBlock.of("inputGradients[$L]", code.differentiated().indexOf(of));
    }

    private String store(int column) {
        return outline.columns().get(column).index().isPresent() ? "indices" : "reals";
    }

    private static <K, T> Optional<K> keyOf(Map<K, T> map, T value) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
