package dev.orbit.maven.generate;

import static java.util.Objects.requireNonNull;

import dev.orbit.maven.generate.Message.Severity;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an execution left behind for the next one: a small text file below {@code target}.
 *
 * @param key of the request and its specs
 * @param files what was written: path below the output folder, and hash
 * @param messages what was said
 */
record Memory(String key, Map<String, String> files, List<Message> messages) {
    private static final String FORMAT = "orbit 1";

    /** The memory; empty if there is none, or it cannot be understood: then everything is done again. */
    static Optional<Memory> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private static Memory parse(List<String> lines) {
        if (!lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException(lines.get(0));
        }
        Map<String, String> files = new LinkedHashMap<>();
        List<Message> messages = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] parts = line.split(" ", -1);
            if (parts[0].equals("file")) {
                files.put(decode(parts[1]), parts[2]);
            } else {
                messages.add(new Message(
                        Severity.valueOf(parts[0]),
                        Optional.of(decode(parts[1])).filter(name -> !name.isEmpty()),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]),
                        decode(parts[4])));
            }
        }
        return new Memory(lines.get(1), files, messages);
    }

    /** Writes the memory, all or nothing. */
    void write(Path file) throws IOException {
        Path folder = Files.createDirectories(requireNonNull(file.getParent()));
        Path fresh = Files.createTempFile(folder, ".orbit-", ".new");
        Files.writeString(fresh, render());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String render() {
        return Stream.of(
                        Stream.of(FORMAT, key),
                        files.entrySet().stream().map(each -> "file " + encode(each.getKey()) + " " + each.getValue()),
                        messages.stream().map(Memory::line))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Message message) {
        return message.severity() + " " + encode(message.file().orElse("")) + " " + message.line() + " "
                + message.column() + " " + encode(message.text());
    }

    /** Whether all files are as they were written. */
    boolean intact(Path output) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = output.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || !Digest.of(Files.readAllBytes(path)).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
