package dev.orbit.compiler.execute;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** The source of a class as javac reads it. */
final class SourceInMemory extends SimpleJavaFileObject {
    private final String text;

    SourceInMemory(JavaSource source) {
        super(uri(source.qualifiedName()), Kind.SOURCE);
        this.text = source.text();
    }

    private static URI uri(String qualifiedName) {
        try {
            // This constructor quotes what a URI does not hold; names of classes may be in any script.
            return new URI("memory", null, "/" + qualifiedName.replace('.', '/') + Kind.SOURCE.extension, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
