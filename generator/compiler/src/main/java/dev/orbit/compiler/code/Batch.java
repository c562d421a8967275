package dev.orbit.compiler.code;

/**
 * The code of many examples side by side: arrays hold one number per example innermost.
 *
 * @param lanes how many examples there is room for, a multiple of 64
 * @param count the argument that tells how many there are
 * @param losses the argument that takes their losses
 * @param code the same methods as those of one example, with arrays of their own
 */
public record Batch(int lanes, Variable count, Array losses, Code code) {}
