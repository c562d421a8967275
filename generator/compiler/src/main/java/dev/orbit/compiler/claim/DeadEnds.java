package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why the gradient of a parameter is zero: what the parameter moves, and where that ends before the loss. A way ends where a named
 * value reads one that moves, but by a partial derivative that is zero.
 */
final class DeadEnds {
    private static final int MOST_STEPS = 4;

    private final Flow flow;
    private final boolean[] read;
    private final List<Set<FlowNode>> named;

    DeadEnds(Flow flow) {
        this.flow = flow;
        this.read = flow.read();
        this.named = flow.named();
    }

    /** A way that ends: {@code reader} reads {@code of}, which moves, and does not move. */
    private record End(String reader, String of) {}

    /** A sentence, without its full stop. */
    String why(Symbol parameter) {
        boolean[] moved = flow.movedBy(parameter);
        if (flow.losses().stream().anyMatch(loss -> moved[loss.number()])) {
            return parameter.name() + " reaches the loss on several ways that cancel";
        }
        Map<End, Map<String, Set<Integer>>> ends = new LinkedHashMap<>();
        Set<String> movedNames = new LinkedHashSet<>();
        for (FlowNode node : flow.nodes()) {
            if (moved[node.number()]) {
                node.mark().map(FlowNode.Mark::name).ifPresent(movedNames::add);
            } else if (read[node.number()]) {
                node.reads().stream()
                        .filter(each -> moved[each.of().number()])
                        .forEach(each -> end(node, each, moved, ends));
            }
        }
        movedNames.remove(parameter.name());
        if (ends.isEmpty()) {
            return "nothing that the loss is computed from reads " + parameter.name();
        }
        // readers that are alike share a sentence; first those that do not move at all
        Map<String, Set<String>> readers = new LinkedHashMap<>();
        ends.entrySet().stream()
                .sorted(Comparator.comparing(
                        each -> movedNames.contains(each.getKey().reader())))
                .forEach(each -> readers.computeIfAbsent(
                                only(
                                        each.getKey(),
                                        each.getValue(),
                                        movedNames.contains(each.getKey().reader())),
                                only -> new LinkedHashSet<>())
                        .add(each.getKey().reader()));
        List<String> sentences = new ArrayList<>();
        readers.forEach(
                (only, names) -> sentences.add(listed(names) + (names.size() == 1 ? " reads " : " read ") + only));
        String moves = movedNames.isEmpty()
                ? parameter.name() + " moves nothing: "
                : parameter.name() + " moves " + listed(movedNames) + ", but never the loss: ";
        return moves + String.join("; ", sentences);
    }

    private void end(FlowNode node, FlowNode.Read each, boolean[] moved, Map<End, Map<String, Set<Integer>>> ends) {
        Set<FlowNode> readers = node.mark().isPresent() ? Set.of(node) : named.get(node.number());
        for (FlowNode reader : readers) {
            if (!moved[reader.number()] && read[reader.number()]) {
                FlowNode.Mark mark = reader.mark().orElseThrow();
                String of = mover(each.of(), moved);
                if (!of.equals(mark.name()) || each.factor().isPresent()) {
                    ends.computeIfAbsent(new End(mark.name(), of), end -> new LinkedHashMap<>())
                            .computeIfAbsent(reason(each), reason -> new TreeSet<>())
                            .add(mark.step());
                }
            }
        }
    }

    /** The named value that makes a number move. */
    private static String mover(FlowNode node, boolean[] moved) {
        FlowNode at = node;
        while (at.mark().isEmpty()) {
            Optional<FlowNode> next = at.reads().stream()
                    .filter(read -> read.live() && moved[read.of().number()])
                    .map(FlowNode.Read::of)
                    .findFirst();
            if (next.isEmpty()) {
                return "it";
            }
            at = next.get();
        }
        return at.mark().orElseThrow().name();
    }

    private static String reason(FlowNode.Read read) {
        if (read.factor().isPresent()) {
            return Flow.nameOf(read.factor().get())
                    .map(mark -> "through " + mark.name() + ", and " + mark.name() + " = 0")
                    .orElse("through a factor that is 0");
        }
        return read.function().map(word -> "where " + word + " is flat").orElse("where what it computes of it is flat");
    }

    /** Steps are told where it is otherwise in other steps. */
    private static String only(End end, Map<String, Set<Integer>> reasons, boolean elsewhere) {
        List<String> parts = new ArrayList<>();
        reasons.forEach((reason, steps) -> parts.add(reason + (elsewhere || reasons.size() > 1 ? in(steps) : " here")));
        return end.of() + " only " + String.join(", or ", parts);
    }

    private static String in(Set<Integer> steps) {
        List<String> numbers = steps.stream().map(String::valueOf).toList();
        boolean few = steps.size() <= MOST_STEPS;
        return steps.equals(Set.of(0))
                ? " here"
                : (steps.size() == 1 ? " in step " : " in steps ")
                        + (few ? listed(numbers) : Collections.min(steps) + " to " + Collections.max(steps));
    }

    /** {@code a, b and c}. */
    static String listed(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
