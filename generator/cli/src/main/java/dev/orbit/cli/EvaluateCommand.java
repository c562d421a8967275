package dev.orbit.cli;

import dev.orbit.cli.values.GradientText;
import dev.orbit.cli.values.Layout;
import dev.orbit.cli.values.Values;
import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.driver.Classes;
import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Product;
import dev.orbit.compiler.driver.Warmth;
import dev.orbit.runtime.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orbit evaluate}: runs the emitted, compiled class on given numbers. */
@Command(
        name = "evaluate",
        description =
                "Compiles each spec in memory, runs the class on given values, and prints loss and gradient as JSON.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private Specs specs = new Specs();

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "JSON object with each parameter, input and target by name. Default: NAME.values.json beside"
                    + " NAME.orbit.")
    private Optional<Path> values = Optional.empty();

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private Messages messages = new Messages();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Warmth.start();
        specs.compile(choices.choices(Optional.empty(), 0), CompileRequest.Depth.EMIT);
        specs.compilations().forEach(compilation -> Classes.reportUnbound(compilation, specs.diagnostics()));
        Classes.reportClashes(specs.products(), Product::model, specs.diagnostics());
        List<String> results = specs.sound() ? evaluate() : List.of();
        List<Diagnostic> said = specs.said();
        if (specs.sound()) {
            print(results, command.commandLine().getOut());
        }
        messages.tell(said, command.commandLine().getErr());
        messages.tell(specs.fault(), command.commandLine().getErr());
        return Exit.of(said);
    }

    private List<String> evaluate() {
        if (values.isPresent() && specs.paths().size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--values goes with one spec; with several, each NAME.orbit has a NAME.values.json beside it.");
        }
        List<String> results = new ArrayList<>();
        List<Product> products = specs.products();
        List<Model> models = Classes.load(products);
        for (int i = 0; i < models.size(); i++) {
            Path file = values.orElse(Specs.values(specs.paths().get(i)));
            Product product = products.get(i);
            Model model = models.get(i);
            Values.read(
                            new Layout(
                                    model.schema(),
                                    product.openDim(),
                                    specs.compilations().get(i).spelledShapes()),
                            file,
                            specs.diagnostics())
                    .flatMap(read -> read.evaluate(model, product.differentiated(), specs.diagnostics()))
                    .ifPresent(results::add);
        }
        return results;
    }

    private void print(List<String> results, PrintWriter out) {
        List<Product> products = specs.products();
        if (products.size() == 1) {
            out.print(results.get(0) + "\n");
        } else {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                lines.add(GradientText.quote(products.get(i).model()) + ": " + results.get(i));
            }
            out.print("{" + String.join(",\n ", lines) + "}\n");
        }
        out.flush();
    }
}
