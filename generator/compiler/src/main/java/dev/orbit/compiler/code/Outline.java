package dev.orbit.compiler.code;

import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a class is to offer, and what its documentation tells: everything but the computation.
 *
 * @param packageName the Java package, or empty
 * @param className the model's name in the spec
 * @param doc the model's doc comment, plain text, or empty
 * @param parameters in order of declaration; also the layout of the parameter vector
 * @param columns the data in order of declaration
 * @param steps how many rows data per step have
 * @param functions the abstract functions in order of declaration, also those that nothing calls
 * @param starts the named starts in order of declaration
 * @param offers what it gives besides the loss
 * @param notes the spec's equations
 * @param account what else the class documentation tells
 */
public record Outline(
        String packageName,
        String className,
        String doc,
        List<Parameter> parameters,
        List<Column> columns,
        Steps steps,
        List<AbstractFunction> functions,
        List<Start> starts,
        Offers offers,
        List<Note> notes,
        Account account) {

    public Outline {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
        functions = List.copyOf(functions);
        starts = List.copyOf(starts);
        notes = List.copyOf(notes);
    }

    /** Where parameter {@code number} begins in the parameter vector. */
    public int offset(int number) {
        return parameters.subList(0, number).stream().mapToInt(Parameter::size).sum();
    }

    /**
     * A parameter.
     *
     * @param name in the spec
     * @param shape {@code []}, {@code [n]} or {@code [m, n]}
     * @param interval the open interval of each entry, if it has one
     * @param start no number: none is given; one: it fills the shape; else all entries row-major
     * @param doc its doc comment, or empty
     */
    public record Parameter(
            String name, List<Integer> shape, Optional<Interval> interval, List<Literal> start, String doc) {
        public Parameter {
            shape = List.copyOf(shape);
            start = List.copyOf(start);
        }

        /** Entries in the parameter vector. */
        public int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * An open interval.
     *
     * @param text as the spec has it, such as {@code (0, 1 - alpha)}
     */
    public record Interval(Bound lower, Bound upper, String text) {}

    /**
     * A bound of an interval.
     *
     * @param constant the bound, which may be infinite; not read when there is a program
     * @param program for a bound that depends on earlier parameters: its inputs are all parameters of the model, in order,
     *     its outputs LOSS (the bound) and a GRADIENT for each parameter on which it depends
     */
    public record Bound(Literal constant, Optional<Program> program) {}

    /**
     * A datum.
     *
     * @param name in the spec
     * @param target whether prediction does without it
     * @param index for an index, the lowest and highest value, as the spec counts
     * @param shape of one row
     * @param perStep whether it has one row per step
     * @param doc its doc comment, or empty
     */
    public record Column(
            String name, boolean target, Optional<Range> index, List<Integer> shape, boolean perStep, String doc) {
        public Column {
            shape = List.copyOf(shape);
        }

        /** Entries in one row. */
        public int width() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /** From {@code lowest} to {@code highest}, both included. */
    public record Range(int lowest, int highest) {}

    /**
     * The number of steps.
     *
     * @param fixed the number of rows of data per step, if the spec fixes it; 0 without steps
     * @param open the name of the open dim, if that is the number of rows; else empty
     * @param firstRow the row, from 1, that the first application of the map reads
     */
    public record Steps(OptionalInt fixed, String open, int firstRow) {}

    /** An abstract function; {@code doc} is its doc comment, or empty. */
    public record AbstractFunction(dev.orbit.compiler.program.Abstract signature, String doc) {}

    /** A named start: one part for each parameter. */
    public record Start(String name, List<Part> parts, String doc) {
        public Start {
            parts = List.copyOf(parts);
        }

        /** Whether a seed matters. */
        public boolean random() {
            return parts.stream().anyMatch(part -> part.distribution().isPresent());
        }
    }

    /**
     * What a named start says of one parameter.
     *
     * @param distribution what its entries are drawn from; empty if they are given
     * @param values the arguments of the distribution; else all entries row-major, or one number that fills the shape
     */
    public record Part(Optional<Init.Distribution> distribution, List<Literal> values) {
        public Part {
            values = List.copyOf(values);
        }
    }

    /**
     * What a class gives for an example besides its loss, in the order of the spec.
     *
     * @param outputs the predictions
     * @param residuals the residuals of each statement
     * @param onlyResiduals whether the model has neither a loss nor a penalty
     */
    public record Offers(List<Offer> outputs, List<Offer> residuals, boolean onlyResiduals) {
        /** Nothing. */
        public static final Offers NONE = new Offers(List.of(), List.of(), false);

        public Offers {
            outputs = List.copyOf(outputs);
            residuals = List.copyOf(residuals);
        }
    }

    /**
     * An output, or the residuals of a statement.
     *
     * @param name of an output, in the spec; else {@code residual1} and so on
     * @param shape of one row
     * @param perStep whether there is one row per step
     */
    public record Offer(String name, List<Integer> shape, boolean perStep) {
        public Offer {
            shape = List.copyOf(shape);
        }

        /** Entries in one row. */
        public int width() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * An equation of the spec.
     *
     * @param line where it stands, from 1
     * @param from offset in the spec's text where it begins
     * @param to offset behind its end
     */
    public record Note(String text, int line, int from, int to) {
        /** An equation whose place in the text is not known: no comment in the code refers to it. */
        public Note(String text, int line) {
            this(text, line, 0, 0);
        }
    }

    /**
     * What the class documentation tells about the class itself.
     *
     * @param source the spec's file name without its folder
     * @param cost lines about what a call costs
     * @param checks lines about what was checked
     * @param tool name and version of the generator
     */
    public record Account(String source, List<String> cost, List<String> checks, String tool) {
        public Account {
            cost = List.copyOf(cost);
            checks = List.copyOf(checks);
        }
    }
}
