/** Closed-form partial derivatives of a region, and exact identities; the only room that sees Symja. */
package dev.orbit.compiler.symbolic;
