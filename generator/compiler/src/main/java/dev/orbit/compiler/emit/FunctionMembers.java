package dev.orbit.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.schedule.Calls;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The abstract functions: their fields, the constructor that takes them, and the copy that shares them. */
final class FunctionMembers {
    private final Outline outline;
    private final Code code;
    private final ClassName self;

    FunctionMembers(Outline outline, Code code, ClassName self) {
        this.outline = outline;
        this.code = code;
        this.self = self;
    }

    void addFields(TypeSpec.Builder type) {
        for (int i = 0; i < outline.functions().size(); i++) {
            type.addField(FieldSpec.builder(type(i), name(i), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
    }

    MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
        StringBuilder doc = new StringBuilder("A workspace of its own: one per thread.\n");
        for (int i = 0; i < outline.functions().size(); i++) {
            Outline.AbstractFunction function = outline.functions().get(i);
            doc.append(i == 0 ? "\n" : "")
                    .append("@param ")
                    .append(name(i))
                    .append(' ')
                    .append(describe(i, function))
                    .append('\n');
            constructor.addParameter(type(i), name(i)).addStatement("this.$N = $N", name(i), name(i));
        }
        WorkspaceMembers.allocations(code).forEach(method -> constructor.addStatement("$N()", method));
        return constructor.addJavadoc("$L", doc).build();
    }

    private String describe(int number, Outline.AbstractFunction function) {
        String told = function.doc().isEmpty()
                ? "the function " + Comments.javadoc(function.signature().name())
                : Comments.wrap(Comments.javadoc(function.doc()));
        return code.derivatives().contains(number) ? told + ", with its derivative" : told;
    }

    MethodSpec fork() {
        return MethodSpec.methodBuilder("fork")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addStatement(
                        "return new $T($L)",
                        self,
                        String.join(", ", code.naming().functions()))
                .build();
    }

    private String name(int number) {
        return code.naming().functions().get(number);
    }

    private ClassName type(int number) {
        Abstract f = outline.functions().get(number).signature();
        boolean derivative = code.derivatives().contains(number);
        if (!Calls.scalar(f)) {
            return Types.runtime(derivative ? "DifferentiableVectorFunction" : "VectorFunction");
        }
        List<?> arguments = f.arguments();
        return Types.runtime((derivative ? "DifferentiableFunction" : "ScalarFunction") + arguments.size());
    }
}
