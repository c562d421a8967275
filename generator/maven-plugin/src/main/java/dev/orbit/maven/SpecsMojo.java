package dev.orbit.maven;

import dev.orbit.maven.generate.Folder;
import dev.orbit.maven.generate.Outcome;
import dev.orbit.maven.generate.Request;
import dev.orbit.maven.generate.Selection;
import dev.orbit.maven.generate.Workshop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/** What the goals have in common: their configuration, and how they tell what came of them. */
abstract class SpecsMojo extends AbstractMojo {
    /** Folder of the specs of the module's main code. The folder of a spec below it is its package. */
    @Parameter(defaultValue = "${project.basedir}/src/main/orbit")
    private File sourceDirectory;

    /** Folder of the specs of the module's tests. */
    @Parameter(defaultValue = "${project.basedir}/src/test/orbit")
    private File testSourceDirectory;

    /** Specs that are compiled, as patterns below the folder. Default: all files {@code *.orbit}. */
    @Parameter
    private List<String> includes = new ArrayList<>();

    /** Specs that are left out, as patterns below the folder. */
    @Parameter
    private List<String> excludes = new ArrayList<>();

    /**
     * Package of the specs that lie directly in the folder; those in folders below it are in packages below this one. Not for
     * specs that name their package.
     */
    @Parameter
    private String packageName = "";

    /** Dims of specs with other values, such as {@code <dims><k>32</k></dims>}; each goes to the specs that have it. */
    @Parameter
    private Map<String, Integer> dims = new LinkedHashMap<>();

    /**
     * Functions of specs with other bodies, such as {@code <bindings><binding>s(u) = sigmoid(u)</binding></bindings>}; each
     * goes to the specs that have the function.
     */
    @Parameter
    private List<String> bindings = new ArrayList<>();

    /** Does nothing but register the folder of generated sources. */
    @Parameter(property = "orbit.skip", defaultValue = "false")
    private boolean skip;

    /** Fails the build after a warning as after an error. */
    @Parameter(property = "orbit.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Where it is remembered what was generated, and from what. */
    @Parameter(defaultValue = "${project.build.directory}/orbit", readonly = true)
    private File memoryDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession session;

    @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true, required = true)
    private List<RemoteRepository> remotes;

    private final BuildContext build;
    private final CompilerDoor door;

    /**
     * @param build where an IDE listens
     * @param door to the compiler
     */
    SpecsMojo(BuildContext build, CompilerDoor door) {
        this.build = build;
        this.door = door;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        register(project);
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw new MojoExecutionException("packageName: `" + packageName + "` is no name of a package");
        }
        if (skip) {
            getLog().debug("orbit is skipped");
            return;
        }
        Outcome outcome;
        try {
            outcome = run(() -> door.open(session, remotes, Versions.own()));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read or write: " + e.getMessage(), e);
        }
        new Told(build, getLog()).tell(outcome);
        if (outcome.failed()) {
            throw new MojoFailureException(
                    Told.counted(outcome) + (outcome.errors() == 0 ? ", and failOnWarning is set" : ""));
        }
    }

    /** Tells Maven of the generated sources; done first, so that the build is the same whether there is work or not. */
    abstract void register(MavenProject into);

    abstract Outcome run(Workshop.Door opening) throws IOException;

    Folder main(boolean classes, boolean gradientTests) {
        return new Folder(path(sourceDirectory), classes, gradientTests);
    }

    Folder test(boolean classes, boolean gradientTests) {
        return new Folder(path(testSourceDirectory), classes, gradientTests);
    }

    Request request(List<Folder> folders, File output) throws IOException {
        Selection selection = new Selection(includes.isEmpty() ? Selection.ALL.includes() : includes, excludes);
        String memory = execution.getGoal() + "-" + execution.getExecutionId() + ".txt";
        return new Request(
                door.fingerprint(session, remotes, Versions.own()),
                folders,
                selection,
                packageName,
                dims,
                bindings,
                failOnWarning,
                path(output),
                path(memoryDirectory).resolve(memory));
    }

    private static Path path(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
