/** Text to syntax; the only room that sees ANTLR. */
package dev.orbit.compiler.parse;
