/** One row per function of the language: derivative rule, stable form, Symja head, Java spelling, ulp, where it is differentiable. */
package dev.orbit.compiler.function;
