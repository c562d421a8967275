package dev.orbit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code orbit}: without a subcommand it is a usage error (exit code 2). */
@Command(
        name = "orbit",
        description = "Compiles a spec of a recurrent map and its loss into a Java class with the exact gradient.",
        subcommands = {
            CompileCommand.class,
            CheckCommand.class,
            EvaluateCommand.class,
            FitCommand.class,
            ExplainCommand.class,
            ReportCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all went well, 1 the input has errors, 2 the arguments make no sense,",
            "3 a file cannot be read or written, 70 a fault in the compiler.",
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs the command line and leaves the JVM with its exit code. */
    public static void main(String[] arguments) {
        // The same bytes on every machine, whatever its charset.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs the command line; results go to {@code out}, all else to {@code err}. Returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((fault, command, parsed) -> stumbled(fault, command))
                .execute(arguments);
    }

    private static int stumbled(Exception fault, CommandLine command) throws Exception {
        if (fault instanceof ParameterException usage) {
            throw usage;
        }
        command.getErr().println("error ORB901: the command stumbled; this is a bug in it. --debug shows more.");
        if (command.getParseResult().originalArgs().contains("--debug") || System.getenv("ORBIT_DEBUG") != null) {
            fault.printStackTrace(command.getErr());
        }
        return Exit.INTERNAL;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A subcommand is missing.");
    }
}
