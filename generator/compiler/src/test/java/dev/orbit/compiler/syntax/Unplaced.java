package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A syntax tree as a text that tells everything but where it stands: two trees with one text are equal up to spans. */
final class Unplaced {
    private Unplaced() {}

    static String text(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(Unplaced::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Optional<?> optional) {
            return optional.map(Unplaced::text).orElse("-");
        }
        if (node instanceof Record record) {
            return Arrays.stream(record.getClass().getRecordComponents())
                    .filter(part -> part.getType() != Span.class && part.getType() != SourceFile.class)
                    .map(part -> text(value(record, part)))
                    .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "(", ")"));
        }
        return node instanceof String ? "'" + node + "'" : node.toString();
    }

    private static Object value(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
