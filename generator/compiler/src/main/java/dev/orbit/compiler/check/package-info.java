/** Syntax to model; every problem is reported. */
package dev.orbit.compiler.check;
