package dev.orbit.maven.generate;

import static java.util.Objects.requireNonNull;

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
    private final Workshop.Door door;

    private Generation(Request request, Workshop.Door door) {
        this.request = request;
        this.door = door;
    }

    /**
     * Brings the output up to date.
     *
     * @param door opened only where there is something to do
     * @throws IOException if a folder cannot be listed, the memory cannot be written, or the workshop cannot be opened
     */
    public static Outcome run(Request request, Workshop.Door door) throws IOException {
        return new Generation(request, door).run();
    }

    /** Says what is wrong, and writes nothing. */
    public static Outcome check(Request request, Workshop.Door door) throws IOException {
        List<Spec> specs = Spec.find(request.folders(), request.selection());
        Generation generation = new Generation(request, door);
        if (specs.isEmpty()) {
            return generation.upToDate(List.of(), specs);
        }
        Workshop.Work work = door.open().check(request, specs);
        return generation.outcome(work.messages(), specs, List.of(), work.fault());
    }

    private Outcome run() throws IOException {
        List<Spec> specs = Spec.find(request.folders(), request.selection());
        Optional<Memory> memory = Memory.read(request.memory());
        if (specs.isEmpty() && memory.isEmpty()) {
            return upToDate(List.of(), specs);
        }
        Optional<String> key = key(specs);
        if (memory.isPresent()
                && key.equals(Optional.of(memory.get().key()))
                && memory.get().intact(request.output())) {
            return upToDate(memory.get().messages(), specs);
        }
        Workshop workshop = door.open();
        Workshop.Work work = workshop.compile(request, specs);
        Outcome outcome = outcome(work.messages(), specs, List.of(), work.fault());
        if (outcome.failed()) {
            return outcome;
        }
        return write(workshop, work, specs, memory, key);
    }

    private Outcome write(
            Workshop workshop, Workshop.Work work, List<Spec> specs, Optional<Memory> memory, Optional<String> key)
            throws IOException {
        List<Message> messages = new ArrayList<>(work.messages());
        List<Path> changed = new ArrayList<>(changed(work.sources()));
        List<Message> failures = changed.isEmpty() ? List.of() : workshop.write(request.output(), work.sources());
        messages.addAll(failures);
        if (failures.isEmpty()) {
            changed.addAll(deleteOthers(work.sources(), memory));
            if (key.isPresent()) {
                remember(key.get(), work);
            }
        }
        return outcome(messages, specs, changed, work.fault());
    }

    /** Empty if a spec cannot be read: the workshop says so. */
    private Optional<String> key(List<Spec> specs) {
        try {
            return Optional.of(Digest.of(request, specs));
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }

    private Outcome upToDate(List<Message> messages, List<Spec> specs) {
        return new Outcome(messages, paths(specs), List.of(), true, request.failOnWarning(), Optional.empty());
    }

    private Outcome outcome(List<Message> messages, List<Spec> specs, List<Path> changed, Optional<Throwable> fault) {
        return new Outcome(messages, paths(specs), changed, false, request.failOnWarning(), fault);
    }

    private static List<Path> paths(List<Spec> specs) {
        return specs.stream().map(Spec::path).toList();
    }

    private List<Path> changed(Map<String, String> sources) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path path = request.output().resolve(source.getKey());
            if (!Files.isRegularFile(path)
                    || !Digest.of(Files.readAllBytes(path)).equals(hash(source.getValue()))) {
                changed.add(path);
            }
        }
        return changed;
    }

    /** Deletes what was made the last time and is made no longer. */
    private List<Path> deleteOthers(Map<String, String> sources, Optional<Memory> memory) throws IOException {
        List<Path> deleted = new ArrayList<>();
        for (String old : memory.map(Memory::files).orElse(Map.of()).keySet()) {
            if (!sources.containsKey(old)) {
                deleted.add(delete(request.output().resolve(old)));
            }
        }
        return deleted;
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

    private void remember(String key, Workshop.Work work) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        work.sources().forEach((path, text) -> hashes.put(path, hash(text)));
        new Memory(key, hashes, work.messages()).write(request.memory());
    }

    private static String hash(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
