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

/** Reads all specs of a module and reports what is wrong with them; writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends SpecsMojo {
    /** Nothing is written here, but a request names an output. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File outputDirectory;

    /** Maven's, or an IDE's. */
    @Inject
    public CheckMojo(BuildContext build, CompilerDoor door) {
        super(build, door);
    }

    @Override
    void register(MavenProject into) {
        // A check makes no sources.
    }

    @Override
    Outcome run(Workshop.Door opening) throws IOException {
        return Generation.check(request(List.of(main(true, false), test(true, false)), outputDirectory), opening);
    }
}
