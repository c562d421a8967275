package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Type;

/** The last {@code rows} values of a delayed carry: iteration i reads and then writes row {@code i mod rows}. */
public record Ring(int id, String hint, Type.Element element, int rows) {
    @Override
    public String toString() {
        return "ring" + id + ":" + hint;
    }
}
