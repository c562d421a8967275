package dev.orbit.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names and comments of a spec must not break out of the Java source, nor mislead who reads it. */
class HostileTextTest {
    private static final List<String> NAMES = List.of(
            "class",
            "double",
            "Math",
            "java",
            "dev",
            "theta",
            "gradient",
            "steps",
            "PARAMETER_COUNT",
            "SCHEMA",
            "Intervals",
            "Double",
            "E",
            "I",
            "N",
            "lambda",
            "gamma",
            "pi2",
            "ε",
            "_",
            "__",
            "x_1",
            "x1",
            "x_1_",
            "var",
            "yield",
            "String",
            "Override",
            "examples",
            "\uD835\uDC65",
            "\u1C89",
            "this",
            "value",
            "Examples",
            "goto");

    private static EmitRequest request(String doc) {
        Builder on = new Builder(0);
        List<Program.Input> inputs = new ArrayList<>();
        List<Value> arguments = new ArrayList<>();
        Specs outline = new Specs("Model").doc(doc).note(doc, 3);
        for (String name : NAMES) {
            boolean parameter = inputs.size() < NAMES.size() / 2;
            inputs.add(new Program.Input(parameter ? Program.Role.PARAMETER : Program.Role.INPUT, name));
            arguments.add(on.named(name).fresh(Type.SCALAR));
            if (parameter) {
                outline.parameter(name, Specs.between(-10, 10, "(" + doc + ")"));
            } else {
                outline.input(name);
            }
        }
        Region body = on.region(arguments, () -> {
            Value sum = on.named("loss").apply(dev.orbit.compiler.function.Function1.TANH, arguments.get(0));
            for (Value argument : arguments) {
                sum = on.named("h").add(sum, on.multiply(argument, argument));
            }
            return List.of(sum);
        });
        Program program = new Program(inputs, body, List.of(new Program.Output(Program.Purpose.LOSS, "")));
        return new EmitRequest(
                outline.outline(),
                Programs.differentiated(program, NAMES.subList(0, 5).toArray(String[]::new)));
    }

    @Test
    void namesThatAreJavasOrOursJustWork() {
        String source = Emitted.of(request("plain")).source();
        assertTrue(source.contains("double class_ = Intervals.inside(\"class\", "), source);
        assertTrue(source.contains("ε"), source);
        assertFalse(source.contains("double Math ="), source);
        assertTrue(source.contains("class is class_"), source);
    }

    @Test
    void commentsStayComments() {
        String end = "*/ } class Evil { /*";
        String escaped = "\\u002a\\u002f } class Evil { \\u002f\\u002a";
        for (String doc :
                List.of(end, escaped, "\\\\u002a/ \\uuuu002a/", "{@code <b> & @param x }</pre>", "\u202E\u0007")) {
            Emitted emitted = Emitted.of(request(doc));
            assertEquals(
                    Set.of(emitted.name(), emitted.name() + "$Lanes"),
                    emitted.classes().files().keySet());
            assertFalse(emitted.source().contains("\u202E"), "no text that turns its direction");
        }
    }
}
