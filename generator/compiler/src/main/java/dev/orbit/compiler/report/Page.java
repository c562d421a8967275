package dev.orbit.compiler.report;

import dev.orbit.compiler.analyse.Line;
import java.util.List;

/**
 * What a report shows of a model. Texts are plain; the page escapes them.
 *
 * @param name the model's
 * @param doc its documentation, or empty
 * @param facts pairs of a label and lines: parameters, cost, what was checked
 * @param flow the step as a drawing
 * @param map its equations
 * @param adjoint what the gradient needs beyond them
 * @param gradient one equation for each parameter
 * @param closed titles and closed forms
 * @param sections further sections: claims and what a start does
 * @param checks how accurate the class was found to be
 * @param figures loss and gradients against a constant, for each start that has one
 * @param spec the text of the spec
 * @param java the emitted class
 */
public record Page(
        String name,
        String doc,
        List<Fact> facts,
        Flow flow,
        List<Line> map,
        List<Line> adjoint,
        List<Line> gradient,
        List<Closed> closed,
        List<Section> sections,
        List<Fact> checks,
        List<Figure> figures,
        String spec,
        String java) {
    public Page {
        facts = List.copyOf(facts);
        map = List.copyOf(map);
        adjoint = List.copyOf(adjoint);
        gradient = List.copyOf(gradient);
        closed = List.copyOf(closed);
        sections = List.copyOf(sections);
        checks = List.copyOf(checks);
        figures = List.copyOf(figures);
    }

    /** A label and what there is to say under it. */
    public record Fact(String label, List<Note> notes) {
        public Fact {
            notes = List.copyOf(notes);
        }

        /** Lines; one that is indented belongs to the line before it. */
        public static Fact of(String label, List<String> lines) {
            return new Fact(
                    label,
                    lines.stream()
                            .map(line -> new Note(line.startsWith(" ") ? Style.DETAIL : Style.PLAIN, line.strip()))
                            .toList());
        }
    }

    /** A line. */
    public record Note(Style style, String text) {}

    /** How a line is set. */
    public enum Style {
        PLAIN,
        /** Belongs to the line before it. */
        DETAIL,
        /** Text of the spec. */
        CODE,
        /** A verdict that was proved. */
        PROVED,
        /** A verdict that was not. */
        TESTED
    }

    /** Facts under a title. */
    public record Section(String title, List<Fact> facts) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    /** Closed forms under a title. */
    public record Closed(String title, List<? extends Line> equations, List<? extends Line> where) {
        public Closed {
            equations = List.copyOf(equations);
            where = List.copyOf(where);
        }
    }

    /** Names to be drawn: what goes into a step, what it carries, what comes out. */
    public record Flow(
            List<String> data, List<String> parameters, List<String> states, String count, List<String> targets) {
        public Flow {
            data = List.copyOf(data);
            parameters = List.copyOf(parameters);
            states = List.copyOf(states);
            targets = List.copyOf(targets);
        }
    }

    /** Values of one quantity; both axes are logarithmic. */
    public record Curve(String label, List<Double> x, List<Double> y) {
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    /** Curves on common axes. */
    public record Figure(String title, List<Curve> curves) {
        public Figure {
            curves = List.copyOf(curves);
        }
    }
}
