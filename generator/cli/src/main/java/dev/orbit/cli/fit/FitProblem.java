package dev.orbit.cli.fit;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Problem;
import dev.orbit.compiler.diagnostic.Severity;
import dev.orbit.compiler.diagnostic.Spelling;
import java.util.List;
import java.util.Optional;

/** What keeps a model from being fitted, or should be known of a fit. */
sealed interface FitProblem extends Problem {
    @Code("ORB507")
    record NotWritten(String path, String why) implements FitProblem {
        @Override
        public String message() {
            return "cannot write `" + path + "`: " + why;
        }
    }

    @Code("ORB541")
    record NoInit(String name, String model, List<String> inits) implements FitProblem {
        @Override
        public String message() {
            return model + " has no init `" + name + "`, and there is no file of that name";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, inits)
                    .or(() -> Optional.of(
                            inits.isEmpty()
                                    ? "without `--init` a fit begins at the start values of the spec"
                                    : "it has " + String.join(", ", inits)));
        }
    }

    /** @param from such as {@code init neutral} */
    @Code("ORB542")
    record NoStart(String from, String why) implements FitProblem {
        @Override
        public String message() {
            return "the fit cannot begin at " + from + ": " + why;
        }
    }

    @Code("ORB543")
    record NotFinite(String model, String from, List<String> missing) implements FitProblem {
        @Override
        public String message() {
            return "the loss of " + model + " or its gradient is not finite at " + from;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    missing.isEmpty()
                            ? "begin elsewhere: `--init NAME` takes an init of the spec"
                            : "there are missing values (NaN) in " + String.join(", ", missing)
                                    + "; a model that allows them asks `known(...)`");
        }
    }

    @Code("ORB544")
    record BadFigures(String path, String why) implements FitProblem {
        @Override
        public String message() {
            return "`" + path + "` gives no figures to compare with: " + why;
        }
    }

    @Code("ORB545")
    record Unfinished(String model, int iterations) implements FitProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "the fit of " + model + " is not at a minimum: it was cut off after " + iterations + " iterations";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("allow more by `--max-iterations`");
        }
    }

    @Code("ORB546")
    record NoStandardErrors(String model) implements FitProblem {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "the fit of " + model + " has no standard errors: its second derivatives are not positive definite";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a parameter has run to the end of its interval, or the data do not determine it");
        }
    }
}
