package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses what would make a class without bounds, where it stands. */
final class Bulk {
    /** Operations of one equation. */
    private static final long LARGEST = 100_000;

    private Bulk() {}

    @Code("ORB513")
    record TooLarge(Span span, long size) implements SpecProblem {
        @Override
        public String message() {
            return "with functions put in and sums written out, this has more than " + LARGEST + " operations";
        }

        @Override
        public Optional<String> help() {
            return Optional.of("let the model take steps instead: a loop costs no space");
        }
    }

    /** Reports what would make a class without bounds; together the parts of a model may have ten times as much. */
    static void report(Model model, Diagnostics diagnostics) {
        WrittenSize size = new WrittenSize();
        Map<Span, Long> sizes = new LinkedHashMap<>();
        model.lets().forEach(let -> sizes.put(let.value().span(), size.of(let.value())));
        model.states().forEach(state -> sizes.put(state.start().span(), size.of(state.start())));
        model.step().forEach(statement -> sizes.put(statement.span(), size.of(statement)));
        Stream.of(model.losses(), model.residuals(), model.penalties())
                .flatMap(List::stream)
                .forEach(expr -> sizes.put(expr.span(), size.of(expr)));
        model.outputs().forEach(output -> sizes.put(output.value().span(), size.of(output.value())));
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        sizes.forEach((span, each) -> {
            if (each > LARGEST || total > 10 * LARGEST && each > LARGEST / 10) {
                diagnostics.report(model.source(), new TooLarge(span, each));
            }
        });
    }
}
