package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.CodeText;
import dev.orbit.compiler.program.Printer;
import dev.orbit.compiler.syntax.SpecPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages of the pipeline whose result can be printed, in order. */
public enum Stage {
    SYNTAX,
    MODEL,
    PROGRAM,
    PLAN,
    DERIVATIVE,
    SCHEDULE,
    CODE,
    JAVA;

    /** As the command line spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of this word. */
    public static Optional<Stage> of(String word) {
        return Stream.of(values()).filter(stage -> stage.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Stream.of(values()).map(Stage::word).toList();
    }

    /** What the stage made of a spec; empty if the compilation did not come so far. */
    public Optional<String> render(Compilation compilation) {
        Optional<Product> product = compilation.product();
        return switch (this) {
            case SYNTAX -> compilation.spec().map(SpecPrinter::render);
            case MODEL -> compilation.model().map(ModelText::render);
            case PROGRAM -> product.map(p -> Printer.render(p.primal()));
            case PLAN -> product.map(p -> Regions.render(compilation));
            case DERIVATIVE -> product.map(p -> Printer.render(p.derivative()));
            case SCHEDULE -> product.map(p -> p.emission().schedules());
            case CODE -> product.map(p -> CodeText.render(p.emission().code()));
            case JAVA -> product.map(p -> p.emission().source());
        };
    }
}
