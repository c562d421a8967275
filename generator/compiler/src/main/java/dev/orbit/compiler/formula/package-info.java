/** Shaped, hash-consed closed forms, printed as text, LaTeX and MathML. */
package dev.orbit.compiler.formula;
