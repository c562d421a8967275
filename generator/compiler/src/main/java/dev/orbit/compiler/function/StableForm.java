package dev.orbit.compiler.function;

/**
 * A rewriting that is an equality of real numbers and computes more digits, or overflows later, than what was written.
 *
 * @param name how {@code explain} calls it: {@code "log(1 + exp(u)) -> softplus(u)"}
 * @param pattern what is written
 * @param replacement what is computed instead; it has no hole that the pattern has not
 */
public record StableForm(String name, Pattern pattern, Pattern replacement) {}
