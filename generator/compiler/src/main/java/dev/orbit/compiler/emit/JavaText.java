package dev.orbit.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.orbit.compiler.code.ExprText;
import dev.orbit.compiler.code.Library;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Code as JavaPoet takes it: classes are named arguments, so that it imports them; spaces are where it may break a line. */
final class JavaText {
    private static final Map<String, Object> CLASSES = classes();

    /** Renders expressions for {@link #block}. */
    static final ExprText EXPRESSIONS = new ExprText(new ExprText.Dialect() {
        @Override
        public String library(Library library) {
            return "$" + key(library) + ":T";
        }

        @Override
        public String space() {
            return "$W";
        }
    });

    private JavaText() {}

    /** A block from text in which classes and spaces are spelled as {@link #EXPRESSIONS} does. */
    static CodeBlock block(String text) {
        return CodeBlock.builder().addNamed(text, CLASSES).build();
    }

    private static String key(Library library) {
        return library.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> classes() {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (Library library : Library.values()) {
            classes.put(key(library), ClassName.get(library.packageName(), library.simpleName()));
        }
        return classes;
    }
}
