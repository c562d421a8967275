/** Prints code as Java and decides nothing; the only room that sees JavaPoet. */
package dev.orbit.compiler.emit;
