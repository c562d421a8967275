package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Kind;
import dev.orbit.compiler.code.Storage;
import dev.orbit.compiler.code.Variable;
import javax.lang.model.element.Modifier;

/** The fields that a call writes: arrays, and scalars that the parts of a large method hand to one another. */
final class WorkspaceMembers {
    private WorkspaceMembers() {}

    static void add(TypeSpec.Builder type, Code code) {
        for (Storage storage : code.arrays()) {
            TypeName element = type(storage.array().element());
            FieldSpec.Builder field = FieldSpec.builder(
                            ArrayTypeName.of(element), storage.array().name(), Modifier.PRIVATE)
                    .initializer("new $T[$L]", element, storage.size().orElse(0));
            if (storage.size().isPresent()) {
                field.addModifiers(Modifier.FINAL);
            }
            type.addField(field.build());
        }
        for (Variable variable : code.fields()) {
            type.addField(type(variable.kind()), variable.name(), Modifier.PRIVATE);
        }
    }

    static TypeName type(Kind kind) {
        return switch (kind) {
            case REAL -> TypeName.DOUBLE;
            case WHOLE -> TypeName.INT;
            case TRUTH -> TypeName.BOOLEAN;
        };
    }
}
