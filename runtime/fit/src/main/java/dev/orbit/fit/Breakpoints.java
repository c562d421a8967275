package dev.orbit.fit;

/** The variables in the order in which a path reaches their bounds: a heap in arrays that are kept. */
final class Breakpoints {
    private final double[] times;
    private final int[] heap;
    private int count;

    Breakpoints(int size) {
        this.times = new double[size];
        this.heap = new int[size];
    }

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int variable, double time) {
        times[variable] = time;
        heap[count++] = variable;
        for (int at = count - 1; at > 0 && earlier(at, (at - 1) / 2); at = (at - 1) / 2) {
            exchange(at, (at - 1) / 2);
        }
    }

    /** When the next bound is reached. */
    double time() {
        return times[heap[0]];
    }

    /** Takes out the variable whose bound is reached next. */
    int take() {
        int first = heap[0];
        heap[0] = heap[--count];
        int at = 0;
        while (2 * at + 1 < count) {
            int child = 2 * at + 1;
            if (child + 1 < count && earlier(child + 1, child)) {
                child++;
            }
            if (!earlier(child, at)) {
                break;
            }
            exchange(child, at);
            at = child;
        }
        return first;
    }

    private boolean earlier(int a, int b) {
        return times[heap[a]] < times[heap[b]];
    }

    private void exchange(int a, int b) {
        int moved = heap[a];
        heap[a] = heap[b];
        heap[b] = moved;
    }
}
