package dev.orbit.cli.values;

import dev.orbit.compiler.source.Span;
import dev.orbit.runtime.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry and what it is to be.
 *
 * @param spelled its shape in the spec's own words, such as {@code [4*k, n]}
 */
record Wanted(String name, Json.Field field, Shape shape, boolean perStep, String spelled) {
    /** Any number of them. */
    static final int ANY = -1;

    /** Sizes of the nested arrays, outermost first. */
    List<Integer> extents() {
        List<Integer> extents = new ArrayList<>();
        if (perStep) {
            extents.add(ANY);
        }
        if (shape.rank() > 0) {
            extents.add(shape.rows());
        }
        if (shape.rank() > 1) {
            extents.add(shape.columns());
        }
        return extents;
    }

    /** What a problem of the shape says of it: {@code `W` is [4*k, n] = [8, 3]}. */
    String is() {
        String sizes = shape.rank() == 0 ? "a scalar" : shape.toString();
        String words = shape.rank() == 0 || spelled.equals(sizes) ? sizes : spelled + " = " + sizes;
        return "`" + name + "` is " + words + (perStep ? ", one for each step" : "");
    }

    /**
     * What stands at a place instead.
     *
     * @param path from 0, outermost first: of the step, the row, the number
     */
    String found(List<Integer> path, Json value) {
        int depth = path.size();
        String noun = depth >= extents().size() || !(value instanceof Json.Array array) || !fits(depth, array)
                ? value.kind()
                : count(array.entries().size(), element(depth));
        boolean counted = !noun.equals(value.kind());
        if (path.isEmpty()) {
            return counted && !noun.startsWith("1 ") ? "here are " + noun : "here is " + noun;
        }
        return place(path) + (counted ? " has " : " is ") + noun;
    }

    /** Whether the parts of an array are what is wanted there, whatever their number. */
    private boolean fits(int depth, Json.Array array) {
        boolean innermost = depth == extents().size() - 1;
        return array.entries().stream().allMatch(entry -> innermost != entry instanceof Json.Array);
    }

    private String element(int depth) {
        return depth == extents().size() - 1 ? "number" : "row";
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String place(List<Integer> path) {
        List<String> words = new ArrayList<>();
        for (int i = path.size() - 1; i >= 0; i--) {
            boolean step = perStep && i == 0;
            boolean row = shape.rank() == 2 && i == (perStep ? 1 : 0);
            words.add((step ? "step " : row ? "row " : "entry ") + (path.get(i) + 1));
        }
        return String.join(" of ", words);
    }

    /** A long array would be underlined as a whole; its name says as much. */
    Span span(List<Integer> path, Json value) {
        return path.isEmpty() && value instanceof Json.Array ? field.name() : value.span();
    }
}
