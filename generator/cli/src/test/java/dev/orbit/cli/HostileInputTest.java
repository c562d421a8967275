package dev.orbit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input meant to do harm ends in a clear error: no stack trace, nothing written. */
class HostileInputTest {
    private static final String HEAD = "model M;\ninput x;\nparam a;\n";

    @TempDir
    private Path folder;

    @Test
    void nestedParentheses() throws IOException {
        refuse("loss " + "(".repeat(100_000) + "a" + ")".repeat(100_000) + ";\n");
        refuse("loss " + "(".repeat(100_000) + "a;\n");
        refuse("loss a" + ")".repeat(100_000) + ";\n");
    }

    @Test
    void otherNesting() throws IOException {
        refuse("loss " + "-".repeat(100_000) + "a;\n");
        refuse("loss a" + "^a".repeat(100_000) + ";\n");
        refuse("loss " + "sin(".repeat(100_000) + "a" + ")".repeat(100_000) + ";\n");
        refuse("loss " + "if a < 1 then ".repeat(50_000) + "a" + " else 1".repeat(50_000) + ";\n");
        refuse("step { " + "if a < 1 { ".repeat(50_000) + "}".repeat(50_000) + " }\niterate 3;\nloss a;\n");
    }

    @Test
    void longSums() throws IOException {
        // Refused or compiled, but neither in an hour nor with a stack trace.
        Run run = Run.orbit("check", spec(bytes("loss a" + " + a".repeat(100_000) + ";\n")));
        assertTrue(run.exit() <= 1, run::toString);
    }

    @Test
    void aLargeFile() throws IOException {
        Run run = refuse(bytes("// " + "x".repeat(10_000_000) + "\nloss a;\n"));
        assertTrue(run.err().contains("ORB100"), run::toString);
    }

    @Test
    void anUnclosedComment() throws IOException {
        Run run = refuse(bytes("/* never closed\nloss a;\n"));
        assertTrue(run.err().contains("ORB104"), run::toString);
        assertFalse(run.err().contains("ORB229"), "the loss stands in what was taken for the comment");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Run run = refuse(new byte[] {'m', 'o', 'd', 'e', 'l', ' ', (byte) 0xC3, (byte) 0x28, ';'});
        assertTrue(run.err().contains("ORB101"), run::toString);
        refuse(new byte[] {0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE});
        refuse(new byte[0]);
    }

    @Test
    void namesThatWouldBreakOutOfTheClass() throws IOException {
        refuse("param a\"; System.exit(1); //;\nloss a;\n");
        refuse("param \\u0022; Runtime;\nloss a;\n");
        Path out = folder.resolve("out");
        String doc = "/** *" + "/ static { System.exit(3); } /* \\u002a/ </pre> {@code } @author & */\n";
        Path spec = Files.writeString(
                folder.resolve("Doc.orbit"),
                doc.replace("*/ static", "* / static") + "model Doc;\ninput x;\n"
                        + "param class, double, gradient, examples;\n"
                        + "loss (class * double + gradient - examples * x)^2; // \\u000a evil();\n");
        Run run = Run.orbit("compile", spec, "--out", out);
        assertEquals(0, run.exit(), run::toString);
    }

    @Test
    void bindingsThatAreNone() throws IOException {
        for (String binding : new String[] {"", "x(", "\u0000", "f(u) = " + "(".repeat(100_000)}) {
            Run run = Run.orbit("compile", spec(bytes("loss a;\n")), "--bind", binding, "--out", folder.resolve("o"));
            assertEquals(1, run.exit(), run::toString);
            assertFalse(run.err().contains("Exception") || run.err().contains("EOF"), run::toString);
        }
    }

    @Test
    void enormousSizes() throws IOException {
        refuse("dim n = 2147483647;\nparam W[n, n];\nloss sum(W.^2);\n");
        refuse("dim n = 100000;\nparam W[n, n];\nloss sum(W.^2);\n");
        refuse("loss sum(i in 1..2000000000: a * i);\n");
        refuse("loss sum(i in 1..60000, j in 1..60000, l in 1..60000: a * i * j * l);\n");
        refuse("dim T;\ninput r per step;\niterate T;\nstep { loss a * lag(r, 2147483647, 0); }\n");
        refuse("state h = 0;\nstep { h' = a * h + x; }\niterate 2147483648;\nloss h;\n");
        StringBuilder doubling = new StringBuilder("function f0(u) = u * u;\n");
        for (int i = 1; i <= 60; i++) {
            doubling.append("function f")
                    .append(i)
                    .append("(u) = f")
                    .append(i - 1)
                    .append("(u) + f")
                    .append(i - 1)
                    .append("(-u);\n");
        }
        refuse(doubling + "loss f60(a * x);\n");
    }

    private Run refuse(String rest) throws IOException {
        return refuse(bytes(rest));
    }

    private Run refuse(byte[] text) throws IOException {
        Path out = folder.resolve("refused");
        Run run = Run.orbit("compile", spec(text), "--out", out);
        assertEquals(
                1,
                run.exit(),
                () -> run.toString().substring(0, Math.min(3000, run.toString().length())));
        assertTrue(run.err().contains("M.orbit:"), run::toString);
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run::toString);
        assertTrue(run.err().length() < 100_000, "a long line is cut");
        assertFalse(Files.exists(out));
        return run;
    }

    private static byte[] bytes(String rest) {
        return (HEAD + rest).getBytes(StandardCharsets.UTF_8);
    }

    private Path spec(byte[] text) throws IOException {
        return Files.write(folder.resolve("M.orbit"), text);
    }
}
