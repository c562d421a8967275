package dev.orbit.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostic;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of every room has one record, one page with examples that hold, and a bad spec. */
class DiagnosticCodesTest {
    private static final Path PAGES = Sources.root().resolve("docs/diagnostics");
    private static final Pattern EXAMPLE = Pattern.compile("```orbit (wrong|right)\n(.*?)```", Pattern.DOTALL);

    /** Problems that no spec of a few lines can have, and the test that has them instead. */
    private static final Map<String, String> WITHOUT_SPEC = Map.ofEntries(
            Map.entry("ORB100", "HostileTextTest"),
            Map.entry("ORB422", "UnreachedTest"),
            Map.entry("ORB423", "UnreachedTest"),
            Map.entry("ORB501", "MainTest"),
            Map.entry("ORB502", "MainTest"),
            Map.entry("ORB503", "OutputFolderTest"),
            Map.entry("ORB504", "OutputFolderTest"),
            Map.entry("ORB506", "GenerationTest"),
            Map.entry("ORB508", "FaultsTest"),
            Map.entry("ORB511", "EvaluateTest"),
            Map.entry("ORB512", "FaultsTest"),
            Map.entry("ORB520", "OverridesTest"),
            Map.entry("ORB521", "OverridesTest"),
            Map.entry("ORB522", "OverridesTest"),
            Map.entry("ORB523", "OverridesTest"),
            Map.entry("ORB513", "HostileInputTest"),
            Map.entry("ORB514", "RegressionTest"),
            Map.entry("ORB901", "FaultTest"),
            Map.entry("ORB902", "FaultTest"),
            Map.entry("ORB903", "FaultTest"),
            Map.entry("ORB904", "FaultTest"),
            Map.entry("ORB905", "ClaimsTest"));

    /** Codes of the command, which has a test of its own for their pages. */
    private static final Set<String> OF_THE_COMMAND = Set.of(
            "ORB505", "ORB507", "ORB530", "ORB531", "ORB532", "ORB533", "ORB534", "ORB535", "ORB536", "ORB537",
            "ORB538", "ORB539", "ORB540", "ORB541", "ORB542", "ORB543", "ORB544", "ORB545", "ORB546");

    @Test
    void everyProblemHasACodeOfItsOwn() {
        List<Class<?>> problems = problems();
        assertTrue(problems.size() > 40, "the scan finds the problems");
        List<String> without = problems.stream()
                .filter(problem -> !problem.isAnnotationPresent(Code.class))
                .map(Class::getName)
                .toList();
        assertEquals(List.of(), without);
        Map<String, Long> count = problems.stream()
                .collect(Collectors.groupingBy(DiagnosticCodesTest::code, TreeMap::new, Collectors.counting()));
        count.values().removeIf(times -> times == 1);
        assertEquals(Map.of(), count);
    }

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("ORB"))
                    .map(name -> name.replace(".md", ""))
                    .filter(code -> !OF_THE_COMMAND.contains(code))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(codes(), pages);
        }
        for (String code : codes()) {
            String first = page(code).lines().findFirst().orElse("");
            assertTrue(first.matches("# " + code + ": \\S.*"), first);
        }
    }

    @Test
    void everyCodeHasABadSpec() {
        Set<String> missing = new TreeSet<>(codes());
        missing.removeAll(WITHOUT_SPEC.keySet());
        SpecFiles.bad().stream()
                .flatMap(
                        file -> Expectation.of(new String(SpecFiles.bytes(file), StandardCharsets.ISO_8859_1)).stream())
                .forEach(expectation -> missing.remove(expectation.code()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void theExamplesOfThePagesHold() throws IOException {
        int examples = 0;
        for (String code : codes()) {
            Matcher example = EXAMPLE.matcher(page(code));
            while (example.find()) {
                Set<String> found = report(example.group(2));
                boolean holds = example.group(1).equals("wrong") ? found.contains(code) : found.isEmpty();
                assertTrue(holds, () -> "page of " + code + " reports " + found + ":\n" + example.group(2));
                examples++;
            }
        }
        assertTrue(examples > 80, "the examples are found");
    }

    private static Set<String> report(String text) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd.check("example.orbit", text.getBytes(StandardCharsets.UTF_8), diagnostics);
        return diagnostics.inOrder().stream().map(Diagnostic::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page(String code) throws IOException {
        return Files.readString(PAGES.resolve(code + ".md"));
    }

    private static Set<String> codes() {
        return problems().stream().map(DiagnosticCodesTest::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code(Class<?> problem) {
        return problem.getAnnotation(Code.class).value();
    }

    /** The records of main code that are problems. */
    private static List<Class<?>> problems() {
        Path classes = Sources.root().resolve("generator/compiler/target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file)
                            .toString()
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Problem.class.isAssignableFrom(type) && !type.isInterface())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, DiagnosticCodesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
