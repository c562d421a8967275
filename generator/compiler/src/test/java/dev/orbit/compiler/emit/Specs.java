package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes outlines in a test's few words. */
final class Specs {
    private final String name;
    private String doc = "";
    private final List<Outline.Parameter> parameters = new ArrayList<>();
    private final List<Outline.Column> columns = new ArrayList<>();
    private final List<Outline.AbstractFunction> functions = new ArrayList<>();
    private final List<Outline.Start> starts = new ArrayList<>();
    private final List<Outline.Note> notes = new ArrayList<>();
    private Outline.Steps steps = new Outline.Steps(OptionalInt.of(0), "", 1);

    Specs(String name) {
        this.name = name;
    }

    Specs doc(String text) {
        doc = text;
        return this;
    }

    Specs parameters(String... names) {
        for (String parameter : names) {
            parameters.add(new Outline.Parameter(parameter, List.of(), Optional.empty(), List.of(), ""));
        }
        return this;
    }

    Specs parameter(String parameter, Outline.Interval interval) {
        parameters.add(new Outline.Parameter(parameter, List.of(), Optional.of(interval), List.of(), ""));
        return this;
    }

    Specs input(String... names) {
        for (String column : names) {
            columns.add(new Outline.Column(column, false, Optional.empty(), List.of(), false, ""));
        }
        return this;
    }

    Specs target(String column) {
        columns.add(new Outline.Column(column, true, Optional.empty(), List.of(), false, ""));
        return this;
    }

    Specs perStep(String column) {
        columns.add(new Outline.Column(column, false, Optional.empty(), List.of(), true, ""));
        return this;
    }

    Specs indexPerStep(String column, int lowest, int highest) {
        columns.add(new Outline.Column(
                column, false, Optional.of(new Outline.Range(lowest, highest)), List.of(), true, ""));
        return this;
    }

    Specs function(Abstract f) {
        functions.add(new Outline.AbstractFunction(f, ""));
        return this;
    }

    Specs start(String start, double... values) {
        List<Outline.Part> parts = new ArrayList<>();
        int at = 0;
        for (Outline.Parameter parameter : parameters) {
            List<Literal> literals = new ArrayList<>();
            for (int i = 0; i < parameter.size(); i++) {
                literals.add(Literal.of(values[at++]));
            }
            parts.add(new Outline.Part(Optional.empty(), literals));
        }
        starts.add(new Outline.Start(start, parts, ""));
        return this;
    }

    Specs note(String text, int line) {
        notes.add(new Outline.Note(text, line, 0, 0));
        return this;
    }

    Specs steps(int number) {
        steps = new Outline.Steps(OptionalInt.of(number), "", 1);
        return this;
    }

    Specs open(int firstRow) {
        steps = new Outline.Steps(OptionalInt.empty(), "T", firstRow);
        return this;
    }

    static Outline.Interval between(double lower, double upper, String text) {
        return new Outline.Interval(bound(lower), bound(upper), text);
    }

    static Outline.Bound bound(double value) {
        return new Outline.Bound(Literal.of(value), Optional.empty());
    }

    Outline outline() {
        Outline.Account account = new Outline.Account(
                name + ".orbit",
                List.of("Cost of lossAndGradient: 21 multiplications, 11 additions, 2 tanh."),
                List.of(),
                "orbit 0.1.0");
        return new Outline(
                "com.acme.models",
                name,
                doc,
                parameters,
                columns,
                steps,
                functions,
                starts,
                Outline.Offers.NONE,
                notes,
                account);
    }
}
