/** The intermediate representation, its printer, its verifier and its evaluator over an algebra. */
package dev.orbit.compiler.program;
