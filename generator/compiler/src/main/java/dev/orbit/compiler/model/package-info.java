/** What was meant: symbols with role and shape, and equations. */
package dev.orbit.compiler.model;
