package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Kind;
import dev.orbit.compiler.code.Storage;
import dev.orbit.compiler.code.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The fields that a call writes: arrays, and scalars that the parts of a large method hand to one another. */
final class WorkspaceMembers {
    private static final int MOST_AT_ONCE = 300;

    private WorkspaceMembers() {}

    static void add(TypeSpec.Builder type, Code code) {
        for (Storage storage : code.arrays()) {
            FieldSpec.Builder field = FieldSpec.builder(
                    ArrayTypeName.of(type(storage.array().element())),
                    storage.array().name(),
                    Modifier.PRIVATE);
            if (!hasManyArrays(code)) {
                field.initializer(allocation(storage));
                field.addModifiers(storage.size().isPresent() ? new Modifier[] {Modifier.FINAL} : new Modifier[0]);
            }
            type.addField(field.build());
        }
        for (Variable variable : code.fields()) {
            type.addField(type(variable.kind()), variable.name(), Modifier.PRIVATE);
        }
    }

    private static CodeBlock allocation(Storage storage) {
        return CodeBlock.of(
                "new $T[$L]", type(storage.array().element()), storage.size().orElse(0));
    }

    /** Whether a constructor that made all arrays would be too large. */
    private static boolean hasManyArrays(Code code) {
        return code.arrays().size() > MOST_AT_ONCE;
    }

    /** The methods that make the arrays where they are many, to be called by the constructor in order. */
    static List<MethodSpec> allocations(Code code) {
        List<MethodSpec> methods = new ArrayList<>();
        if (!hasManyArrays(code)) {
            return methods;
        }
        for (int from = 0; from < code.arrays().size(); from += MOST_AT_ONCE) {
            int to = Math.min(from + MOST_AT_ONCE, code.arrays().size());
            MethodSpec.Builder method =
                    MethodSpec.methodBuilder("allocate" + (methods.size() + 1)).addModifiers(Modifier.PRIVATE);
            for (Storage storage : code.arrays().subList(from, to)) {
                method.addStatement("$N = $L", storage.array().name(), allocation(storage));
            }
            methods.add(method.build());
        }
        return methods;
    }

    static TypeName type(Kind kind) {
        return switch (kind) {
            case REAL -> TypeName.DOUBLE;
            case WHOLE -> TypeName.INT;
            case TRUTH -> TypeName.BOOLEAN;
        };
    }
}
