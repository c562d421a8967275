package dev.orbit.cli.values;

import dev.orbit.compiler.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value of a JSON file and where it stands. */
sealed interface Json {
    Span span();

    /** A number, to the nearest double. */
    record Number(double value, Span span) implements Json {}

    record Text(String value, Span span) implements Json {}

    record Array(List<Json> entries, Span span) implements Json {
        public Array {
            entries = List.copyOf(entries);
        }
    }

    /** @param fields in the order of the file */
    record Fields(Map<String, Field> fields, Span span) implements Json {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** {@code true}, {@code false} or {@code null}: nothing that a model takes. */
    record Word(String value, Span span) implements Json {}

    /** A field: where its name stands, and its value. */
    record Field(Span name, Json value) {}

    /** What it is, for messages. */
    default String kind() {
        return match(new Cases<>(
                number -> "a number",
                text -> "the text `" + cut(text.value()) + "`",
                array -> "an array of " + array.entries().size(),
                fields -> "an object",
                word -> "`" + word.value() + "`"));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Number, R> number,
            Function<Text, R> text,
            Function<Array, R> array,
            Function<Fields, R> fields,
            Function<Word, R> word) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Number number) {
            return cases.number().apply(number);
        } else if (this instanceof Text text) {
            return cases.text().apply(text);
        } else if (this instanceof Array array) {
            return cases.array().apply(array);
        } else if (this instanceof Fields fields) {
            return cases.fields().apply(fields);
        }
        return cases.word().apply((Word) this);
    }
}
