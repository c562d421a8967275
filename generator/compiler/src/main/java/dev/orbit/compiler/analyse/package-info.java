/** Closed forms and derivations, computed. */
package dev.orbit.compiler.analyse;
