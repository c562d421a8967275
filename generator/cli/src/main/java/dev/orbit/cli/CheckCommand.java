package dev.orbit.cli;

import dev.orbit.compiler.driver.CompileRequest;
import dev.orbit.compiler.driver.Lint;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code orbit check}: diagnostics only. */
@Command(
        name = "check",
        description = "Reads specs and reports what is wrong with them; writes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Specs specs = new Specs();

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private Messages messages = new Messages();

    @Option(
            names = "--lint",
            description = "Also tell what is suspicious and may be meant: starts at which a gradient is zero.")
    private boolean lint = false;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        specs.compile(choices.choices(Optional.empty(), 0), CompileRequest.Depth.CHECK);
        if (lint) {
            specs.compilations().forEach(Lint::report);
        }
        messages.tell(specs.said(), command.commandLine().getErr());
        messages.tell(specs.fault(), command.commandLine().getErr());
        return Exit.of(specs.said());
    }
}
