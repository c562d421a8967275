package dev.orbit.maven.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes by which contents are compared: SHA-256, in hexadecimal digits. */
final class Digest {
    private final MessageDigest sha;

    private Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of one content. */
    static String of(byte[] content) {
        Digest digest = new Digest();
        digest.sha.update(content);
        return digest.render();
    }

    /**
     * Of everything on which the result of a request depends.
     *
     * @throws IOException if a spec cannot be read
     */
    static String of(Request request, List<Spec> specs) throws IOException {
        Digest digest = new Digest();
        digest.add(request.version());
        digest.add(request.output().toString());
        digest.addAll(request.folders());
        digest.addAll(request.selection().includes());
        digest.addAll(request.selection().excludes());
        digest.add(request.packageName());
        digest.addAll(List.copyOf(request.dims().entrySet()));
        digest.addAll(request.bindings());
        for (Spec spec : specs) {
            digest.add(spec.path().toString());
            digest.add(Files.readAllBytes(spec.path()));
        }
        return digest.render();
    }

    private void addAll(List<?> parts) {
        add(Integer.toString(parts.size()));
        parts.forEach(part -> add(part.toString()));
    }

    /** With its length, so that no two lists of parts run together to the same bytes. */
    private void add(String part) {
        add(part.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    private String render() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
