/** What was analysed, told as text and HTML. */
package dev.orbit.compiler.report;
