package dev.orbit.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Batch;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Prints code as a Java class, member by member. */
final class ClassEmitter {
    private final Outline outline;
    private final Code code;
    private final Optional<Batch> batch;
    private final ClassName self;

    ClassEmitter(Outline outline, Code code, Optional<Batch> batch) {
        this.outline = outline;
        this.code = code;
        this.batch = batch;
        this.self = ClassName.get(outline.packageName(), code.naming().className());
    }

    String emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterfaces(interfaces())
                .addJavadoc("$L", new ClassDoc(outline, code).render());
        ConstantMembers.add(type, outline, code);
        FunctionMembers functions = new FunctionMembers(outline, code, self);
        functions.addFields(type);
        WorkspaceMembers.add(type, code);
        type.addMethod(functions.constructor());
        methods(functions).forEach(type::addMethod);
        batch.map(wide -> new BatchMembers(outline, wide).type()).ifPresent(type::addType);
        return Layout.tidy(JavaFile.builder(outline.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString());
    }

    /** Each of the others is a Model. */
    private List<ClassName> interfaces() {
        List<ClassName> interfaces = new ArrayList<>();
        if (code.methods().stream().anyMatch(method -> method.purpose() == Method.Purpose.CONSTRAIN)) {
            interfaces.add(Types.CONSTRAINED);
        }
        if (!outline.offers().residuals().isEmpty()) {
            interfaces.add(Types.LEAST_SQUARES);
        }
        if (!outline.offers().outputs().isEmpty()) {
            interfaces.add(Types.PREDICTING);
        }
        return interfaces.isEmpty() ? List.of(Types.MODEL) : interfaces;
    }

    private List<MethodSpec> methods(FunctionMembers functions) {
        List<MethodSpec> methods = new ArrayList<>(new FactoryMethods(outline, code).all());
        List<MethodSpec> inner = new ArrayList<>();
        TypedMethods typed = new TypedMethods(outline, code);
        for (Method method : code.methods()) {
            if (method.purpose() == Method.Purpose.PART) {
                inner.add(typed.part(method));
            } else if (typed.isPublic(method)) {
                methods.add(typed.whole(method));
            } else {
                methods.add(typed.wrapper(method));
                inner.add(typed.part(method));
            }
        }
        methods.addAll(new ModelMethods(outline, code).all());
        methods.add(functions.fork());
        batch.ifPresent(wide -> methods.add(BatchMembers.maker(wide)));
        methods.addAll(inner);
        methods.addAll(WorkspaceMembers.allocations(code));
        return methods;
    }
}
