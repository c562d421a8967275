/** The text of a spec, and spans of it with line and column. */
package dev.orbit.compiler.source;
