package dev.orbit.cli.values;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Problem;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Model;
import dev.orbit.runtime.ParameterOutsideInterval;
import dev.orbit.runtime.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The values of a file, laid out for a model.
 *
 * @param file for messages
 */
public record Values(SourceFile file, Point point) {
    @Code("ORB505")
    record NoValues(String path, String why) implements Problem {
        @Override
        public String message() {
            return "cannot read the values in `" + path + "`: " + why;
        }

        @Override
        public Optional<String> help() {
            return Optional.of(
                    "say where they are by `--values FILE`, or write them to NAME.values.json beside NAME.orbit");
        }
    }

    /** Reads a file of values; a model that needs none may go without the file. Problems are reported. */
    public static Optional<Values> read(Layout layout, Path path, Diagnostics diagnostics) {
        return read(layout, true, path, diagnostics);
    }

    /** As {@link #read}, where a parameter may go without a value and then is NaN. */
    public static Optional<Values> readData(Layout layout, Path path, Diagnostics diagnostics) {
        return read(layout, false, path, diagnostics);
    }

    private static Optional<Values> read(Layout layout, boolean whole, Path path, Diagnostics diagnostics) {
        Schema schema = layout.schema();
        String name = path.toString().replace('\\', '/');
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        try {
            boolean needless = schema.columns().isEmpty()
                    && layout.openDim().isEmpty()
                    && schema.parameters().parameters().stream()
                            .allMatch(p -> !whole || p.start().isPresent());
            boolean absent = needless && !Files.exists(path);
            String text = absent ? "{}" : Files.readString(path, StandardCharsets.UTF_8);
            SourceFile file = new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
            return PointReader.read(layout, whole, file, folder, diagnostics).map(point -> new Values(file, point));
        } catch (NoSuchFileException e) {
            diagnostics.report(new NoValues(name, "there is no such file"));
        } catch (CharacterCodingException e) {
            diagnostics.report(new NoValues(name, "it is not UTF-8"));
        } catch (IOException | OutOfMemoryError e) {
            diagnostics.report(new NoValues(name, Files.isDirectory(path) ? "it is a folder" : "it failed"));
        }
        return Optional.empty();
    }

    /** Loss and gradient as JSON; empty if a parameter is outside its interval, which has been reported. */
    public Optional<String> evaluate(Model model, List<String> differentiated, Diagnostics diagnostics) {
        try {
            return Optional.of(GradientText.evaluate(model, point, differentiated));
        } catch (ParameterOutsideInterval e) {
            diagnostics.report(file, new ValuesProblem.OutsideInterval(new Span(0, 0), requireNonNull(e.getMessage())));
            return Optional.empty();
        }
    }
}
