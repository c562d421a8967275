package dev.orbit.maven.generate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one execution of a goal is to do.
 *
 * @param version of the tool
 * @param folders where specs are looked for
 * @param selection which of them are meant
 * @param packageName of specs that lie directly in a folder; those below are in packages below it; empty: the unnamed one
 * @param dims dims with other values, by name
 * @param bindings functions with other bodies, each such as {@code s(u) = sigmoid(u)}
 * @param failOnWarning whether a warning is as bad as an error
 * @param output source root of what is written; absolute
 * @param memory file in which is remembered what was written, and from what; absolute, of this execution alone
 */
public record Request(
        String version,
        List<Folder> folders,
        Selection selection,
        String packageName,
        Map<String, Integer> dims,
        List<String> bindings,
        boolean failOnWarning,
        Path output,
        Path memory) {
    public Request {
        folders = List.copyOf(folders);
        dims = Collections.unmodifiableMap(new LinkedHashMap<>(dims));
        bindings = List.copyOf(bindings);
    }
}
