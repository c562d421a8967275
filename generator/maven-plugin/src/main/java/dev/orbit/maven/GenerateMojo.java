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
 * Compiles the specs of a module's main code into Java classes, and tries their gradients.
 *
 * <p>Where nothing has changed, nothing is compiled and no file is touched.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SpecsMojo {
    /** Source root of the classes. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/orbit")
    private File outputDirectory;

    /** Maven's, or an IDE's. */
    @Inject
    public GenerateMojo(BuildContext build, CompilerDoor door) {
        super(build, door);
    }

    @Override
    void register(MavenProject into) {
        into.addCompileSourceRoot(outputDirectory.getAbsolutePath());
    }

    @Override
    Outcome run(Workshop.Door opening) throws IOException {
        return Generation.run(request(List.of(main(true, false)), outputDirectory), opening);
    }
}
