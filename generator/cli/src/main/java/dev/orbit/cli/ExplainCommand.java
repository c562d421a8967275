package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.Explanation;
import dev.orbit.compiler.driver.Pages;
import dev.orbit.compiler.driver.SpecFiles;
import dev.orbit.compiler.report.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orbit explain}: a spec in mathematics, or the page of a diagnostic. */
@Command(
        name = "explain",
        description =
                "Shows the map, the loss and the gradient of a spec in mathematics; or explains the code of a message.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern CODE = Pattern.compile("(?i)ORB\\d+");

    @Parameters(
            arity = "1",
            paramLabel = "SPEC|CODE",
            description = "A spec, or a code as a message has it, such as ORB301.")
    private String subject = "";

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Show closed forms after N steps instead of the recurrence.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            description =
                    "Which closed forms: loss, penalty, gradient, 'gradient(a, b)', state, or the name of a state, let or"
                            + " output. May be given more than once.")
    private List<String> of = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "POINT",
            description = "Put in a start of the spec, or values such as 'a=0, b=c=epsilon'.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--starts",
            description = "Tell what each start of the spec does: which gradients are zero there, and which move.")
    private boolean starts = false;

    @Option(
            names = "--abstract",
            paramLabel = "FUNCTION",
            description = "Keep a function of the spec abstract, whatever its body.")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, latex or mathml. Default: text.")
    private String format = "text";

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return CODE.matcher(subject).matches() ? code() : spec();
    }

    private int code() {
        String page = Pages.page(subject.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> usage("There is no code `" + subject + "`; codes look like ORB301."));
        print(page);
        return Exit.OK;
    }

    private int spec() {
        if (steps.orElse(0) < 0) {
            throw usage("`--steps` is a number from 0 on.");
        } else if (!subject.endsWith(".orbit") && !Path.of(subject).toFile().exists()) {
            throw usage("There is no code `" + subject + "` and no such spec; codes look like ORB301.");
        }
        Diagnostics diagnostics = new Diagnostics();
        OptionalInt count = steps.isPresent() ? OptionalInt.of(steps.get()) : OptionalInt.empty();
        Explanation.Question question = new Explanation.Question(count, of, at, kept, format());
        try {
            SpecFiles.read(Path.of(subject), diagnostics)
                    .flatMap(source -> starts
                            ? Explanation.starts(source, choices.choices(Optional.empty(), 0), kept, diagnostics)
                            : Explanation.of(source, choices.choices(Optional.empty(), 0), question, diagnostics))
                    .ifPresent(this::print);
        } catch (IllegalArgumentException misfit) {
            throw usage("Cannot explain that: " + misfit.getMessage() + ".");
        }
        new Messages().tell(diagnostics.inOrder(), command.commandLine().getErr());
        return Exit.of(diagnostics.inOrder());
    }

    private Format format() {
        for (Format each : Format.values()) {
            if (each.name().equalsIgnoreCase(format)) {
                return each;
            }
        }
        throw usage("There is no format `" + format + "`; there are text, latex and mathml.");
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private void print(String text) {
        command.commandLine().getOut().print(text);
        command.commandLine().getOut().flush();
    }
}
