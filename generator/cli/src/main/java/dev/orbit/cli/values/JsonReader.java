package dev.orbit.cli.values;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON with its places. The parser bounds how deep values are nested. */
final class JsonReader {
    private static final Pattern TOKEN = Pattern.compile("^(?:Non-standard|Unrecognized) token '([^']{0,40})");

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The object that a file holds; empty if it is no JSON object, which has been reported. */
    static Optional<Json.Fields> read(SourceFile file, Diagnostics diagnostics) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(file.text())) {
            JsonReader reader = new JsonReader(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                diagnostics.report(file, new ValuesProblem.NoJson(reader.here(), "it does not begin with `{`"));
                return Optional.empty();
            }
            Json.Fields fields = reader.fields();
            if (parser.nextToken() != null) {
                diagnostics.report(file, new ValuesProblem.NoJson(reader.here(), "there is more after its last `}`"));
                return Optional.empty();
            }
            return Optional.of(fields);
        } catch (JsonProcessingException e) {
            diagnostics.report(file, new ValuesProblem.NoJson(place(e, file), reason(e)));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Span place(JsonProcessingException e, SourceFile file) {
        long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
        int at = (int) Math.min(offset, file.text().length());
        return new Span(at, at);
    }

    /** What the parser says, in words of JSON instead of its own settings. */
    private static String reason(JsonProcessingException e) {
        String text = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (text.startsWith("Document nesting depth")) {
            return "arrays and objects are nested too deep";
        } else if (text.startsWith("Number value length")) {
            return "a number has too many digits";
        }
        Matcher word = TOKEN.matcher(text);
        if (word.find()) {
            return "`" + word.group(1) + "` is no value of JSON; a number that is not finite is written as a text,"
                    + " `\"NaN\"` or `\"-Infinity\"`";
        }
        String first = text.lines().findFirst().orElse("").replaceAll(" \\(code \\d+[^)]*\\)", "");
        int more = first.indexOf(" (");
        return more > 0 ? first.substring(0, more) : first;
    }

    private Span here() {
        int start = (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
        int end = (int) Math.max(start, parser.currentLocation().getCharOffset());
        return new Span(start, end);
    }

    private Json value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> fields();
            case START_ARRAY -> array();
            case VALUE_STRING -> {
                String text = parser.getText(); // reads it to its end, which tells its place
                yield new Json.Text(text, here());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(Double.parseDouble(parser.getText()), here());
            default -> new Json.Word(parser.getText(), here());
        };
    }

    private Json.Fields fields() throws IOException {
        int start = here().start();
        Map<String, Json.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Span place = new Span(here().start(), here().start() + name.length() + 2);
            fields.put(name, new Json.Field(place, value(parser.nextToken())));
        }
        return new Json.Fields(fields, new Span(start, here().end()));
    }

    private Json.Array array() throws IOException {
        int start = here().start();
        List<Json> entries = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            entries.add(value(token));
        }
        return new Json.Array(entries, new Span(start, here().end()));
    }
}
