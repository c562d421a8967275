package dev.orbit.compiler.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An order of things in which each comes after what it needs, as near to the author's as can be; and where that is not
 * possible, the cycles.
 *
 * @param sorted numbers of the things; those on a cycle are among them
 * @param cycles each a path that leads back to its start, which stands only at the front
 */
record Order(List<Integer> sorted, List<List<Integer>> cycles) {
    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    /** @param needs for each number from 0 to count - 1 what it needs */
    static Order of(int count, IntFunction<List<Integer>> needs) {
        Order order = new Order(new ArrayList<>(), new ArrayList<>());
        int[] state = new int[count];
        IntStream.range(0, count).filter(i -> state[i] == NEW).forEach(i -> order.visit(i, needs, state));
        return order;
    }

    /** Whether the number is on a cycle that was found. */
    boolean isCyclic(int number) {
        return cycles.stream().anyMatch(cycle -> cycle.contains(number));
    }

    // A depth-first search with its own stack: a chain of needs may be as long as the file.
    private void visit(int start, IntFunction<List<Integer>> needs, int[] state) {
        List<Integer> path = new ArrayList<>();
        Deque<Iterator<Integer>> rest = new ArrayDeque<>();
        enter(start, needs, state, path, rest);
        while (!path.isEmpty()) {
            if (!rest.peek().hasNext()) {
                rest.pop();
                int done = path.remove(path.size() - 1);
                state[done] = DONE;
                sorted.add(done);
                continue;
            }
            int next = rest.peek().next();
            if (state[next] == NEW) {
                enter(next, needs, state, path, rest);
            } else if (state[next] == OPEN) {
                cycles.add(List.copyOf(path.subList(path.indexOf(next), path.size())));
            }
        }
    }

    private static void enter(
            int number,
            IntFunction<List<Integer>> needs,
            int[] state,
            List<Integer> path,
            Deque<Iterator<Integer>> rest) {
        state[number] = OPEN;
        path.add(number);
        rest.push(needs.apply(number).iterator());
    }
}
