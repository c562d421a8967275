package dev.orbit.maven;

import dev.orbit.maven.generate.Generation;
import dev.orbit.maven.generate.Outcome;
import dev.orbit.maven.generate.Workshop;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/**
 * Compiles the specs of a module's tests into Java classes, and writes a JUnit 5 test of the gradient of each model, of main
 * code and tests. The module needs JUnit 5 among its dependencies.
 */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends SpecsMojo {
    /** Source root of the classes and tests. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/orbit")
    private File outputDirectory;

    /** Whether a test of the gradient is written for each model. */
    @Parameter(property = "orbit.gradientTests", defaultValue = "true")
    private boolean gradientTests;

    /** Maven's, or an IDE's. */
    @Inject
    public GenerateTestMojo(BuildContext build, CompilerDoor door) {
        super(build, door);
    }

    @Override
    void register(MavenProject into) {
        into.addTestCompileSourceRoot(outputDirectory.getAbsolutePath());
    }

    @Override
    Outcome run(Workshop.Door opening) throws IOException {
        return Generation.run(
                request(List.of(main(false, gradientTests), test(true, gradientTests)), outputDirectory), opening);
    }
}
