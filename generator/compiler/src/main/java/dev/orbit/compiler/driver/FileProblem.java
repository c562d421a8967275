package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Problem;
import java.util.Optional;

/** Files that cannot be read or written. */
sealed interface FileProblem extends Problem {
    @Code("ORB501")
    record NotReadable(String path, String why) implements FileProblem {
        @Override
        public String message() {
            return "cannot read `" + path + "`: " + why;
        }
    }

    @Code("ORB502")
    record NoSpecs(String folder) implements FileProblem {
        @Override
        public String message() {
            return "there is no spec (a file *.orbit) in `" + folder + "` or below";
        }
    }

    @Code("ORB503")
    record NotWritable(String path, String why) implements FileProblem {
        @Override
        public String message() {
            return "cannot write `" + path + "`: " + why;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("nothing was written; choose another folder by `--out`");
        }
    }

    @Code("ORB504")
    record SameName(String name, String first, String second) implements FileProblem {
        @Override
        public String message() {
            return first + " and " + second + " are both called `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("give one of the models another name, or compile them one by one");
        }
    }

    @Code("ORB506")
    record NotAPackage(String path, String folder) implements FileProblem {
        @Override
        public String message() {
            return path + " names no package, and its folder `" + folder + "` is no name of a Java package";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("rename the folder, or write `package ...;` at the top of the spec");
        }
    }
}
