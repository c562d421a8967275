package dev.orbit.compiler.execute;

/** A number and its derivative in one direction. */
record Dual(double value, double slope) {}
