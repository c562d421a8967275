/** Program to program with the derivative. */
package dev.orbit.compiler.adjoint;
