package dev.orbit.maven;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What the build of the plugin wrote down about it. */
final class Versions {
    private Versions() {}

    /** Of the plugin, and so of the compiler. */
    static String own() throws IOException {
        return read("version");
    }

    static String log4j() throws IOException {
        return read("log4j");
    }

    private static String read(String key) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        }
        return properties.getProperty(key);
    }
}
