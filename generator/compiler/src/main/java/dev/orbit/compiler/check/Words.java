package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Role;

/** Small words of messages. */
final class Words {
    private Words() {}

    /** {@code a param}, {@code an input}. */
    static String aRole(Role role) {
        return a(role.word());
    }

    /** The word with its article. */
    static String a(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    /** {@code 1 argument}, {@code 2 arguments}. */
    static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** {@code k = 3 rows}. */
    static String rows(Extent extent) {
        return extent.explained() + (extent.size() == 1 ? " row" : " rows");
    }
}
