package dev.orbit.compiler.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void linesEndInThreeWays() {
        SourceFile file = new SourceFile("f", "a\nbb\r\nc\rdd");
        assertEquals(4, file.lineCount());
        assertEquals("bb", file.slice(file.lineSpan(2)));
        assertEquals("c", file.slice(file.lineSpan(3)));
        assertEquals("dd", file.slice(file.lineSpan(4)));
        assertEquals(new Position(3, 1), file.position(6));
        assertEquals(new Position(4, 3), file.position(10));
    }

    @Test
    void columnsCountCodePoints() {
        SourceFile file = new SourceFile("f", "\tε\uD835\uDC65z");
        assertEquals(new Position(1, 4), file.position(file.text().indexOf('z')));
    }

    @Test
    void anEmptyTextHasOneLine() {
        SourceFile file = new SourceFile("f", "");
        assertEquals(1, file.lineCount());
        assertEquals(new Position(1, 1), file.position(0));
        assertEquals(2, new SourceFile("f", "\r\n").lineCount());
    }

    @Test
    void spansCover() {
        assertEquals(new Span(1, 9), new Span(5, 9).to(new Span(1, 2)));
        assertEquals(4, new Span(5, 9).length());
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Span(-1, 2));
    }
}
