package dev.orbit.compiler.function;

import java.util.List;

/**
 * A rewriting that is an equality of real numbers and computes more digits, or overflows later, than what was written.
 *
 * @param name how {@code explain} calls it: {@code "log(1 + exp(u)) -> softplus(u)"}; forms that differ only in how the same thing was
 *     written share a name
 * @param pattern what is written
 * @param replacement what is computed instead; it has no hole that the pattern has not
 */
public record StableForm(String name, Pattern pattern, Pattern replacement) {
    /**
     * The catalogue in the order in which forms are tried: the first that fits is taken. Arguments are rewritten before the application
     * that uses them.
     */
    public static List<StableForm> all() {
        return StableForms.all();
    }
}
