package dev.orbit.cli;

import dev.orbit.cli.fit.Beginning;
import dev.orbit.cli.fit.Figures;
import dev.orbit.cli.fit.FitText;
import dev.orbit.cli.fit.LossPlot;
import dev.orbit.cli.fit.ModelFit;
import dev.orbit.cli.fit.Outputs;
import dev.orbit.cli.fit.Progress;
import dev.orbit.cli.values.GradientText;
import dev.orbit.cli.values.Layout;
import dev.orbit.cli.values.Values;
import dev.orbit.compiler.diagnostic.Diagnostics;
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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orbit fit}: finds the parameters with the least loss. */
@Command(
        name = "fit",
        description = "Compiles each spec in memory, fits its parameters to the data, and tells what came of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FitCommand implements Callable<Integer> {
    @Mixin
    private Specs specs = new Specs();

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "JSON object with each input and target by name; parameters in it are left aside. Default:"
                    + " NAME.values.json beside NAME.orbit.")
    private Optional<Path> values = Optional.empty();

    @Option(
            names = "--init",
            paramLabel = "NAME",
            description =
                    "Begin at an init of the spec, or at a file that --save wrote. Default: the start values of the"
                            + " spec; where there is none, the middle of the interval or 0.")
    private Optional<String> init = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What a random init is drawn from. Default: 0.")
    private long seed;

    @Option(
            names = "--max-iterations",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Stop after so many iterations. Default: ${DEFAULT-VALUE}.")
    private int maxIterations;

    @Option(
            names = "--likelihood",
            description =
                    "The loss is a negative log-likelihood: also tell standard errors. (A spec does not say what its"
                            + " loss means.)")
    private boolean likelihood;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write the parameters as JSON, for --init and for Java.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--plot", paramLabel = "FILE", description = "Write an SVG of the loss by iteration.")
    private Optional<Path> plot = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Print a table of the fits beside figures published elsewhere, which a JSON file holds.")
    private Optional<Path> compare = Optional.empty();

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private Messages messages = new Messages();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (maxIterations < 0) {
            throw new ParameterException(command.commandLine(), "--max-iterations cannot be negative.");
        }
        Warmth.start();
        specs.compile(choices.choices(Optional.empty(), 0), CompileRequest.Depth.EMIT);
        specs.compilations().forEach(compilation -> Classes.reportUnbound(compilation, specs.diagnostics()));
        Classes.reportClashes(specs.products(), Product::model, specs.diagnostics());
        Optional<Figures> figures = compare.flatMap(file -> Figures.read(file, specs.diagnostics()));
        List<ModelFit> fits = specs.sound() ? fit() : List.of();
        if (specs.sound()) {
            write(fits, specs.diagnostics());
        }
        if (specs.sound()) {
            PrintWriter out = command.commandLine().getOut();
            out.print(figures.map(table -> table.render(fits)).orElseGet(() -> results(fits)));
            out.flush();
        }
        messages.tell(specs.said(), command.commandLine().getErr());
        messages.tell(specs.fault(), command.commandLine().getErr());
        return Exit.of(specs.said());
    }

    private List<ModelFit> fit() {
        if (specs.paths().size() > 1 && (values.isPresent() || save.isPresent() || plot.isPresent())) {
            throw new ParameterException(
                    command.commandLine(), "--values, --save and --plot go with one spec, and here are several.");
        }
        List<ModelFit> fits = new ArrayList<>();
        List<Product> products = specs.products();
        List<Model> models = Classes.load(products);
        for (int i = 0; i < models.size(); i++) {
            Model model = models.get(i);
            Layout layout = new Layout(
                    model.schema(),
                    products.get(i).openDim(),
                    specs.compilations().get(i).spelledShapes());
            Path file = values.orElse(Specs.values(specs.paths().get(i)));
            Optional<Values> data = Values.readData(layout, file, specs.diagnostics());
            Optional<Beginning> beginning = Beginning.find(model, init, seed, specs.diagnostics());
            if (data.isPresent() && beginning.isPresent()) {
                ModelFit.fit(
                                model,
                                data.get().point().examples(),
                                beginning.get(),
                                maxIterations,
                                likelihood,
                                new Progress(command.commandLine().getErr(), Ansi.AUTO.enabled(), System::nanoTime),
                                specs.diagnostics())
                        .ifPresent(fits::add);
            }
        }
        return fits;
    }

    private void write(List<ModelFit> fits, Diagnostics diagnostics) {
        for (ModelFit fit : fits) {
            save.ifPresent(
                    file -> Outputs.write(file, fit.schema().save(fit.fitted().parameters()), diagnostics));
            plot.ifPresent(
                    file -> Outputs.write(file, LossPlot.render(fit.schema().model(), fit.losses()), diagnostics));
        }
    }

    private String results(List<ModelFit> fits) {
        if (!messages.json()) {
            return fits.stream().map(FitText::render).collect(Collectors.joining("\n"));
        }
        if (fits.size() == 1) {
            return FitText.json(fits.get(0)) + "\n";
        }
        return fits.stream()
                .map(fit -> GradientText.quote(fit.schema().model()) + ": " + FitText.json(fit))
                .collect(Collectors.joining(",\n ", "{", "}\n"));
    }
}
