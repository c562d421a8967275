/** Compiles in memory, loads, draws check points and evaluates the compiled class; the only room that sees the Java compiler. */
package dev.orbit.compiler.execute;
