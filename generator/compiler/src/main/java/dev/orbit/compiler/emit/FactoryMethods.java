package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that make what the others take: parameter vectors and examples. */
final class FactoryMethods {
    private final Outline outline;
    private final Code code;

    FactoryMethods(Outline outline, Code code) {
        this.outline = outline;
        this.code = code;
    }

    List<MethodSpec> all() {
        List<MethodSpec> all = new ArrayList<>();
        if (!outline.starts().isEmpty()) {
            all.add(init());
            if (outline.starts().stream().anyMatch(Outline.Start::random)) {
                all.add(drawn());
            }
        }
        all.add(examples(false));
        boolean perStep = outline.columns().stream().anyMatch(Outline.Column::perStep);
        if (perStep && outline.steps().fixed().isEmpty()) {
            all.add(examples(true));
        }
        return all;
    }

    private static MethodSpec.Builder factory(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", doc);
    }

    private MethodSpec init() {
        StringBuilder doc = new StringBuilder("The parameter vector of a named start:");
        String comma = " ";
        for (Outline.Start start : outline.starts()) {
            doc.append(comma).append(Comments.javadoc(start.name()));
            comma = ", ";
        }
        return factory("init", Comments.wrap(doc + "."))
                .returns(ArrayTypeName.of(TypeName.DOUBLE))
                .addParameter(String.class, "name")
                .addStatement("return SCHEMA.start(name)")
                .build();
    }

    private static MethodSpec drawn() {
        String doc =
                "The parameter vector of a named start; what is random is drawn from the seed, the same on every machine.";
        return factory("init", Comments.wrap(doc))
                .returns(ArrayTypeName.of(TypeName.DOUBLE))
                .addParameter(String.class, "name")
                .addParameter(TypeName.LONG, "seed")
                .addStatement("return SCHEMA.start(name, seed)")
                .build();
    }

    /** The columns as arrays; with {@code ragged}, the number of steps of each example first. */
    private MethodSpec examples(boolean ragged) {
        String doc = ragged
                ? "The data of examples that have different numbers of steps."
                : "The data of many examples, one array per datum; checked, not copied.";
        MethodSpec.Builder out = factory("examples", doc).returns(Types.EXAMPLES);
        if (ragged) {
            out.addParameter(ArrayTypeName.of(TypeName.INT), code.naming().steps());
        }
        StringBuilder chain = new StringBuilder("return $T.of(SCHEMA)");
        List<Object> args = new ArrayList<>(List.of(Types.EXAMPLES));
        for (int i = 0; i < outline.columns().size(); i++) {
            Outline.Column column = outline.columns().get(i);
            String name = code.naming().columns().get(i);
            TypeName element = column.index().isPresent() ? TypeName.INT : TypeName.DOUBLE;
            out.addParameter(ArrayTypeName.of(element), name);
            chain.append("\n.column($S, $N)");
            args.add(column.name());
            args.add(name);
        }
        if (ragged) {
            chain.append("\n.steps($N)");
            args.add(code.naming().steps());
        }
        return out.addStatement(chain + "\n.build()", args.toArray()).build();
    }
}
