package dev.orbit.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.orbit.compiler.code.Argument;
import dev.orbit.compiler.code.Array;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The methods that compute, with one argument per datum. Where data are arrays, the public method checks their lengths and
 * calls a private one that is told where in longer arrays they begin.
 */
final class TypedMethods {
    private final Outline outline;
    private final Code code;
    private final MethodDoc doc;

    TypedMethods(Outline outline, Code code) {
        this.outline = outline;
        this.code = code;
        this.doc = new MethodDoc(outline, code);
    }

    /** The name of the public method. */
    static String publicName(Purpose purpose) {
        return switch (purpose) {
            case LOSS -> "loss";
            case GRADIENT, DATA_GRADIENT -> "lossAndGradient";
            case PENALTY -> "penalty";
            case PENALTY_GRADIENT -> "penaltyAndGradient";
            case PREDICT -> "predict";
            case RESIDUALS -> "residuals";
            case JACOBIAN_TIMES -> "jacobianTimes";
            case TRANSPOSED_TIMES -> "transposedTimes";
            case JACOBIAN -> "jacobian";
            case CONSTRAIN -> "constrain";
            case UNCONSTRAIN -> "unconstrain";
            case PULL_BACK -> "pullBack";
            case PART -> throw new IllegalStateException("a part is not public");
        };
    }

    /** Whether the runtime's interfaces know the method as it is. */
    private static boolean overrides(Purpose purpose) {
        return switch (purpose) {
            case PENALTY, PENALTY_GRADIENT, CONSTRAIN, UNCONSTRAIN, PULL_BACK -> true;
            case LOSS, GRADIENT, DATA_GRADIENT, PART -> false;
            case PREDICT, RESIDUALS, JACOBIAN_TIMES, TRANSPOSED_TIMES, JACOBIAN -> false;
        };
    }

    boolean isPublic(Method method) {
        return method.name().equals(publicName(method.purpose()));
    }

    /** A method that computes and is public. */
    MethodSpec whole(Method method) {
        MethodSpec.Builder out = MethodSpec.methodBuilder(method.name()).addModifiers(Modifier.PUBLIC);
        if (overrides(method.purpose())) {
            out.addAnnotation(Override.class);
        } else {
            out.addJavadoc("$L", doc.render(method.purpose()));
        }
        return finish(out, method.result().map(WorkspaceMembers::type), method.parameters())
                .addCode(Bodies.of(method.body()))
                .build();
    }

    /** A method that computes and is private. */
    MethodSpec part(Method method) {
        MethodSpec.Builder out = MethodSpec.methodBuilder(method.name()).addModifiers(Modifier.PRIVATE);
        return finish(out, method.result().map(WorkspaceMembers::type), method.parameters())
                .addCode(Bodies.of(method.body()))
                .build();
    }

    /** The public method before a private one. */
    MethodSpec wrapper(Method method) {
        MethodSpec.Builder out = MethodSpec.methodBuilder(publicName(method.purpose()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L", doc.render(method.purpose()));
        CodeBlock.Builder body = CodeBlock.builder();
        List<Argument> parameters = new ArrayList<>(method.parameters());
        Optional<Variable> steps = code.signature().steps();
        Optional<Integer> measure = firstPerStep(method);
        if (steps.isPresent() && measure.isPresent()) {
            parameters.remove(steps.get());
            int first = measure.get();
            body.addStatement(
                    "int $N = $T.rows($S, $N.length, $L)",
                    steps.get().name(),
                    Types.ARGUMENTS,
                    outline.columns().get(first).name(),
                    code.naming().columns().get(first),
                    outline.columns().get(first).width());
        }
        parameters.removeAll(code.signature().offsets().values());
        parameters.removeAll(code.signature().starts());
        checks(method, body);
        String call = method.result().isPresent() ? "return $N($L)" : "$N($L)";
        body.addStatement(call, method.name(), arguments(method));
        return finish(out, method.result().map(WorkspaceMembers::type), parameters)
                .addCode(body.build())
                .build();
    }

    private String arguments(Method method) {
        List<String> names = new ArrayList<>();
        for (Argument parameter : method.parameters()) {
            boolean offset = code.signature().offsets().containsValue(parameter)
                    || code.signature().starts().contains(parameter);
            names.add(offset ? "0" : name(parameter));
        }
        return String.join(", ", names);
    }

    /** The datum of the method, by number, that tells how many steps there are. */
    private Optional<Integer> firstPerStep(Method method) {
        for (int i = 0; i < outline.columns().size(); i++) {
            if (isAsked(method, i)
                    && outline.columns().get(i).perStep()
                    && outline.columns().get(i).width() > 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isAsked(Method method, int column) {
        Argument argument = code.signature().scalars().containsKey(column)
                ? code.signature().scalars().get(column)
                : code.signature().arrays().get(column);
        return method.parameters().contains(argument);
    }

    private void checks(Method method, CodeBlock.Builder body) {
        for (int i = 0; i < outline.columns().size(); i++) {
            if (!isAsked(method, i)) {
                continue;
            }
            Outline.Column column = outline.columns().get(i);
            String name = code.naming().columns().get(i);
            boolean measures =
                    code.signature().steps().isPresent() && firstPerStep(method).equals(Optional.of(i));
            if (code.signature().arrays().containsKey(i) && !measures) {
                body.addStatement(
                        "$T.length($S, $N.length, $L, $L)",
                        Types.ARGUMENTS,
                        column.name(),
                        name,
                        rows(column),
                        column.width());
            }
            if (column.index().isPresent()) {
                boolean array = code.signature().arrays().containsKey(i);
                body.addStatement(
                        "$T.$L($S, $N, $L, $L)",
                        Types.ARGUMENTS,
                        array ? "indices" : "index",
                        column.name(),
                        name,
                        column.index().get().lowest(),
                        column.index().get().highest());
            }
        }
    }

    private String rows(Outline.Column column) {
        if (!column.perStep()) {
            return "1";
        }
        return code.signature()
                .steps()
                .map(Variable::name)
                .orElseGet(() -> Integer.toString(outline.steps().fixed().orElseThrow()));
    }

    private static MethodSpec.Builder finish(
            MethodSpec.Builder out, Optional<TypeName> result, List<Argument> parameters) {
        parameters.forEach(parameter -> out.addParameter(parameter(parameter)));
        return out.returns(result.orElse(TypeName.VOID));
    }

    private static String name(Argument parameter) {
        return parameter instanceof Array array ? array.name() : ((Variable) parameter).name();
    }

    private static ParameterSpec parameter(Argument parameter) {
        TypeName type = parameter instanceof Array array
                ? ArrayTypeName.of(WorkspaceMembers.type(array.element()))
                : WorkspaceMembers.type(((Variable) parameter).kind());
        return ParameterSpec.builder(type, name(parameter)).build();
    }
}
