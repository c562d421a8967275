/** Claims decided, and what starts do: questions whose answers are proofs, counterexamples or values. */
package dev.orbit.compiler.claim;
