package dev.orbit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the command in this process. */
record Run(int exit, String out, String err) {
    static Run orbit(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Run(exit, out.toString(), err.toString());
    }

    /** The top folder of the sources. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    static Path sample(String name) {
        return root().resolve("samples").resolve(name);
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
    }
}
