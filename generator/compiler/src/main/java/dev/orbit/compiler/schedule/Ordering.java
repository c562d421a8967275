package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Statements in an order in which each value is computed before it is read and, where possible, a variable is overwritten
 * after its old value has been read. Otherwise as they were written.
 */
final class Ordering {
    private final List<Node> nodes;
    private final List<List<Integer>> firm = new ArrayList<>();
    private final List<List<Integer>> wished = new ArrayList<>();
    private final Map<Value, List<Integer>> readers = new HashMap<>();
    private final int[] firmBefore;
    private final int[] wishedBefore;

    Ordering(List<Node> nodes) {
        this.nodes = nodes;
        this.firmBefore = new int[nodes.size()];
        this.wishedBefore = new int[nodes.size()];
        Map<Value, Integer> definer = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            firm.add(new ArrayList<>());
            wished.add(new ArrayList<>());
            for (Value value : nodes.get(i).defines()) {
                definer.put(value, i);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            for (Value value : nodes.get(i).reads()) {
                readers.computeIfAbsent(value, v -> new ArrayList<>()).add(i);
                Integer from = definer.get(value);
                if (from != null && from != i) {
                    firm.get(from).add(i);
                    firmBefore[i]++;
                }
            }
        }
    }

    /** The statement {@code writer} must follow all that read {@code old}. */
    void require(Value old, int writer) {
        readers(old, writer).forEach(reader -> {
            firm.get(reader).add(writer);
            firmBefore[writer]++;
        });
    }

    /** The statement {@code writer} should follow all that read {@code old}. */
    void wish(Value old, int writer) {
        readers(old, writer).forEach(reader -> {
            wished.get(reader).add(writer);
            wishedBefore[writer]++;
        });
    }

    /** The other statements that read the value. */
    List<Integer> readers(Value value, int except) {
        return readers.getOrDefault(value, List.of()).stream()
                .filter(reader -> reader != except)
                .toList();
    }

    /** The numbers of the statements in order. */
    List<Integer> order() {
        PriorityQueue<Integer> willing = new PriorityQueue<>(this::compare);
        PriorityQueue<Integer> able = new PriorityQueue<>(this::compare);
        boolean[] done = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            offer(i, willing, able);
        }
        List<Integer> order = new ArrayList<>();
        while (order.size() < nodes.size()) {
            Integer next = willing.isEmpty() ? able.poll() : willing.poll();
            if (next == null) {
                throw new IllegalStateException("statements that wait for one another");
            }
            if (done[next]) {
                continue;
            }
            done[next] = true;
            order.add(next);
            for (int after : firm.get(next)) {
                firmBefore[after]--;
                offer(after, willing, able);
            }
            for (int after : wished.get(next)) {
                wishedBefore[after]--;
                if (!done[after]) {
                    offer(after, willing, able);
                }
            }
        }
        return order;
    }

    private void offer(int node, PriorityQueue<Integer> willing, PriorityQueue<Integer> able) {
        if (firmBefore[node] == 0) {
            (wishedBefore[node] == 0 ? willing : able).add(node);
        }
    }

    private int compare(int a, int b) {
        int byKey = Integer.compare(nodes.get(a).key(), nodes.get(b).key());
        return byKey != 0 ? byKey : Integer.compare(a, b);
    }
}
