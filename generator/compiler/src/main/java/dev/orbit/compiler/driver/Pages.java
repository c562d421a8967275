package dev.orbit.compiler.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages that explain the codes of diagnostics. */
public final class Pages {
    private Pages() {}

    /** The page of a code such as {@code ORB301}, in Markdown; empty if there is no such code. */
    public static Optional<String> page(String code) {
        if (!code.matches("ORB[0-9]{3}")) {
            return Optional.empty();
        }
        try (InputStream stream = Pages.class.getResourceAsStream("pages/" + code + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
