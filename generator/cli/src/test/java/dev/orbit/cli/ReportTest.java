package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports are whole files that need nothing else. */
class ReportTest {
    @TempDir
    Path folder;

    private Document report(Path spec) throws Exception {
        Path file = folder.resolve("report.html");
        Run run = Run.orbit("report", spec, "-o", file);
        assertEquals(0, run.exit(), run.toString());
        String text = Files.readString(file);
        assertFalse(text.contains("://"), "nothing is loaded from elsewhere");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.replaceFirst("<!DOCTYPE html>", ""))));
    }

    private static int count(Document document, String tag) {
        return document.getElementsByTagName(tag).getLength();
    }

    @Test
    void theSeedIsShownWhole() throws Exception {
        Document report = report(Run.sample("Correction.orbit"));
        assertEquals(0, count(report, "script") + count(report, "link") + count(report, "img"));
        assertEquals(3, count(report, "svg"), "the data flow and a plot for each start with a small constant");
        assertTrue(count(report, "math") > 20, "the equations");
        String text = report.getDocumentElement().getTextContent();
        assertTrue(text.contains("by dual numbers"), "what was checked");
        assertTrue(text.contains("public final class Correction"), "the class");
        assertTrue(text.contains("proved for every number of steps from 1 on, by induction over the step"), "verdicts");
        assertTrue(text.contains("gradient(d) begins with epsilon^2, exactly"), "what a start does");
        assertTrue(
                text.contains("b moves r and h, but never the loss: y reads h only through a, and a = 0 here"), "why");
        assertTrue(text.contains("by finite differences: agrees to the "), "accuracy");
        NodeList curves = report.getElementsByTagName("li");
        assertEquals(
                7,
                curves.getLength(),
                "loss and gradient by a at the gentle start; loss and all four at the small one");
    }

    @Test
    void textsOfAuthorsAreEscaped() throws Exception {
        Path spec = folder.resolve("Hostile.orbit");
        Files.writeString(
                spec,
                "/** </style><script>alert(1)</script> & \"quoted\" */\nmodel Hostile;\nparam a; // <b>\nloss (a - 1)^2;\n");
        Document report = report(spec);
        assertEquals(0, count(report, "script") + count(report, "b"));
        assertTrue(report.getDocumentElement().getTextContent().contains("</style><script>alert(1)</script>"));
    }

    @Test
    void twoSpecsAreNotOneReport() {
        Run run =
                Run.orbit("report", Run.sample("Oil.orbit"), Run.sample("Nile.orbit"), "-o", folder.resolve("r.html"));
        assertEquals(Exit.USAGE, run.exit(), run.toString());
    }
}
