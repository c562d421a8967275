package dev.orbit.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RendererTest {
    @Test
    void people() {
        SourceFile file = new SourceFile("m.orbit", "param a;\n\nlet c = a * b;\n");
        assertEquals("""
                m.orbit:3:9: error ORB999: `a` is wrong
                 3 | let c = a * b;
                   |         ^^^^^
                 1 | param a;
                   |       ^ `a` is declared here
                   = change it
                """, human(diagnostic(file, 18, 23, List.of(Note.declaredHere(new Span(6, 7), "a")))));
    }

    @Test
    void tabsAndWideCharactersKeepTheCaretInPlace() {
        SourceFile file = new SourceFile("m.orbit", "a\t変 é e\u0301 x = y;");
        int x = file.text().indexOf('x');
        assertEquals(
                "     |            ^",
                caretLine(diagnostic(file, x, x + 1, List.of())).indent(2).stripTrailing());
    }

    @Test
    void aLongLineIsCutAroundTheRange() {
        String text = "let long = " + "a + ".repeat(100) + "WRONG" + " + b".repeat(100) + ";";
        int start = text.indexOf("WRONG");
        String shown = human(diagnostic(new SourceFile("m.orbit", text), start, start + 5, List.of()));
        List<String> lines = shown.lines().toList();
        assertTrue(lines.get(1).length() <= 110, shown);
        assertTrue(lines.get(1).startsWith(" 1 | …") && lines.get(1).endsWith("…"), shown);
        assertEquals(lines.get(1).indexOf("WRONG"), lines.get(2).indexOf("^^^^^"));
    }

    @Test
    void anEmptyRangeAndTheEndOfTheFileHaveACaret() {
        SourceFile file = new SourceFile("m.orbit", "let a = 1\n");
        assertEquals("   |          ^", caretLine(diagnostic(file, 9, 9, List.of())));
        assertEquals("   | ^", caretLine(diagnostic(file, 10, 10, List.of())));
    }

    @Test
    void aRangeOverSeveralLinesIsShownInItsFirst() {
        SourceFile file = new SourceFile("m.orbit", "let A = [1;\n  2];");
        assertEquals("   |         ^^^", caretLine(diagnostic(file, 8, 16, List.of())));
    }

    @Test
    void coloursAreTheOnlyDifference() {
        SourceFile file = new SourceFile("m.orbit", "param a;");
        List<Diagnostic> all = List.of(diagnostic(file, 6, 7, List.of()));
        String coloured = new HumanRenderer(true).render(all);
        assertTrue(coloured.contains("\u001B[1;31m"));
        assertEquals(human(all.get(0)), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    @Test
    void editorsAndPrograms() {
        SourceFile file = new SourceFile("a \"b\".orbit", "param a;");
        Diagnostic diagnostic = diagnostic(file, 6, 7, List.of(new Note(new Span(0, 5), "here")));
        assertEquals("a \"b\".orbit:1:7: error ORB999: `a` is wrong\n", new LineRenderer().render(List.of(diagnostic)));
        assertEquals(
                "[{\"code\": \"ORB999\", \"severity\": \"error\", \"file\": \"a \\\"b\\\".orbit\", \"line\": 1, \"column\": 7, "
                        + "\"endLine\": 1, \"endColumn\": 8, \"message\": \"`a` is wrong\", \"notes\": [{\"message\": \"here\", "
                        + "\"line\": 1, \"column\": 1, \"endLine\": 1, \"endColumn\": 6}], \"help\": \"change it\"}]\n",
                new JsonRenderer().render(List.of(diagnostic)));
        assertEquals("[]\n", new JsonRenderer().render(List.of()));
        assertEquals("", new LineRenderer().render(List.of()));
    }

    @Test
    void whatHasNoPlaceIsTold() {
        Diagnostic diagnostic = new Diagnostic(
                "ORB500", Severity.WARNING, Optional.empty(), "no such option", List.of(), Optional.empty());
        assertEquals("warning ORB500: no such option\n", human(diagnostic));
        assertEquals("warning ORB500: no such option\n", new LineRenderer().render(List.of(diagnostic)));
    }

    @Test
    void theOrderIsThatOfTheText() {
        SourceFile file = new SourceFile("m.orbit", "param a;");
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(file, new Wrong(new Span(6, 7)));
        diagnostics.report(file, new Wrong(new Span(0, 5)));
        diagnostics.report(file, new Wrong(new Span(6, 7)));
        assertEquals(
                List.of(0, 6),
                diagnostics.inOrder().stream()
                        .map(each -> each.at().orElseThrow().span().start())
                        .toList());
        assertTrue(diagnostics.hasErrors());
    }

    @Code("ORB999")
    private record Wrong(Span span) implements SpecProblem {
        @Override
        public String message() {
            return "wrong";
        }
    }

    private static Diagnostic diagnostic(SourceFile file, int start, int end, List<Note> notes) {
        return new Diagnostic(
                "ORB999",
                Severity.ERROR,
                Optional.of(new Location(file, new Span(start, end))),
                "`a` is wrong",
                notes,
                Optional.of("change it"));
    }

    private static String human(Diagnostic diagnostic) {
        return new HumanRenderer(false).render(List.of(diagnostic));
    }

    private static String caretLine(Diagnostic diagnostic) {
        return human(diagnostic).lines().skip(2).findFirst().orElseThrow();
    }
}
