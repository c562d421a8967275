package dev.orbit.compiler.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page says of each function where it is differentiable and what is returned elsewhere, as the tables have it. */
final class AccuracyPageTest {
    private final AccuracyPage page = AccuracyPage.read();

    @ParameterizedTest
    @EnumSource
    void saysWhere(Function1 f) {
        saysWhere(f.word(), f.name(), f.differentiability());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhere(Function2 f) {
        saysWhere(f.word(), f.name(), f.differentiability());
    }

    @Test
    void listsTheStableForms() {
        StableForm.all().forEach(form -> assertTrue(page.says("- `" + form.name() + "`"), form::name));
    }

    private void saysWhere(Optional<String> word, String name, Differentiability differentiability) {
        String kinks = differentiability.kinks().stream()
                .map(kink -> kink.at() + ": " + kink.derivative())
                .collect(Collectors.joining("<br>"));
        String row = "| " + word.orElse(name) + " | " + differentiability.where() + " | " + kinks + " |";
        assertTrue(page.says(row.replace("  ", " ")), () -> "docs/accuracy.md lacks: " + row.replace("  ", " "));
    }
}
