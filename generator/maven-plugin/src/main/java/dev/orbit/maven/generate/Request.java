package dev.orbit.maven.generate;

import dev.orbit.compiler.driver.Choices;
import java.nio.file.Path;
import java.util.List;

/**
 * What one execution of a goal is to do.
 *
 * @param version of the tool
 * @param folders where specs are looked for
 * @param selection which of them are meant
 * @param choices dims and bindings; packages follow from the folders
 * @param failOnWarning whether a warning is as bad as an error
 * @param output source root of what is written; absolute
 * @param memory file in which is remembered what was written, and from what; absolute, of this execution alone
 */
public record Request(
        String version,
        List<Folder> folders,
        Selection selection,
        Choices choices,
        boolean failOnWarning,
        Path output,
        Path memory) {
    public Request {
        folders = List.copyOf(folders);
    }
}
