package dev.orbit.maven;

import dev.orbit.maven.generate.Workshop;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Brings the compiler here when it is first needed, once for all modules of a build.
 *
 * <p>The compiler stands on thirty jars. Were they dependencies of the plugin, every build would look all of them up, and
 * read the poms of all of them, only to find that nothing has changed.
 */
@Named
@Singleton
public class CompilerDoor {
    private static final String WORKSHOP = "dev.orbit.maven.compile.SpecWorkshop";

    private final RepositorySystem repositories;
    private Optional<Workshop> opened = Optional.empty();

    /** @param repositories Maven's */
    @Inject
    public CompilerDoor(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * The workshop with the compiler in it.
     *
     * @throws IOException if the compiler or something that it stands on cannot be had
     */
    synchronized Workshop open(RepositorySystemSession session, List<RemoteRepository> remotes, String version)
            throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(load(resolve(session, remotes, version)));
        }
        return opened.get();
    }

    /**
     * What tells one compiler from another: its version, and of a version that is still being worked on the time too.
     *
     * @throws IOException if the compiler cannot be had
     */
    String fingerprint(RepositorySystemSession session, List<RemoteRepository> remotes, String version)
            throws IOException {
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        try {
            Path file = repositories
                    .resolveArtifact(session, new ArtifactRequest(compiler(version), remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
            try (Stream<Path> files = Files.walk(file)) {
                long newest = 0;
                for (Path each : (Iterable<Path>) files::iterator) {
                    newest = Math.max(newest, Files.getLastModifiedTime(each).toMillis());
                }
                return version + " of " + newest;
            }
        } catch (ArtifactResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Artifact compiler(String version) {
        return new DefaultArtifact("dev.orbit", "orbit-compiler", "jar", version);
    }

    private List<Path> resolve(RepositorySystemSession session, List<RemoteRepository> remotes, String version)
            throws IOException {
        DefaultRepositorySystemSession runtime = new DefaultRepositorySystemSession(session);
        runtime.setDependencySelector(new RuntimeScope(session.getDependencySelector()));
        // What the algebra system logs goes where Maven logs.
        Artifact logging = new DefaultArtifact("org.apache.logging.log4j", "log4j-to-slf4j", "jar", Versions.log4j());
        List<Dependency> wanted =
                List.of(new Dependency(compiler(version), "runtime"), new Dependency(logging, "runtime"));
        CollectRequest collect = new CollectRequest(wanted, List.of(), remotes);
        try {
            List<Path> files = new ArrayList<>();
            for (ArtifactResult result : repositories
                    .resolveDependencies(runtime, new DependencyRequest(collect, null))
                    .getArtifactResults()) {
                files.add(result.getArtifact().getFile().toPath());
            }
            return files;
        } catch (DependencyResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Workshop load(List<Path> files) throws IOException {
        // The workshop's own class is the plugin's.
        URL plugin = CompilerDoor.class.getProtectionDomain().getCodeSource().getLocation();
        List<URL> urls = new ArrayList<>(List.of(plugin));
        for (Path file : files) {
            urls.add(url(file));
        }
        ClassLoader loader = new CompilerLoader(urls, CompilerDoor.class.getClassLoader());
        try {
            Object workshop = loader.loadClass(WORKSHOP).getConstructor().newInstance();
            return new Inside(loader, (Workshop) workshop);
        } catch (InvocationTargetException e) {
            throw new IOException("the compiler does not start: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the compiler does not fit the plugin: " + e, e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL", e);
        }
    }
}
