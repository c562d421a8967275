package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of a file to its text. */
public final class SourceText {
    /** The largest spec, in bytes; whoever reads a file need not read more than one byte beyond it. */
    public static final int LIMIT_BYTES = 4 << 20;

    private SourceText() {}

    /**
     * Decodes UTF-8; a byte order mark at the beginning is left out.
     *
     * @return empty if the bytes are too many or not UTF-8, which has then been reported
     */
    public static Optional<SourceFile> decode(String name, byte[] bytes, Diagnostics diagnostics) {
        if (bytes.length > LIMIT_BYTES) {
            diagnostics.report(new SourceFile(name, ""), new TextProblem.TooLarge(new Span(0, 0), "4 MB"));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        boolean marked = text.startsWith("\uFEFF");
        String unmarked = marked ? text.substring(1) : text;
        if (result.isError()) {
            Span end = new Span(unmarked.length(), unmarked.length());
            diagnostics.report(new SourceFile(name, unmarked), new TextProblem.NotUtf8(end, in.position()));
            return Optional.empty();
        }
        return Optional.of(new SourceFile(name, unmarked));
    }
}
