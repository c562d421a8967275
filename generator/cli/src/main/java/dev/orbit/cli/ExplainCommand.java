package dev.orbit.cli;

import dev.orbit.compiler.driver.Pages;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orbit explain}: the page of a diagnostic. */
@Command(
        name = "explain",
        description = "Explains the code of a message, such as ORB301.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "CODE", description = "The code, as the message has it.")
    private String code = "";

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        String page = Pages.page(code.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "There is no code `" + code + "`; codes look like ORB301."));
        command.commandLine().getOut().print(page);
        command.commandLine().getOut().flush();
        return Exit.OK;
    }
}
