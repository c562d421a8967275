/** Closed forms, claims and the start report, computed. */
package dev.orbit.compiler.analyse;
