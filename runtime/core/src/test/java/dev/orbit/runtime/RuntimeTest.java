package dev.orbit.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class RuntimeTest {
    private static Path classes() throws URISyntaxException {
        return Path.of(
                Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void needsNothingButThePlatform() throws IOException, URISyntaxException {
        try (InputStream module = Files.newInputStream(classes().resolve("module-info.class"))) {
            Set<String> required = ModuleDescriptor.read(module).requires().stream()
                    .map(ModuleDescriptor.Requires::name)
                    .collect(Collectors.toSet());
            assertEquals(Set.of("java.base"), required);
        }
        try (Stream<Path> files = Files.walk(classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String foreign : List.of("matheclipse", "antlr", "javapoet")) {
                    assertTrue(!constants.contains(foreign), file + " speaks of " + foreign);
                }
            }
        }
    }

    @Test
    void isSmall() throws IOException, URISyntaxException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(classes());
                ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes().relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        assertTrue(jar.size() < 150_000, jar.size() + " bytes");
    }

    /** What an emitted class of a later version would do. */
    private static final class FromTheFuture {
        static {
            RuntimeLevel.require(RuntimeLevel.current() + 1, "FromTheFuture");
        }
    }

    @Test
    void aRuntimeThatIsTooOldIsRefusedInAClearSentence() {
        RuntimeMismatch mismatch = assertThrows(RuntimeMismatch.class, FromTheFuture::new);
        assertEquals(
                "FromTheFuture was generated for orbit-runtime level 2, but the class path has level 1. "
                        + "Use the orbit-runtime of the version that generated it, or a newer one.",
                mismatch.getMessage());
        assertThrows(RuntimeMismatch.class, () -> RuntimeLevel.require(0, "Old"));
        RuntimeLevel.require(RuntimeLevel.current(), "Current");
    }

    @Test
    void scratchGrowsOnce() {
        double[] scratch = Workspace.hold(new double[0], 10, 3);
        assertEquals(30, scratch.length);
        assertSame(scratch, Workspace.hold(scratch, 6, 5));
        int[] indices = Workspace.hold(new int[0], 4, 1);
        assertSame(indices, Workspace.hold(indices, 0, 7));
        assertEquals(
                "an example of 1000000 steps needs 3000000000 numbers in one array (3000 per step), "
                        + "more than the 2^31 that Java allows",
                assertThrows(IllegalArgumentException.class, () -> Workspace.hold(scratch, 1_000_000, 3000))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Workspace.hold(indices, 1_000_000, 3000));
    }

    @Test
    void everyEntryMustBeInside() {
        double[] theta = {9, 0.1, 0.9, 1, 0.5};
        Intervals.inside("W", theta, 1, 2, 0, 0, 1);
        ParameterOutsideInterval vector =
                assertThrows(ParameterOutsideInterval.class, () -> Intervals.inside("v", theta, 1, 4, 0, 0, 1));
        assertEquals("parameter v[3] is 1.0, which is not inside (0.0, 1.0)", vector.getMessage());
        ParameterOutsideInterval matrix =
                assertThrows(ParameterOutsideInterval.class, () -> Intervals.inside("W", theta, 1, 4, 2, 0, 1));
        assertEquals("W[2, 1]", matrix.parameter());
        assertEquals(0.5, Intervals.inside("a", 0.5, 0, 1));
        assertThrows(
                ParameterOutsideInterval.class,
                () -> Intervals.inside("a", Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void abstractFunctionsAreMadeFromLambdas() {
        DifferentiableFunction1 sine = DifferentiableFunction1.of(Math::sin, Math::cos);
        assertEquals(Math.sin(2), sine.value(2));
        assertEquals(Math.cos(2), sine.derivative(2));
        DifferentiableFunction2 product = DifferentiableFunction2.of((u, v) -> u * v, (u, v) -> v, (u, v) -> u);
        assertArrayEquals(
                new double[] {6, 3, 2},
                new double[] {product.value(2, 3), product.partial1(2, 3), product.partial2(2, 3)});
        DifferentiableFunction3 triple = DifferentiableFunction3.of(
                (u, v, w) -> u * v * w, (u, v, w) -> v * w, (u, v, w) -> u * w, (u, v, w) -> u * v);
        assertArrayEquals(new double[] {30, 15, 10, 6}, new double[] {
            triple.value(2, 3, 5), triple.partial1(2, 3, 5), triple.partial2(2, 3, 5), triple.partial3(2, 3, 5)
        });
    }
}
