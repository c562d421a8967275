/** Imperative code: arrays, methods, statements, with printer and verifier, and the passes that arrange and split it. */
package dev.orbit.compiler.code;
