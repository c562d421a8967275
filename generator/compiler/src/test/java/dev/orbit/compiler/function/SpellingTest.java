package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.function.Spelling.Binding;
import dev.orbit.compiler.function.Spelling.Term;
import dev.orbit.runtime.Functions;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows are written in Java: what is written compiles, and computes the bits that the row says. */
final class SpellingTest {
    private static final Term X = new Term("x", Binding.ATOM);
    private static final Term Y = new Term("y", Binding.ATOM);

    @Test
    void parenthesesKeepTheOrderOfRounding() {
        Term sum = Function2.ADD.java().render(List.of(X, Y));
        Term difference = Function2.SUBTRACT.java().render(List.of(X, Y));
        Term product = Function2.MULTIPLY.java().render(List.of(X, Y));
        Term minus = Function1.NEGATE.java().render(List.of(X));
        assertEquals("x + y + x", Function2.ADD.java().render(List.of(sum, X)).text());
        assertEquals("x + (x + y)", Function2.ADD.java().render(List.of(X, sum)).text());
        assertEquals(
                "x - (x - y)",
                Function2.SUBTRACT.java().render(List.of(X, difference)).text());
        assertEquals(
                "(x + y) * y", Function2.MULTIPLY.java().render(List.of(sum, Y)).text());
        assertEquals(
                "x * y + x", Function2.ADD.java().render(List.of(product, X)).text());
        assertEquals(
                "x + x * y", Function2.ADD.java().render(List.of(X, product)).text());
        assertEquals(
                "x / (x * y)",
                Function2.DIVIDE.java().render(List.of(X, product)).text());
        assertEquals("-(-x)", Function1.NEGATE.java().render(List.of(minus)).text());
        assertEquals(
                "-(x * y)", Function1.NEGATE.java().render(List.of(product)).text());
        assertEquals(
                "x - (-x)", Function2.SUBTRACT.java().render(List.of(X, minus)).text());
        assertEquals(
                "-x - y", Function2.SUBTRACT.java().render(List.of(minus, Y)).text());
        assertEquals(
                "1 / (x * y)",
                Function1.RECIPROCAL.java().render(List.of(product)).text());
        assertEquals(
                "Functions.exp(x + y)",
                Function1.EXP.java().render(List.of(sum)).text());
        assertEquals(
                "StrictMath.atan2(x, y)",
                Function2.ATAN2.java().render(List.of(X, Y)).text());
        assertTrue(Function1.SQUARE.java().repeatsOperand());
        assertFalse(Function1.EXP.java().repeatsOperand());
    }

    @Test
    void whatIsWrittenComputesTheRow(@TempDir Path folder) throws Exception {
        Class<?> rows = compile(folder);
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double x = i % 2 == 0 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
            double y = i % 3 == 0 ? Math.rint(3 * random.nextGaussian()) : random.nextGaussian();
            for (Function1 f : Function1.values()) {
                Method method = rows.getMethod(f.name(), double.class);
                assertEquals(f.value(x), (double) method.invoke(null, x), () -> f + " at " + x);
            }
            for (Function2 f : Function2.values()) {
                Method method = rows.getMethod(f.name(), double.class, double.class);
                assertEquals(f.value(x, y), (double) method.invoke(null, x, y), () -> f + " at " + x + ", " + y);
            }
        }
    }

    private static Class<?> compile(Path folder) throws Exception {
        StringBuilder source = new StringBuilder("import dev.orbit.runtime.Functions;\npublic final class Rows {\n");
        for (Function1 f : Function1.values()) {
            String body = f.java().render(List.of(X)).text();
            source.append("public static double " + f.name() + "(double x) { return " + body + "; }\n");
        }
        for (Function2 f : Function2.values()) {
            String body = f.java().render(List.of(X, Y)).text();
            source.append("public static double " + f.name() + "(double x, double y) { return " + body + "; }\n");
        }
        Path file = java.nio.file.Files.writeString(folder.resolve("Rows.java"), source.append("}\n"));
        String runtime = Path.of(Functions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", runtime, "-d", folder.toString(), file.toString());
        assertEquals(0, result);
        try (java.net.URLClassLoader loader = new java.net.URLClassLoader(
                new java.net.URL[] {folder.toUri().toURL()}, SpellingTest.class.getClassLoader())) {
            return loader.loadClass("Rows");
        }
    }

    @Test
    void wordsAreThoseOfTheLanguage() {
        String words =
                "exp log log1p expm1 sqrt abs sign sin cos tan asin acos atan atan2 sinh cosh tanh sigmoid softplus"
                        + " relu silu gelu erf erfc lgamma hypot max min pow";
        for (String word : words.split(" ")) {
            boolean one = Function1.named(word).flatMap(Function1::word).equals(java.util.Optional.of(word));
            boolean two = Function2.named(word).flatMap(Function2::word).equals(java.util.Optional.of(word));
            assertTrue(one ^ two, word);
        }
        long named = java.util.Arrays.stream(Function1.values())
                        .filter(f -> f.word().isPresent())
                        .count()
                + java.util.Arrays.stream(Function2.values())
                        .filter(f -> f.word().isPresent())
                        .count();
        assertEquals(words.split(" ").length, named);
        assertTrue(Function1.named("").isEmpty());
        assertTrue(Function2.named("").isEmpty());
    }
}
