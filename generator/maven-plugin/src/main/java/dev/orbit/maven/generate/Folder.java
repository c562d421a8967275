package dev.orbit.maven.generate;

import java.nio.file.Path;

/**
 * A folder of specs, and what is made of them. A folder of which nothing is made still takes part in sharing out bindings
 * and dims.
 *
 * @param root absolute; need not be there
 * @param classes whether the specs become classes, and what is wrong with them is told
 * @param gradientTests whether each model gets a test of its gradient
 */
public record Folder(Path root, boolean classes, boolean gradientTests) {
    /** Whether anything is made. */
    public boolean wanted() {
        return classes || gradientTests;
    }
}
