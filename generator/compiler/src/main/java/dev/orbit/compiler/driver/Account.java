package dev.orbit.compiler.driver;

import dev.orbit.compiler.claim.Verdict;
import dev.orbit.compiler.code.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        labelled(product).forEach(account::lines);
        account.lines("claims", verdicts.stream().flatMap(Account::claim).toList());
        account.lines("written to", List.of(written));
        return account.out.toString();
    }

    /** What there is to tell of a product, by label, in order. */
    static Map<String, List<String>> labelled(Product product) {
        Account account = new Account();
        Outline outline = product.outline();
        Map<String, List<String>> labelled = new LinkedHashMap<>();
        labelled.put("parameters", listed(account.parameters(outline)));
        labelled.put("inputs", listed(account.columns(outline, column -> !column.target())));
        labelled.put("targets", listed(account.columns(outline, Outline.Column::target)));
        labelled.put("functions", listed(account.functions(outline)));
        labelled.put("steps", listed(account.steps(outline)));
        labelled.put("gradient by", listed(product.differentiated()));
        labelled.put("cost", outline.account().cost());
        labelled.put(
                "rewritten",
                product.stabilised().stream()
                        .map(applied -> applied.form())
                        .distinct()
                        .toList());
        labelled.put("checked", product.trial().map(Trial::lines).orElse(List.of()));
        labelled.values().removeIf(List::isEmpty);
        return labelled;
    }

    private static List<String> listed(List<String> items) {
        return items.isEmpty() ? List.of() : List.of(String.join(", ", items));
    }

    /** What became of a claim, line by line. */
    static List<String> lines(Verdict verdict) {
        String points = verdict.kind() == Verdict.Kind.TESTED ? " (" + verdict.points() + " random points)" : "";
        return Stream.concat(Stream.of(verdict.kind().word() + points), verdict.grounds().stream())
                .toList();
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
