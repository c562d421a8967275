package dev.orbit.cli.values;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.diagnostic.Spelling;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What is wrong with the values given for a model. */
sealed interface ValuesProblem extends SpecProblem {
    @Code("ORB530")
    record NoJson(Span span, String why) implements ValuesProblem {
        @Override
        public String message() {
            return "this file is no JSON object of values: " + why;
        }
    }

    /** @param names all that the model knows */
    @Code("ORB531")
    record UnknownEntry(Span span, String name, String model, List<String> names) implements ValuesProblem {
        @Override
        public String message() {
            return model + " has no parameter, input or target `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Spelling.didYouMean(name, names)
                    .or(() -> Optional.of("it has " + String.join(", ", names)).filter(text -> !names.isEmpty()));
        }
    }

    /** @param what parameter, input or target */
    @Code("ORB532")
    record MissingEntry(Span span, String name, String what) implements ValuesProblem {
        @Override
        public String message() {
            return "there is no value for the " + what + " `" + name + "`";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("add an entry `\"" + name + "\"`");
        }
    }

    /**
     * A shape that does not fit.
     *
     * @param wanted such as {@code `W` is [4*k, n] = [8, 3]}
     * @param found such as {@code row 2 has 4 numbers}
     * @param flat whether numbers stand where rows are wanted
     */
    @Code("ORB533")
    record WrongShape(Span span, String wanted, String found, boolean flat) implements ValuesProblem {
        @Override
        public String message() {
            return wanted + "; " + found;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a matrix is an array of its rows: `[[1, 2], [3, 4]]`")
                    .filter(text -> flat);
        }
    }

    @Code("ORB534")
    record NoNumber(Span span, String name, String found) implements ValuesProblem {
        @Override
        public String message() {
            return "`" + name + "` takes numbers, and this is " + found;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a number may also be a text: `\"1e-3\"`, `\"NaN\"`, `\"-Infinity\"`, `\"0x1.8p-3\"`;"
                    + " a column of a file is `\"@file.csv\"` or `\"@file.csv:column\"`");
        }
    }

    @Code("ORB535")
    record RowCount(Span span, String name, int rows, int wanted, String because) implements ValuesProblem {
        @Override
        public String message() {
            return "`" + name + "` has " + rows + (rows == 1 ? " row" : " rows") + ", and " + because + " " + wanted;
        }
    }

    /** @param place of the number among those of the entry, such as {@code at step 3}; may be empty */
    @Code("ORB536")
    record NoIndex(Span span, String name, String place, String found, int lowest, int highest)
            implements ValuesProblem {
        @Override
        public String message() {
            return "`" + name + "` is an index from " + lowest + " to " + highest + "; "
                    + (place.isEmpty() ? "this" : place + " it") + " is " + found;
        }

        @Override
        public Optional<String> help() {
            return Optional.of("indices count from 1, as in the spec").filter(text -> lowest == 1 && found.equals("0"));
        }
    }

    @Code("ORB537")
    record Misplaced(Span span, String name) implements ValuesProblem {
        @Override
        public String message() {
            return "`" + name + "` stands beside `examples`, which hold the data";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("move it into each of the examples");
        }
    }

    @Code("ORB538")
    record BadTable(Span span, String file, String why) implements ValuesProblem {
        @Override
        public String message() {
            return "`" + file + "` gives no column of numbers: " + why;
        }
    }

    @Code("ORB539")
    record OutsideInterval(Span span, String why) implements ValuesProblem {
        @Override
        public String message() {
            return why;
        }
    }

    @Code("ORB540")
    record NoExamples(Span span, String found) implements ValuesProblem {
        @Override
        public String message() {
            return "`examples` is an array of objects, and here is " + found;
        }
    }
}
