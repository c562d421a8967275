package dev.orbit.maven.generate;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.driver.CompileRequest.Depth;
import dev.orbit.compiler.driver.FileWriting;
import dev.orbit.compiler.driver.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Generates sources where contents have changed, and only there.
 *
 * <p>Nothing is compiled if the tool, the configuration and every spec are what they were, and every file is as it was
 * written; what was said then is said again. Otherwise all specs are compiled; a file is written only where its bytes differ,
 * and a file of the last time that is no longer made is deleted. After an error nothing is written, deleted or remembered.
 */
public final class Generation {
    private final Request request;

    private Generation(Request request) {
        this.request = request;
    }

    /**
     * Brings the output up to date.
     *
     * @throws IOException if a folder cannot be listed or the memory cannot be written
     */
    public static Outcome run(Request request) throws IOException {
        return new Generation(request).run();
    }

    /** Says what is wrong, and writes nothing. */
    public static Outcome check(Request request) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Spec> specs = Spec.find(request.folders(), request.selection(), diagnostics);
        Compiled compiled = Compiled.of(specs, request.choices(), Optional.of(Depth.CHECK), diagnostics);
        return new Generation(request).outcome(compiled.messages(), specs, List.of(), compiled.fault());
    }

    private Outcome run() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Spec> specs = Spec.find(request.folders(), request.selection(), diagnostics);
        Optional<Memory> memory = Memory.read(request.memory());
        if (!diagnostics.hasErrors() && specs.isEmpty() && memory.isEmpty()) {
            return new Outcome(List.of(), List.of(), List.of(), true, request.failOnWarning(), Optional.empty());
        }
        String key = Digest.of(request, specs);
        if (!diagnostics.hasErrors()
                && memory.isPresent()
                && memory.get().key().equals(key)
                && memory.get().intact(request.output())) {
            List<Message> again = memory.get().messages();
            return new Outcome(again, paths(specs), List.of(), true, request.failOnWarning(), Optional.empty());
        }
        Compiled compiled = Compiled.of(specs, request.choices(), Optional.empty(), diagnostics);
        Outcome outcome = outcome(compiled.messages(), specs, List.of(), compiled.fault());
        if (outcome.failed()) {
            return outcome;
        }
        List<Path> changed = write(compiled.files(), memory, diagnostics);
        if (!diagnostics.hasErrors()) {
            remember(key, compiled.files(), compiled.messages());
        }
        return outcome(compiled.messages(), specs, changed, compiled.fault());
    }

    private Outcome outcome(List<Message> messages, List<Spec> specs, List<Path> changed, Optional<Throwable> fault) {
        return new Outcome(messages, paths(specs), changed, false, request.failOnWarning(), fault);
    }

    private static List<Path> paths(List<Spec> specs) {
        return specs.stream().map(Spec::path).toList();
    }

    private List<Path> write(List<GeneratedFile> files, Optional<Memory> memory, Diagnostics diagnostics)
            throws IOException {
        List<Path> changed = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = request.output().resolve(file.path());
            if (!Files.isRegularFile(path)
                    || !Digest.of(Files.readAllBytes(path)).equals(hash(file))) {
                changed.add(path);
            }
        }
        if (!changed.isEmpty()) {
            FileWriting.write(request.output(), files, diagnostics);
        }
        if (!diagnostics.hasErrors()) {
            List<String> made = files.stream().map(GeneratedFile::path).toList();
            for (String old : memory.map(Memory::files).orElse(Map.of()).keySet()) {
                if (!made.contains(old)) {
                    changed.add(delete(request.output().resolve(old)));
                }
            }
        }
        return changed;
    }

    /** Deletes a file, and the folders that it leaves empty. */
    private Path delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Path folder = requireNonNull(file.getParent());
        while (!folder.equals(request.output())) {
            if (!Files.isDirectory(folder) || !isEmpty(folder)) {
                break;
            }
            Files.delete(folder);
            folder = requireNonNull(folder.getParent());
        }
        return file;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void remember(String key, List<GeneratedFile> files, List<Message> messages) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach(file -> hashes.put(file.path(), hash(file)));
        new Memory(key, hashes, messages).write(request.memory());
    }

    private static String hash(GeneratedFile file) {
        return Digest.of(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
