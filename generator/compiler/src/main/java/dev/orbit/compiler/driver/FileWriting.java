package dev.orbit.compiler.driver;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Writes all files or none: everything is first written beside its place, then moved there; if a move fails, those made are
 * undone. A file that is already there with the same content is left alone, its time too.
 */
public final class FileWriting {
    private final Path folder;
    private final Deque<Undo> done = new ArrayDeque<>();

    private FileWriting(Path folder) {
        this.folder = folder;
    }

    /** One step back. */
    private interface Undo {
        void run() throws IOException;
    }

    /**
     * Writes files below a folder, which is made if it is not there.
     *
     * @return the paths of the files, in order; empty after a failure, which has been reported
     */
    public static List<Path> write(Path folder, List<GeneratedFile> files, Diagnostics diagnostics) {
        FileWriting writing = new FileWriting(folder);
        try {
            return writing.write(files);
        } catch (IOException | SecurityException e) {
            writing.undo();
            diagnostics.report(new FileProblem.NotWritable(SpecFiles.name(folder), why(e, folder)));
            return List.of();
        }
    }

    private static String why(Exception e, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return "it is a file, not a folder";
        } else if (e instanceof FileAlreadyExistsException taken) {
            return "`" + taken.getFile() + "` is a file, not a folder";
        } else if (e instanceof NoSuchFileException) {
            return "nothing can be made there";
        }
        return SpecFiles.reason(e);
    }

    private List<Path> write(List<GeneratedFile> files) throws IOException {
        List<Path> targets = new ArrayList<>();
        List<Path> fresh = new ArrayList<>();
        makeFolder(folder);
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            boolean same = Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes);
            makeFolder(requireNonNull(target.getParent()));
            targets.add(target);
            fresh.add(same ? target : temporary(target, bytes));
        }
        for (int i = 0; i < targets.size(); i++) {
            if (!fresh.get(i).equals(targets.get(i))) {
                replace(fresh.get(i), targets.get(i));
            }
        }
        return targets;
    }

    private void makeFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getParent() != null) {
            makeFolder(path.getParent());
        }
        Files.createDirectory(path);
        done.push(() -> Files.deleteIfExists(path));
    }

    private Path temporary(Path target, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(target.getParent(), ".orbit-", ".new");
        done.push(() -> Files.deleteIfExists(file));
        // A temporary file is the owner's alone; what was asked for is a file like any other.
        Files.delete(file);
        Files.write(file, bytes);
        return file;
    }

    private void replace(Path from, Path target) throws IOException {
        if (Files.exists(target)) {
            byte[] old = Files.readAllBytes(target);
            move(from, target);
            done.push(() -> Files.write(target, old));
        } else {
            move(from, target);
            done.push(() -> Files.deleteIfExists(target));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void undo() {
        while (!done.isEmpty()) {
            try {
                done.pop().run();
            } catch (IOException leftBehind) {
                // The first failure is the one to tell; the other steps back are still worth trying.
            }
        }
    }
}
