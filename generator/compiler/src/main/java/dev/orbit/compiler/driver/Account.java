package dev.orbit.compiler.driver;

import dev.orbit.compiler.analyse.Verdict;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A compiled model in a few lines for people: what it has, what a call costs, what was checked. */
public final class Account {
    private static final int LABEL = 13;

    private final StringBuilder out = new StringBuilder();

    private Account() {}

    /**
     * The account of a product; ends with a line break.
     *
     * @param verdicts on the claims of its model
     * @param written where its file is
     */
    public static String render(Product product, List<Verdict> verdicts, String written) {
        Account account = new Account();
        Outline outline = product.outline();
        account.out
                .append(outline.className())
                .append("  (")
                .append(outline.account().source())
                .append(")\n");
        account.line("parameters", account.parameters(outline));
        account.line("inputs", account.columns(outline, column -> !column.target()));
        account.line("targets", account.columns(outline, Outline.Column::target));
        account.line("functions", account.functions(outline));
        account.line("steps", account.steps(outline));
        account.line("gradient by", product.differentiated());
        account.lines("cost", outline.account().cost());
        account.lines(
                "rewritten",
                product.stabilised().stream()
                        .map(applied -> applied.form())
                        .distinct()
                        .toList());
        product.trial().ifPresent(trial -> account.lines("checked", trial.lines()));
        account.lines(
                "claims", verdicts.stream().flatMap(verdict -> claim(verdict)).toList());
        account.line("written to", List.of(written));
        return account.out.toString();
    }

    private static Stream<String> claim(Verdict verdict) {
        Stream<String> first =
                Stream.of(verdict.kind().word() + ": " + verdict.claim().text());
        return Stream.concat(first, verdict.grounds().stream().map(ground -> "  " + ground));
    }

    private List<String> parameters(Outline outline) {
        return outline.parameters().stream()
                .map(p -> p.name()
                        + shape(p.shape())
                        + p.interval().map(interval -> " in " + interval.text()).orElse(""))
                .toList();
    }

    private List<String> columns(Outline outline, Predicate<Outline.Column> which) {
        return outline.columns().stream()
                .filter(which)
                .map(column -> column.name() + shape(column.shape()) + (column.perStep() ? " per step" : ""))
                .toList();
    }

    private List<String> functions(Outline outline) {
        return outline.functions().stream()
                .map(f -> f.signature().name() + ", given when the class is used")
                .toList();
    }

    private List<String> steps(Outline outline) {
        Outline.Steps steps = outline.steps();
        String last = steps.fixed().isPresent() ? Integer.toString(steps.fixed().getAsInt()) : steps.open();
        return steps.fixed().orElse(1) == 0 || last.isEmpty()
                ? List.of()
                : List.of(steps.firstRow() == 1 ? last : "from " + steps.firstRow() + " to " + last);
    }

    private static String shape(List<Integer> sizes) {
        return sizes.isEmpty() ? "" : sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private void line(String label, List<String> items) {
        if (!items.isEmpty()) {
            lines(label, List.of(String.join(", ", items)));
        }
    }

    private void lines(String label, List<String> lines) {
        List<String> labels = new ArrayList<>(List.of(label));
        for (String line : lines) {
            out.append("  ").append(labels.isEmpty() ? "" : labels.get(0));
            out.append(" ".repeat(LABEL - (labels.isEmpty() ? 0 : label.length())))
                    .append(line)
                    .append('\n');
            labels.clear();
        }
    }
}
