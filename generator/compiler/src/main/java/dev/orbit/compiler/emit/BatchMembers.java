package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Argument;
import dev.orbit.compiler.code.Array;
import dev.orbit.compiler.code.Batch;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class in the class that computes many examples side by side, and the method that makes one. */
final class BatchMembers {
    private static final ArrayTypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);

    private final Outline outline;
    private final Batch batch;
    private final Code code;

    BatchMembers(Outline outline, Batch batch) {
        this.outline = outline;
        this.batch = batch;
        this.code = batch.code();
    }

    static MethodSpec maker(Batch batch) {
        return begin("batch")
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), Types.BATCH))
                .addStatement("return $T.of(new $N())", Optional.class, name(batch))
                .build();
    }

    /** Named as nothing else is. */
    private static String name(Batch batch) {
        return batch.code().naming().className().equals("Lanes") ? "SideBySide" : "Lanes";
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name(batch))
                .addModifiers(modifiers())
                .addSuperinterface(Types.BATCH)
                .addJavadoc(
                        "The same for up to $L examples side by side: the example is the innermost index of every array.\n",
                        batch.lanes());
        WorkspaceMembers.add(type, code);
        List<MethodSpec> allocations = WorkspaceMembers.allocations(code);
        if (!allocations.isEmpty()) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
            allocations.forEach(method -> constructor.addStatement("$N()", method));
            type.addMethod(constructor.build());
        }
        type.addMethod(begin("lanes")
                .returns(TypeName.INT)
                .addStatement("return $L", batch.lanes())
                .build());
        TypedMethods typed = new TypedMethods(outline, code);
        for (Method method : code.methods()) {
            if (method.purpose() != Purpose.PART) {
                type.addMethod(whole(method));
            }
        }
        code.methods().forEach(method -> type.addMethod(typed.part(method)));
        allocations.forEach(type::addMethod);
        return type.build();
    }

    /** Only functions that were bound belong to an instance of the class around. */
    private Modifier[] modifiers() {
        return outline.functions().isEmpty()
                ? new Modifier[] {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL}
                : new Modifier[] {Modifier.PRIVATE, Modifier.FINAL};
    }

    private static MethodSpec.Builder begin(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    /** The method that code calls which does not know the model. */
    private MethodSpec whole(Method method) {
        MethodSpec.Builder out = begin(method.name())
                .addParameter(DOUBLES, "parameters")
                .addParameter(Types.EXAMPLE_BLOCK, "block")
                .addParameter(DOUBLES, "losses");
        if (method.purpose() == Purpose.GRADIENT) {
            out.addParameter(DOUBLES, "gradients");
        }
        List<CodeBlock> args = new ArrayList<>();
        method.parameters().forEach(parameter -> args.add(argument(parameter)));
        return out.addStatement(CodeBlock.of("$N(", method.name()).toBuilder()
                        .add(CodeBlock.join(args, ",$W"))
                        .add(")")
                        .build())
                .build();
    }

    private CodeBlock argument(Argument parameter) {
        if (parameter.equals(code.signature().vector())) {
            return CodeBlock.of("parameters");
        } else if (parameter.equals(code.signature().gradient())) {
            return CodeBlock.of("gradients");
        } else if (parameter.equals(batch.losses())) {
            return CodeBlock.of("losses");
        } else if (parameter.equals(batch.count())) {
            return CodeBlock.of("block.count()");
        } else if (!(parameter instanceof Array array)) {
            return CodeBlock.of("block.steps()");
        } else {
            int column = code.naming().columns().indexOf(array.name());
            boolean index = outline.columns().get(column).index().isPresent();
            return CodeBlock.of("block.$L($L)", index ? "indices" : "reals", column);
        }
    }
}
