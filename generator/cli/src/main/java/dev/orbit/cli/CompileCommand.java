package dev.orbit.cli;

import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.driver.Account;
import dev.orbit.compiler.driver.Classes;
import dev.orbit.compiler.driver.Compilation;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.FileWriting;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.driver.Regions;
import dev.orbit.compiler.driver.Stage;
import dev.orbit.compiler.driver.Warmth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orbit compile}: one Java class for each spec. */
@Command(
        name = "compile",
        description = "Compiles each spec into a Java class, tries its gradient, and tells what came of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompileCommand implements Callable<Integer> {
    @Mixin
    private Specs specs = new Specs();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "orbit-out",
            description = "Source root to write the classes to; made if it is not there. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("orbit-out");

    @Option(names = "--package", paramLabel = "P", description = "Java package where a spec names none.")
    private Optional<String> packageName = Optional.empty();

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--dump",
            paramLabel = "STAGE",
            description =
                    "Print a stage of the compilation and write no file: syntax, model, program, plan, derivative,"
                            + " schedule, code or java.")
    private Optional<String> dump = Optional.empty();

    @Option(
            names = "--regions",
            description = "Also tell which form the derivative of each region has, and what it costs.")
    private boolean regions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What the points are drawn from at which the gradient is tried. Default: 0.")
    private long seed;

    @Mixin
    private Messages messages = new Messages();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        packageName.ifPresent(this::requirePackage);
        if (out.toString().isEmpty()) {
            throw new ParameterException(command.commandLine(), "`--out` names no folder; this one is `.`.");
        }
        Optional<Stage> stage = dump.map(this::stage);
        Warmth.start();
        specs.compile(
                choices.choices(packageName, seed),
                stage.isPresent() ? CompileRequest.Depth.EMIT : CompileRequest.Depth.TRY);
        PrintWriter results = command.commandLine().getOut();
        if (stage.isPresent()) {
            specs.compilations()
                    .forEach(compilation -> stage.get().render(compilation).ifPresent(results::print));
        } else if (specs.sound()) {
            write(results);
        }
        results.flush();
        List<Diagnostic> said = specs.said();
        messages.tell(said, command.commandLine().getErr());
        messages.tell(specs.fault(), command.commandLine().getErr());
        return Exit.of(said);
    }

    private void write(PrintWriter results) {
        List<Product> products = specs.products();
        Classes.reportClashes(products, product -> product.file().path(), specs.diagnostics());
        if (!specs.sound()) {
            return;
        }
        List<Path> written =
                FileWriting.write(out, products.stream().map(Product::file).toList(), specs.diagnostics());
        for (int i = 0; i < written.size(); i++) {
            results.print(i == 0 ? "" : "\n");
            results.print(Account.render(
                    products.get(i),
                    specs.compilations().get(i).verdicts(),
                    written.get(i).toString()));
            if (regions) {
                Compilation compilation = specs.compilations().get(i);
                results.print("\n" + Regions.render(compilation));
            }
        }
    }

    private void requirePackage(String name) {
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new ParameterException(command.commandLine(), "`" + name + "` is no name of a Java package.");
        }
    }

    private Stage stage(String word) {
        return Stage.of(word)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no stage `" + word + "`; there are " + String.join(", ", Stage.words()) + "."));
    }
}
