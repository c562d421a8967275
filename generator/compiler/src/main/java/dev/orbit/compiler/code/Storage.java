package dev.orbit.compiler.code;

import java.util.OptionalInt;

/**
 * An array of the workspace, kept between calls.
 *
 * @param array how it is called and what it holds
 * @param size its length when that is known now; without, it starts empty and grows to the longest example
 * @param note what its rows are, for the reader of the emitted class
 */
public record Storage(Array array, OptionalInt size, String note) {}
