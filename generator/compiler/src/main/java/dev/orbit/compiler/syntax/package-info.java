/** What was written: records with spans and no meaning, and their printer. */
package dev.orbit.compiler.syntax;
