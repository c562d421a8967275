package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.FileWriting;
import dev.orbit.compiler.driver.GeneratedFile;
import dev.orbit.compiler.driver.ModelPages;
import dev.orbit.compiler.driver.Warmth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orbit report}: what a spec means and what became of it, as one HTML file. */
@Command(
        name = "report",
        description =
                "Writes a report of a spec as one HTML file: its mathematics, what was checked, the emitted class.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private Specs specs = new Specs();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "The file to write. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("report.html");

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private Messages messages = new Messages();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Path name = Optional.ofNullable(file.getFileName())
                .orElseThrow(() -> new ParameterException(command.commandLine(), "`-o` names no file."));
        Warmth.start();
        specs.compile(choices.choices(Optional.empty(), 0), CompileRequest.Depth.TRY);
        if (specs.compilations().size() > 1) {
            throw new ParameterException(command.commandLine(), "A report is of one spec.");
        }
        if (specs.sound()) {
            for (Compilation compilation : specs.compilations()) {
                Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
                GeneratedFile page = new GeneratedFile(name.toString(), ModelPages.html(compilation));
                List<Path> written = FileWriting.write(folder, List.of(page), specs.diagnostics());
                written.forEach(path -> command.commandLine().getOut().print("written to " + file + "\n"));
            }
        }
        command.commandLine().getOut().flush();
        List<Diagnostic> said = specs.said();
        messages.tell(said, command.commandLine().getErr());
        messages.tell(specs.fault(), command.commandLine().getErr());
        return Exit.of(said);
    }
}
