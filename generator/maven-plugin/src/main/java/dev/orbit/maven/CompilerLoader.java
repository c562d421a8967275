package dev.orbit.maven;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Loads the compiler apart from everything else that runs in Maven; only what both sides speak of is shared. */
final class CompilerLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of("dev.orbit.maven.generate.", "org.slf4j.");

    private final ClassLoader plugin;

    /** @param plugin from where the shared classes come */
    CompilerLoader(List<URL> urls, ClassLoader plugin) {
        super(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith) ? plugin.loadClass(name) : super.loadClass(name, resolve);
    }
}
