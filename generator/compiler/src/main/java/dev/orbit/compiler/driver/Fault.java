package dev.orbit.compiler.driver;

import dev.orbit.compiler.claim.WitnessesDisagree;
import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Problem;
import dev.orbit.compiler.execute.EmittedSourceRejected;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.symbolic.ForeignCodeException;
import java.util.Optional;

/** What is not the author's fault: bugs of the compiler, and what the surroundings do not allow. */
sealed interface Fault extends Problem {
    String REPORT =
            "this is a bug in the compiler, not in the spec: please report it with the spec; `--debug` shows more";

    static Fault problem(SourceFile source, Throwable fault) {
        if (fault instanceof ForeignCodeException foreign) {
            return new ForeignFolder(foreign.folder());
        }
        if (fault instanceof OutOfMemoryError) {
            return new OutOfMemory(source.name());
        }
        if (fault instanceof WitnessesDisagree witnesses) {
            return new Disagreement(source.name(), witnesses.text());
        }
        if (fault instanceof EmittedSourceRejected) {
            return new Rejected(source.name());
        }
        return new Internal(source.name());
    }

    /** The exception itself is shown only on demand. */
    @Code("ORB901")
    record Internal(String spec) implements Fault {
        @Override
        public String message() {
            return "the compiler stumbled over " + spec;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(REPORT);
        }
    }

    @Code("ORB902")
    record Rejected(String spec) implements Fault {
        @Override
        public String message() {
            return "the class that was emitted for " + spec + " is not valid Java";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(REPORT);
        }
    }

    @Code("ORB903")
    record WrongGradient(String spec, String disagreement) implements Fault {
        @Override
        public String message() {
            return "the gradient emitted for " + spec + " is wrong: " + disagreement;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(REPORT);
        }
    }

    @Code("ORB904")
    record OutOfMemory(String spec) implements Fault {
        @Override
        public String message() {
            return "compiling " + spec + " takes more memory than this Java has";
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "are the sizes in the spec meant? If so, give Java more memory, such as by `JDK_JAVA_OPTIONS=-Xmx8g`");
        }
    }

    @Code("ORB905")
    record Disagreement(String spec, String what) implements Fault {
        @Override
        public String message() {
            return "the compiler contradicts itself over " + spec + ": " + what;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(REPORT);
        }
    }

    @Code("ORB508")
    record ForeignFolder(String folder) implements Fault {
        @Override
        public String message() {
            return "the folder `" + folder
                    + "` in the working directory holds code that a library of the compiler would execute";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("start the command in another folder, or rename this one");
        }
    }
}
