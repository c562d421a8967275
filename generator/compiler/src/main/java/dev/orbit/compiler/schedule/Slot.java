package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Type;

/**
 * A scalar variable. Several values live in one slot when each is no longer read once the next is there: a state and what it
 * becomes.
 *
 * @param id unique in a schedule
 * @param hint what it is called after
 * @param element what it holds
 */
public record Slot(int id, String hint, Type.Element element) {
    @Override
    public String toString() {
        return "$" + id + ":" + hint;
    }
}
