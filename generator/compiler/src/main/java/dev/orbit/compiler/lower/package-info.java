/** Model to program. */
package dev.orbit.compiler.lower;
